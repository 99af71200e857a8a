// A decoded picture on its way to the target.
#pragma once

#include "image.h"

#include <cstddef>
#include <memory>
#include <stdexcept>

namespace adversa {

constexpr int kMaxSide = 16384;
constexpr int kMargin = 16;      // bytes after the last row: pixels are loaded four bytes at a time

struct Picture {
    int width = 0, height = 0;
    int channels = 1;            // bytes of a pixel: 1 grey, 3 RGB, 4 RGB and a byte that means nothing
    int reduced = 1;             // the JPEG decoder's divisor
    int full_width = 0, full_height = 0;             // before that division
    const uint8_t* pixels = nullptr;
    std::unique_ptr<uint8_t[]> owned;

    size_t stride() const { return static_cast<size_t>(width) * channels; }
    uint8_t* row(int y) { return owned.get() + stride() * y; }
    const uint8_t* row(int y) const { return pixels + stride() * y; }

    static Picture empty(int width, int height, int channels) {
        Picture made;
        made.width = made.full_width = width;
        made.height = made.full_height = height;
        made.channels = channels;
        made.owned.reset(new uint8_t[made.stride() * height + kMargin]);
        made.pixels = made.owned.get();
        return made;
    }
};

// The sides of the whole picture after resizing, and the part of it that the target shows.
struct Layout {
    int width, height;           // of the resized whole, upright
    int left, top;               // of the part that is kept
    int columns, rows;           // of that part
    int bar_left, bar_top;       // where the part lies in the target
};

Layout layout_for(int width, int height, const adv_image_target& target);
struct TooLarge {};              // thrown: the pixels would take more memory than allowed

Picture decode_jpeg(const uint8_t* bytes, int64_t n, int64_t memory, const adv_image_target& target);
Picture upright(Picture picture, int orientation);
Picture to_grey(Picture picture);

// One axis of the resized picture: `count` places from `first` of `to`, over `from` stored places of which `span` are picture.
struct Axis {
    int from;                    // stored places
    double span;                 // what they show of them: less than `from` by a fraction when a JPEG was reduced
    double start;                // where that begins
    int to, first, count;
};

// Triangle filter, antialiased: `out` receives rows.count * columns.count * min(channels, 3) bytes.
void resize(const Picture& picture, const Axis& columns, const Axis& rows, uint8_t* out);

}  // namespace adversa
