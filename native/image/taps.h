// The weights of a resizing, and the loops that apply them: plain ones, and ones for AVX2 that give the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace adversa {

constexpr int kBits = 22;                 // of a weight's fraction
constexpr int kLowBits = 11;              // a weight is split in two halves, so that products of 16 bits suffice
constexpr int32_t kHalf = 1 << (kBits - 1);

// All places have the same number of weights, which is even, so that loops take the same turn each time. The window of the last
// ones is moved to end with the row, and its weights with it; one more place may be read, whose weight is 0.
struct Taps {
    int count = 0;
    std::vector<int32_t> first, weights;
    std::vector<int32_t> high, low;       // the halves of two neighbours' weights in one word, for each pair
};

// Rows of pixels become narrow rows. `step`: bytes of a pixel. Some bytes beyond the last may be read and one be written.
void columns_plain(const uint8_t* const rows[4], int step, const Taps& taps, uint8_t* const out[4]);
// Narrow rows, `stride` bytes apart, become row `place` of the result. Up to 16 bytes beyond the last may be read.
void row_plain(const uint8_t* rows, size_t stride, const Taps& taps, int place, uint8_t* out, int n);

#if defined(__x86_64__)
#define ADV_AVX2 1
void columns_avx2(const uint8_t* const rows[4], int step, const Taps& taps, uint8_t* const out[4]);
void row_avx2(const uint8_t* rows, size_t stride, const Taps& taps, int place, uint8_t* out, int n);
#endif

}  // namespace adversa
