// Resizing with the triangle filter, antialiased: what Pillow calls BILINEAR and torchvision's Resize does. The same steps as
// Pillow's Resample.c, so that results are equal bit for bit: weights in double, then fixed point with 22 bits; columns first,
// rounded to bytes, then rows.
#include "picture.h"
#include "taps.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace adversa {
namespace {

Taps taps_for(const Axis& axis) {
    const double scale = axis.span / axis.to, support = std::max(scale, 1.0);
    const int most = static_cast<int>(std::ceil(support)) * 2 + 1;
    Taps taps;
    taps.count = (std::min(most, axis.from) + 1) / 2 * 2;
    taps.first.resize(axis.count);
    taps.weights.assign(static_cast<size_t>(axis.count) * taps.count, 0);
    std::vector<double> exact(most);
    for (int i = 0; i < axis.count; i++) {
        const double center = axis.start + (axis.first + i + 0.5) * scale;
        const int low = std::max(static_cast<int>(center - support + 0.5), 0);
        const int count = std::min(static_cast<int>(center + support + 0.5), axis.from) - low;
        double sum = 0;
        for (int t = 0; t < count; t++) {
            exact[t] = std::max(0.0, 1 - std::abs((t + low - center + 0.5) * (1 / support)));
            sum += exact[t];
        }
        taps.first[i] = std::max(0, std::min(low, axis.from - taps.count));
        int32_t* weights = &taps.weights[static_cast<size_t>(i) * taps.count + (low - taps.first[i])];
        for (int t = 0; t < count; t++) weights[t] = static_cast<int32_t>(0.5 + (sum != 0 ? exact[t] / sum : exact[t]) * (1 << kBits));
    }
    constexpr int32_t mask = (1 << kLowBits) - 1;
    for (size_t p = 0; p < taps.weights.size(); p += 2) {
        taps.high.push_back(taps.weights[p] >> kLowBits | (taps.weights[p + 1] >> kLowBits) << 16);
        taps.low.push_back((taps.weights[p] & mask) | (taps.weights[p + 1] & mask) << 16);
    }
    return taps;
}

uint8_t to_byte(int32_t sum) { return static_cast<uint8_t>(std::min(std::max(sum >> kBits, 0), 255)); }

bool has_avx2() {
#ifdef ADV_AVX2
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

}  // namespace

void columns_plain(const uint8_t* const rows[4], int step, const Taps& taps, uint8_t* const out[4]) {
    const int channels = std::min(step, 3);
    for (int r = 0; r < 4; r++) {
        uint8_t* to = out[r];
        for (size_t i = 0; i < taps.first.size(); i++)
            for (int c = 0; c < channels; c++) {
                const uint8_t* from = rows[r] + static_cast<size_t>(taps.first[i]) * step + c;
                int32_t sum = kHalf;
                for (int t = 0; t < taps.count; t++, from += step) sum += *from * taps.weights[i * taps.count + t];
                *to++ = to_byte(sum);
            }
    }
}

void row_plain(const uint8_t* rows, size_t stride, const Taps& taps, int place, uint8_t* out, int n) {
    for (int x = 0; x < n; x++) {
        int32_t sum = kHalf;
        for (int t = 0; t < taps.count; t++) sum += rows[stride * t + x] * taps.weights[static_cast<size_t>(place) * taps.count + t];
        out[x] = to_byte(sum);
    }
}

void resize(const Picture& picture, const Axis& columns, const Axis& rows, uint8_t* out) {
    static const bool wide = has_avx2();
    const Taps across = taps_for(columns), down = taps_for(rows);
    const int channels = std::min(picture.channels, 3), width = columns.count * channels;
    const int top = down.first.front(), bottom = std::min(picture.height, down.first.back() + down.count);
    const size_t stride = static_cast<size_t>(width) + 16;                       // room for what is read and written too much
    const std::unique_ptr<uint8_t[]> narrow(new uint8_t[stride * (bottom - top + 1)]());
    for (int y = top; y < bottom; y += 4) {
        const uint8_t* from[4];
        uint8_t* to[4];
        for (int i = 0; i < 4; i++) {
            const int row = std::min(y + i, bottom - 1);                         // the last row may be done more than once
            from[i] = picture.row(row);
            to[i] = &narrow[stride * (row - top)];
        }
#ifdef ADV_AVX2
        if (wide && channels == 3) columns_avx2(from, picture.channels, across, to);
        else
#endif
            columns_plain(from, picture.channels, across, to);
    }
    for (int i = 0; i < rows.count; i++) {
        const uint8_t* from = &narrow[stride * (down.first[i] - top)];
        uint8_t* to = out + static_cast<size_t>(i) * width;
#ifdef ADV_AVX2
        if (wide) row_avx2(from, stride, down, i, to, width);
        else
#endif
            row_plain(from, stride, down, i, to, width);
    }
}

}  // namespace adversa
