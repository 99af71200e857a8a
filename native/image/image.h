// Pictures: the door from Adversa.Imaging to TurboJPEG, and the resizing that all formats share.
// The caller has checked each file's structure and sizes; nothing here trusts it further than the codec must.
// Every function may be called by many threads at once: nothing is kept between calls.
#pragma once

#include <stdint.h>

#define ADV_IMAGE_API extern "C" __attribute__((visibility("default")))

// What a picture shall become.
typedef struct adv_image_target {
    int32_t width;        // of the result, 1 to 16384
    int32_t height;
    int32_t channels;     // 1 grey, 3 RGB
    int32_t fit;          // 0 the middle, 1 black bars, 2 stretched
    int32_t orientation;  // EXIF's 1 to 8: the result stands upright
    int32_t interleaved;  // 0 [C, H, W], 1 [H, W, C]
    int32_t exact;        // 1: a JPEG is never decoded at a reduced scale
} adv_image_target;

// Each returns 0, 1 with a text in `error`, or 2 when decoded pixels would take more memory than allowed. `out` receives channels * width * height bytes.

// A JPEG. One that is much larger than the target is decoded at 1/2, 1/4 or 1/8, as long as twice the target remains.
// `memory` bounds the bytes of decoded pixels.
ADV_IMAGE_API int adv_image_jpeg(const uint8_t* bytes, int64_t n, int64_t memory, const adv_image_target* target, uint8_t* out, char* error, int error_n) noexcept;

// Pixels that are decoded already: rows of width * channels bytes without gaps (1 grey, 3 RGB), and 16 bytes more after the last
// row, which may be read.
ADV_IMAGE_API int adv_image_fit(const uint8_t* pixels, int width, int height, int channels, const adv_image_target* target,
                                uint8_t* out, char* error, int error_n) noexcept;
