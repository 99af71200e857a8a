// Resizing with the triangle filter, antialiased: what Pillow calls BILINEAR and torchvision's Resize does. The same steps as
// Pillow's Resample.c, so that results are equal bit for bit: weights in double, then fixed point with 22 bits; columns first,
// rounded to bytes, then rows.
#include "picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define ADV_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define ADV_WIDE
#endif

namespace adversa {
namespace {

constexpr int kBits = 22;
constexpr int32_t kHalf = 1 << (kBits - 1);

typedef int32_t Four __attribute__((vector_size(16)));
typedef uint8_t FourBytes __attribute__((vector_size(4)));

struct Taps {
    int most = 0;                         // weights of a place, padded
    std::vector<int32_t> first, count, weights;
};

Taps taps_for(const Axis& axis) {
    const double scale = axis.span / axis.to, support = std::max(scale, 1.0);
    Taps taps;
    taps.most = static_cast<int>(std::ceil(support)) * 2 + 1;
    taps.first.resize(axis.count);
    taps.count.resize(axis.count);
    taps.weights.assign(static_cast<size_t>(axis.count) * taps.most, 0);
    std::vector<double> exact(taps.most);
    for (int i = 0; i < axis.count; i++) {
        const double center = axis.start + (axis.first + i + 0.5) * scale;
        const int low = std::max(static_cast<int>(center - support + 0.5), 0);
        const int count = std::min(static_cast<int>(center + support + 0.5), axis.from) - low;
        double sum = 0;
        for (int t = 0; t < count; t++) {
            exact[t] = std::max(0.0, 1 - std::abs((t + low - center + 0.5) * (1 / support)));
            sum += exact[t];
        }
        taps.first[i] = low;
        taps.count[i] = count;
        for (int t = 0; t < count; t++)
            taps.weights[static_cast<size_t>(i) * taps.most + t] = static_cast<int32_t>(0.5 + (sum != 0 ? exact[t] / sum : exact[t]) * (1 << kBits));
    }
    return taps;
}

inline uint8_t to_byte(int32_t sum) { return static_cast<uint8_t>(std::min(std::max(sum >> kBits, 0), 255)); }

ADV_WIDE void columns_of_grey(const uint8_t* row, const Taps& taps, uint8_t* out) {
    const int count = static_cast<int>(taps.first.size());
    for (int i = 0; i < count; i++) {
        const int32_t* weights = &taps.weights[static_cast<size_t>(i) * taps.most];
        const uint8_t* from = row + taps.first[i];
        int32_t sum = kHalf;
        for (int t = 0; t < taps.count[i]; t++) sum += from[t] * weights[t];
        out[i] = to_byte(sum);
    }
}

// Four bytes are loaded for each pixel, of which the fourth means nothing.
template <int kStep>
inline __attribute__((always_inline)) void columns_of_rgb(const uint8_t* row, const Taps& taps, uint8_t* out) {
    const int count = static_cast<int>(taps.first.size());
    for (int i = 0; i < count; i++, out += 3) {
        const int32_t* weights = &taps.weights[static_cast<size_t>(i) * taps.most];
        const uint8_t* from = row + static_cast<size_t>(taps.first[i]) * kStep;
        Four sum = {kHalf, kHalf, kHalf, kHalf};
        for (int t = 0; t < taps.count[i]; t++, from += kStep) {
            FourBytes pixel;
            std::memcpy(&pixel, from, 4);
            sum += __builtin_convertvector(pixel, Four) * weights[t];
        }
        for (int c = 0; c < 3; c++) out[c] = to_byte(sum[c]);
    }
}

ADV_WIDE void columns_of_rgb3(const uint8_t* row, const Taps& taps, uint8_t* out) { columns_of_rgb<3>(row, taps, out); }
ADV_WIDE void columns_of_rgb4(const uint8_t* row, const Taps& taps, uint8_t* out) { columns_of_rgb<4>(row, taps, out); }

ADV_WIDE void add_row(const uint8_t* row, int32_t weight, int32_t* sums, int n) {
    for (int i = 0; i < n; i++) sums[i] += row[i] * weight;
}

ADV_WIDE void round_row(const int32_t* sums, uint8_t* out, int n) {
    for (int i = 0; i < n; i++) out[i] = to_byte(sums[i]);
}

}  // namespace

void resize(const Picture& picture, const Axis& columns, const Axis& rows, uint8_t* out) {
    const Taps across = taps_for(columns), down = taps_for(rows);
    const int channels = std::min(picture.channels, 3), width = columns.count * channels;
    const int top = down.first.front(), bottom = down.first.back() + down.count.back();
    const std::unique_ptr<uint8_t[]> narrow(new uint8_t[static_cast<size_t>(bottom - top) * width]);
    for (int y = top; y < bottom; y++) {
        uint8_t* to = &narrow[static_cast<size_t>(y - top) * width];
        if (picture.channels == 1) columns_of_grey(picture.row(y), across, to);
        else if (picture.channels == 3) columns_of_rgb3(picture.row(y), across, to);
        else columns_of_rgb4(picture.row(y), across, to);
    }

    std::vector<int32_t> sums(width);
    for (int i = 0; i < rows.count; i++, out += width) {
        std::fill(sums.begin(), sums.end(), kHalf);
        for (int t = 0; t < down.count[i]; t++)
            add_row(&narrow[static_cast<size_t>(down.first[i] + t - top) * width], down.weights[static_cast<size_t>(i) * down.most + t], sums.data(), width);
        round_row(sums.data(), out, width);
    }
}

}  // namespace adversa
