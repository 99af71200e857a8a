#include "picture.h"

#include <turbojpeg.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace adversa {
namespace {

// The largest of 1, 2, 4, 8 that leaves twice the pixels the result needs. Other fractions have no fast transform.
int divisor_for(int width, int height, const adv_image_target& target) {
    if (target.exact) return 1;
    const Layout whole = target.orientation >= 5 ? layout_for(height, width, target) : layout_for(width, height, target);
    const int columns = target.orientation >= 5 ? whole.height : whole.width, rows = target.orientation >= 5 ? whole.width : whole.height;
    int divisor = 1;
    while (divisor < 8 && width >= 4 * divisor * static_cast<int64_t>(columns) && height >= 4 * divisor * static_cast<int64_t>(rows)) divisor *= 2;
    return divisor;
}

// Remarks that say nothing of the pixels: padding after the last one, or an unknown number in a header.
bool is_harmless(const char* text) {
    const std::string said = text;
    return said.find("extraneous bytes before marker") != std::string::npos || said.find("Adobe color transform") != std::string::npos ||
           said.find("JFIF revision") != std::string::npos;
}

// Four inks to RGB as Pillow does it: every CMYK file is taken to store its inks inverted, as Adobe's programs do.
void ink_to_rgb(Picture& picture) {
    const int64_t count = static_cast<int64_t>(picture.width) * picture.height;
    uint8_t* p = picture.owned.get();
    for (int64_t i = 0; i < count; i++, p += 4)
        for (int c = 0; c < 3; c++) {
            const int product = (255 - p[c]) * p[3] + 128;
            p[c] = static_cast<uint8_t>(std::max(0, p[3] - (((product >> 8) + product) >> 8)));
        }
}

}  // namespace

Picture decode_jpeg(const uint8_t* bytes, int64_t n, int64_t memory, const adv_image_target& target) {
    const std::unique_ptr<void, int (*)(tjhandle)> codec(tjInitDecompress(), tjDestroy);
    if (!codec) throw std::runtime_error("no JPEG decoder");
    const auto length = static_cast<unsigned long>(n);
    int width = 0, height = 0, sampling = 0, space = 0;
    if (tjDecompressHeader3(codec.get(), bytes, length, &width, &height, &sampling, &space) != 0 && !is_harmless(tjGetErrorStr2(codec.get())))
        throw std::runtime_error(tjGetErrorStr2(codec.get()));
    if (width < 1 || height < 1 || width > kMaxSide || height > kMaxSide) throw std::runtime_error("size out of range");

    const bool ink = space == TJCS_CMYK || space == TJCS_YCCK, grey = space == TJCS_GRAY;
    const int divisor = divisor_for(width, height, target);
    const int columns = (width + divisor - 1) / divisor, rows = (height + divisor - 1) / divisor, step = grey ? 1 : 4;
    if (static_cast<int64_t>(columns) * rows * step * (target.orientation > 1 ? 2 : 1) > memory) throw TooLarge();
    Picture picture = Picture::empty(columns, rows, step);
    picture.reduced = divisor;
    picture.full_width = width;
    picture.full_height = height;
    const int format = ink ? TJPF_CMYK : grey ? TJPF_GRAY : TJPF_RGBX;
    const auto decode = [&](int flags) {
        return tjDecompress2(codec.get(), bytes, length, picture.owned.get(), picture.width, static_cast<int>(picture.stride()),
                             picture.height, format, flags | TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS);
    };
    if (decode(TJFLAG_STOPONWARNING) != 0) {
        if (!is_harmless(tjGetErrorStr2(codec.get()))) throw std::runtime_error(tjGetErrorStr2(codec.get()));
        if (decode(0) != 0 && tjGetErrorCode(codec.get()) != TJERR_WARNING) throw std::runtime_error(tjGetErrorStr2(codec.get()));
    }
    if (ink) ink_to_rgb(picture);
    return picture;
}

}  // namespace adversa
