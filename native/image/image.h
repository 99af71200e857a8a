// Decoding of pictures: the door from Adversa.Data to OpenCV and libjpeg-turbo.
// The caller has checked the file's structure and sizes; nothing here trusts it further than the codec must.
#pragma once

#include <stdint.h>

#define ADV_IMAGE_API extern "C" __attribute__((visibility("default")))

// Decodes a PNG (kind 1) or JPEG (kind 2), composes alpha on black, turns it upright (orientation 1 to 8 as in EXIF),
// converts to grey (channels 1) or RGB (channels 3), cuts (crop_mode 1: the middle square; 0: nothing, the picture is
// stretched) and resizes to target_size x target_size. `out` receives channels * target_size * target_size bytes, [C, H, W].
// Returns 0, or 1 with a text in `error`.
ADV_IMAGE_API int adv_image_decode(const uint8_t* bytes, int64_t n, int kind, int channels, int target_size, int crop_mode,
                                   int orientation, uint8_t* out, char* error, int error_n) noexcept;
