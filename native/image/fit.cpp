// From a decoded picture to the target: upright, grey or RGB, of its shape, resized.
#include "picture.h"

#include <algorithm>
#include <cstring>

namespace adversa {
namespace {

// Half of an odd number of places goes to the even side, as Python's round does in torchvision's CenterCrop.
int middle(int whole, int part) {
    const int difference = whole - part, half = difference / 2;
    return difference % 2 == 0 ? half : half + half % 2;
}

template <int kBytes>
void turn(const Picture& from, Picture& to, int orientation) {
    const bool swaps = orientation >= 5;
    const bool flips_x = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    const bool flips_y = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    for (int y = 0; y < to.height; y++) {
        const int v = flips_y ? to.height - 1 - y : y;
        uint8_t* out = to.row(y);
        for (int x = 0; x < to.width; x++, out += kBytes) {
            const int u = flips_x ? to.width - 1 - x : x;
            std::memcpy(out, swaps ? from.row(u) + static_cast<size_t>(v) * kBytes : from.row(v) + static_cast<size_t>(u) * kBytes, kBytes);
        }
    }
}

// Where a reduced JPEG's picture begins among its pixels: the decoder pads on the right and below, which turning may move to the other side.
double begin(int stored, double span, bool flipped) { return flipped ? stored - span : 0; }

}  // namespace

Layout layout_for(int width, int height, const adv_image_target& target) {
    const int columns = target.width, rows = target.height;
    const int64_t across = static_cast<int64_t>(rows) * width, down = static_cast<int64_t>(columns) * height;
    const bool is_wider = across >= down;                                          // than the target
    if (target.fit == 2) return {columns, rows, 0, 0, columns, rows, 0, 0};
    if (target.fit == 0) {
        const int whole = static_cast<int>(is_wider ? across / height : down / width), cut = middle(whole, is_wider ? columns : rows);
        return is_wider ? Layout{whole, rows, cut, 0, columns, rows, 0, 0} : Layout{columns, whole, 0, cut, columns, rows, 0, 0};
    }
    const int part = std::max<int>(1, static_cast<int>(is_wider ? (2 * down + width) / (2 * width) : (2 * across + height) / (2 * height)));
    return is_wider ? Layout{columns, part, 0, 0, columns, part, 0, (rows - part) / 2} : Layout{part, rows, 0, 0, part, rows, (columns - part) / 2, 0};
}

Picture upright(Picture picture, int orientation) {
    if (orientation <= 1) return picture;
    const bool swaps = orientation >= 5;
    Picture turned = Picture::empty(swaps ? picture.height : picture.width, swaps ? picture.width : picture.height, picture.channels);
    if (picture.channels == 1) turn<1>(picture, turned, orientation);
    else if (picture.channels == 3) turn<3>(picture, turned, orientation);
    else turn<4>(picture, turned, orientation);
    turned.reduced = picture.reduced;
    turned.full_width = swaps ? picture.full_height : picture.full_width;
    turned.full_height = swaps ? picture.full_width : picture.full_height;
    return turned;
}

// Pillow's luma, in place: the grey row is never longer than the colour row it comes from.
Picture to_grey(Picture picture) {
    if (picture.channels == 1) return picture;
    const int step = picture.channels;
    const int64_t count = static_cast<int64_t>(picture.width) * picture.height;
    const uint8_t* from = picture.owned.get();
    uint8_t* to = picture.owned.get();
    for (int64_t i = 0; i < count; i++, from += step) *to++ = static_cast<uint8_t>((from[0] * 19595 + from[1] * 38470 + from[2] * 7471 + 0x8000) >> 16);
    picture.channels = 1;
    return picture;
}

}  // namespace adversa

namespace {

using namespace adversa;

void say(char* error, int error_n, const char* text) noexcept {
    if (error == nullptr || error_n <= 0) return;
    std::strncpy(error, text, static_cast<size_t>(error_n) - 1);
    error[error_n - 1] = 0;
}

void check(const void* bytes, int64_t n, const adv_image_target* target, const void* out) {
    if (bytes == nullptr || out == nullptr || target == nullptr || n < 1 || n > INT32_MAX) throw std::runtime_error("bad buffer");
    if (target->width < 1 || target->width > kMaxSide || target->height < 1 || target->height > kMaxSide || (target->channels != 1 && target->channels != 3) || target->fit < 0 || target->fit > 2 ||
        target->orientation < 1 || target->orientation > 8)
        throw std::runtime_error("bad target");
}

void write(const uint8_t* part, const Layout& layout, int channels, const adv_image_target& target, uint8_t* out) {
    const int width = target.width, wanted = target.channels;
    const size_t plane = static_cast<size_t>(width) * target.height;
    if (layout.columns != width || layout.rows != target.height) std::memset(out, 0, plane * wanted);
    for (int y = 0; y < layout.rows; y++) {
        const size_t at = static_cast<size_t>(layout.bar_top + y) * width + layout.bar_left;
        const uint8_t* row = part + static_cast<size_t>(y) * layout.columns * channels;
        for (int c = 0; c < wanted; c++) {
            const uint8_t* from = row + (channels == 1 ? 0 : c);
            uint8_t* to = target.interleaved ? out + at * wanted + c : out + plane * c + at;
            const int stride = target.interleaved ? wanted : 1;
            for (int x = 0; x < layout.columns; x++) to[static_cast<size_t>(x) * stride] = from[static_cast<size_t>(x) * channels];
        }
    }
}

void finish(Picture decoded, const adv_image_target& target, uint8_t* out) {
    const int o = target.orientation;
    const Picture picture = upright(target.channels == 1 ? to_grey(std::move(decoded)) : std::move(decoded), o);
    const Layout layout = layout_for(picture.full_width, picture.full_height, target);
    const double width = picture.full_width / static_cast<double>(picture.reduced), height = picture.full_height / static_cast<double>(picture.reduced);
    const bool flips_x = o == 2 || o == 3 || o == 6 || o == 7, flips_y = o == 3 || o == 4 || o == 7 || o == 8;
    const Axis columns{picture.width, width, begin(picture.width, width, flips_x), layout.width, layout.left, layout.columns};
    const Axis rows{picture.height, height, begin(picture.height, height, flips_y), layout.height, layout.top, layout.rows};
    const int channels = std::min(picture.channels, 3);
    if (target.interleaved && channels == target.channels && layout.columns == target.width && layout.rows == target.height) return resize(picture, columns, rows, out);
    const std::unique_ptr<uint8_t[]> part(new uint8_t[static_cast<size_t>(layout.columns) * layout.rows * channels]);
    resize(picture, columns, rows, part.get());
    write(part.get(), layout, channels, target, out);
}

template <typename Work>
int guarded(char* error, int error_n, Work work) noexcept {
    try {
        work();
        return 0;
    } catch (const TooLarge&) {
        return 2;
    } catch (const std::exception& e) {
        say(error, error_n, e.what());
    } catch (...) {
        say(error, error_n, "unknown native error");
    }
    return 1;
}

}  // namespace

int adv_image_jpeg(const uint8_t* bytes, int64_t n, int64_t memory, const adv_image_target* target, uint8_t* out, char* error, int error_n) noexcept {
    return guarded(error, error_n, [&] {
        check(bytes, n, target, out);
        finish(decode_jpeg(bytes, n, memory, *target), *target, out);
    });
}

int adv_image_fit(const uint8_t* pixels, int width, int height, int channels, const adv_image_target* target, uint8_t* out, char* error,
                  int error_n) noexcept {
    return guarded(error, error_n, [&] {
        check(pixels, width, target, out);
        if (height < 1 || width > kMaxSide || height > kMaxSide || (channels != 1 && channels != 3) || channels > target->channels)
            throw std::runtime_error("bad picture");
        Picture picture;
        picture.width = picture.full_width = width;
        picture.height = picture.full_height = height;
        picture.channels = channels;
        picture.pixels = pixels;
        finish(std::move(picture), *target, out);
    });
}
