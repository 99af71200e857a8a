#include "image.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <turbojpeg.h>

#include <cstring>
#include <memory>
#include <stdexcept>

namespace {

constexpr int kPng = 1;
constexpr int kJpeg = 2;
constexpr int kMaxSide = 16384;

void say(char* error, int error_n, const char* text) noexcept {
    if (error == nullptr || error_n <= 0) return;
    std::strncpy(error, text, static_cast<size_t>(error_n) - 1);
    error[error_n - 1] = 0;
}

// A marker segment APP14 "Adobe" before the scan: such CMYK files store inverted ink.
bool has_adobe_marker(const uint8_t* bytes, int64_t n) {
    for (int64_t at = 2; at + 4 <= n && bytes[at] == 0xFF;) {
        const int marker = bytes[at + 1];
        if (marker == 0xDA) return false;
        if (marker == 0xFF) { at += 1; continue; }
        const int length = bytes[at + 2] << 8 | bytes[at + 3];
        if (marker == 0xEE && length >= 7 && at + 9 <= n) return std::memcmp(bytes + at + 4, "Adobe", 5) == 0;
        at += 2 + length;
    }
    return false;
}

// The smallest scale of the JPEG decoder that still leaves twice the pixels the result needs on each side.
tjscalingfactor scale_for(int width, int height, int target) {
    int count = 0;
    const tjscalingfactor* factors = tjGetScalingFactors(&count);
    tjscalingfactor best{1, 1};
    for (int i = 0; i < count; i++) {
        const tjscalingfactor f = factors[i];
        if (f.num > f.denom || f.num * best.denom >= best.num * f.denom) continue;
        if (std::min(TJSCALED(width, f), TJSCALED(height, f)) >= 2 * target) best = f;
    }
    return best;
}

cv::Mat cmyk_to_rgb(const cv::Mat& cmyk, bool inverted) {
    cv::Mat rgb(cmyk.rows, cmyk.cols, CV_8UC3);
    for (int y = 0; y < cmyk.rows; y++) {
        const uint8_t* from = cmyk.ptr(y);
        uint8_t* to = rgb.ptr(y);
        for (int x = 0; x < cmyk.cols; x++, from += 4, to += 3) {
            const int k = inverted ? from[3] : 255 - from[3];
            for (int c = 0; c < 3; c++) to[c] = static_cast<uint8_t>(((inverted ? from[c] : 255 - from[c]) * k + 127) / 255);
        }
    }
    return rgb;
}

cv::Mat decode_jpeg(const uint8_t* bytes, int64_t n, int channels, int target) {
    const std::unique_ptr<void, int (*)(tjhandle)> codec(tjInitDecompress(), tjDestroy);
    if (!codec) throw std::runtime_error("no JPEG decoder");
    int width = 0, height = 0, sampling = 0, space = 0;
    if (tjDecompressHeader3(codec.get(), bytes, static_cast<unsigned long>(n), &width, &height, &sampling, &space) != 0)
        throw std::runtime_error(tjGetErrorStr2(codec.get()));
    if (width < 1 || height < 1 || width > kMaxSide || height > kMaxSide) throw std::runtime_error("size out of range");

    const bool ink = space == TJCS_CMYK || space == TJCS_YCCK;
    const bool grey = !ink && (channels == 1 || space == TJCS_GRAY);
    const int format = ink ? TJPF_CMYK : grey ? TJPF_GRAY : TJPF_RGB;
    const tjscalingfactor scale = scale_for(width, height, target);
    cv::Mat picture(TJSCALED(height, scale), TJSCALED(width, scale), ink ? CV_8UC4 : grey ? CV_8UC1 : CV_8UC3);
    if (tjDecompress2(codec.get(), bytes, static_cast<unsigned long>(n), picture.data, picture.cols, static_cast<int>(picture.step),
                      picture.rows, format, TJFLAG_STOPONWARNING | TJFLAG_ACCURATEDCT) != 0)
        throw std::runtime_error(tjGetErrorStr2(codec.get()));
    return ink ? cmyk_to_rgb(picture, has_adobe_marker(bytes, n)) : picture;
}

// To 8 bits by value * 255 / full, rounded; alpha is composed on black first, with all bits.
template <typename T>
cv::Mat to_rgb8(const cv::Mat& from, uint64_t full) {
    const int channels = from.channels();
    cv::Mat rgb(from.rows, from.cols, channels == 1 ? CV_8UC1 : CV_8UC3);
    for (int y = 0; y < from.rows; y++) {
        const T* source = from.ptr<T>(y);
        uint8_t* to = rgb.ptr(y);
        for (int x = 0; x < from.cols; x++, source += channels) {
            const uint64_t alpha = channels == 4 ? source[3] : full;
            for (int c = 0; c < rgb.channels(); c++) {
                const uint64_t value = source[rgb.channels() == 1 ? 0 : 2 - c];        // OpenCV keeps blue first
                *to++ = static_cast<uint8_t>((value * alpha * 255 * 2 + full * full) / (2 * full * full));
            }
        }
    }
    return rgb;
}

cv::Mat decode_png(const uint8_t* bytes, int64_t n) {
    const cv::Mat file(1, static_cast<int>(n), CV_8UC1, const_cast<uint8_t*>(bytes));
    const cv::Mat picture = cv::imdecode(file, cv::IMREAD_UNCHANGED);
    if (picture.empty()) throw std::runtime_error("the PNG decoder found no picture");
    if (picture.cols > kMaxSide || picture.rows > kMaxSide) throw std::runtime_error("size out of range");
    const int channels = picture.channels();
    if (channels != 1 && channels != 3 && channels != 4) throw std::runtime_error("unexpected channels");
    if (picture.depth() == CV_8U) return to_rgb8<uint8_t>(picture, 255);
    if (picture.depth() == CV_16U) return to_rgb8<uint16_t>(picture, 65535);
    throw std::runtime_error("unexpected depth");
}

cv::Mat upright(const cv::Mat& picture, int orientation) {
    cv::Mat turned = picture;
    if (orientation >= 5) cv::transpose(picture, turned);                                // 5 to 8 swap the sides
    cv::Mat result = turned;
    switch (orientation) {
        case 2: case 6: cv::flip(turned, result, 1); break;
        case 3: case 7: cv::flip(turned, result, -1); break;
        case 4: case 8: cv::flip(turned, result, 0); break;
        default: break;
    }
    return result;
}

cv::Mat with_channels(const cv::Mat& picture, int channels) {
    if (picture.channels() == channels) return picture;
    cv::Mat result;
    cv::cvtColor(picture, result, channels == 1 ? cv::COLOR_RGB2GRAY : cv::COLOR_GRAY2RGB);
    return result;
}

cv::Mat fitted(const cv::Mat& picture, int target, bool crop) {
    const int side = std::min(picture.cols, picture.rows);
    const cv::Mat cut = crop ? picture(cv::Rect((picture.cols - side) / 2, (picture.rows - side) / 2, side, side)) : picture;
    if (cut.cols == target && cut.rows == target) return cut;
    const bool shrinks = cut.cols >= target && cut.rows >= target;
    cv::Mat result;
    cv::resize(cut, result, cv::Size(target, target), 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

void write_planar(const cv::Mat& picture, uint8_t* out) {
    const int channels = picture.channels();
    for (int c = 0; c < channels; c++)
        for (int y = 0; y < picture.rows; y++) {
            const uint8_t* row = picture.ptr(y) + c;
            for (int x = 0; x < picture.cols; x++) *out++ = row[x * channels];
        }
}

}  // namespace

int adv_image_decode(const uint8_t* bytes, int64_t n, int kind, int channels, int target_size, int crop_mode, int orientation,
                     uint8_t* out, char* error, int error_n) noexcept {
    try {
        static const bool single = (cv::setNumThreads(1), true);                         // training owns the cores
        static_cast<void>(single);
        if (bytes == nullptr || out == nullptr || n < 1 || n > INT32_MAX) throw std::runtime_error("bad buffer");
        if ((kind != kPng && kind != kJpeg) || (channels != 1 && channels != 3)) throw std::runtime_error("bad arguments");
        if (target_size < 1 || target_size > kMaxSide) throw std::runtime_error("bad target size");
        const cv::Mat decoded = kind == kJpeg ? decode_jpeg(bytes, n, channels, target_size) : decode_png(bytes, n);
        write_planar(fitted(with_channels(upright(decoded, orientation), channels), target_size, crop_mode == 1), out);
        return 0;
    } catch (const std::exception& e) {
        say(error, error_n, e.what());
    } catch (...) {
        say(error, error_n, "unknown native error");
    }
    return 1;
}
