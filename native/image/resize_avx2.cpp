// The loops of resize.cpp for processors with AVX2: products of 16 bits, two neighbours at a time. Weights have 22 bits, so each
// is multiplied in two halves; the sums are the same integers as those of the plain loops.
#include "taps.h"

#ifdef ADV_AVX2

#include <immintrin.h>

#include <cstring>

namespace adversa {
namespace {

#define ADV_TARGET __attribute__((target("avx2")))

ADV_TARGET inline __m256i rounded(__m256i high, __m256i low) {
    const __m256i sum = _mm256_add_epi32(_mm256_add_epi32(_mm256_slli_epi32(high, kLowBits), low), _mm256_set1_epi32(kHalf));
    return _mm256_srai_epi32(sum, kBits);
}

ADV_TARGET inline __m128i pixels_of(const uint8_t* a, const uint8_t* b) {
    return _mm_unpacklo_epi64(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(a)), _mm_loadl_epi64(reinterpret_cast<const __m128i*>(b)));
}

ADV_TARGET inline void store(uint8_t* to, __m128i words, int index) {
    const __m128i bytes = _mm_packus_epi16(words, words);
    const int pixel = index == 0 ? _mm_cvtsi128_si32(bytes) : _mm_extract_epi32(bytes, 1);
    std::memcpy(to, &pixel, 4);
}

}  // namespace

ADV_TARGET void columns_avx2(const uint8_t* const rows[4], int step, const Taps& taps, uint8_t* const out[4]) {
    // Two neighbours' bytes side by side, channel by channel, of two rows.
    const __m128i order = step == 4 ? _mm_setr_epi8(0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15)
                                    : _mm_setr_epi8(0, 3, 1, 4, 2, 5, -1, -1, 8, 11, 9, 12, 10, 13, -1, -1);
    const int pairs = taps.count / 2, count = static_cast<int>(taps.first.size());
    const int32_t *high = taps.high.data(), *low = taps.low.data();
    for (int i = 0; i < count; i++, high += pairs, low += pairs) {
        size_t at = static_cast<size_t>(taps.first[i]) * step;
        __m256i ab_high = _mm256_setzero_si256(), ab_low = ab_high, cd_high = ab_high, cd_low = ab_high;
        for (int p = 0; p < pairs; p++, at += 2 * step) {
            const __m256i h = _mm256_set1_epi32(high[p]), l = _mm256_set1_epi32(low[p]);
            const __m256i ab = _mm256_cvtepu8_epi16(_mm_shuffle_epi8(pixels_of(rows[0] + at, rows[1] + at), order));
            const __m256i cd = _mm256_cvtepu8_epi16(_mm_shuffle_epi8(pixels_of(rows[2] + at, rows[3] + at), order));
            ab_high = _mm256_add_epi32(ab_high, _mm256_madd_epi16(ab, h));
            ab_low = _mm256_add_epi32(ab_low, _mm256_madd_epi16(ab, l));
            cd_high = _mm256_add_epi32(cd_high, _mm256_madd_epi16(cd, h));
            cd_low = _mm256_add_epi32(cd_low, _mm256_madd_epi16(cd, l));
        }
        const __m256i words = _mm256_packs_epi32(rounded(ab_high, ab_low), rounded(cd_high, cd_low));       // a c | b d
        const __m128i ac = _mm256_castsi256_si128(words), bd = _mm256_extracti128_si256(words, 1);
        store(out[0] + 3 * i, ac, 0);
        store(out[1] + 3 * i, bd, 0);
        store(out[2] + 3 * i, ac, 1);
        store(out[3] + 3 * i, bd, 1);
    }
}

ADV_TARGET void row_avx2(const uint8_t* rows, size_t stride, const Taps& taps, int place, uint8_t* out, int n) {
    const int pairs = taps.count / 2;
    const int32_t *high = &taps.high[static_cast<size_t>(place) * pairs], *low = &taps.low[static_cast<size_t>(place) * pairs];
    for (int x = 0; x < n; x += 16) {
        __m256i left_high = _mm256_setzero_si256(), left_low = left_high, right_high = left_high, right_low = left_high;
        for (int p = 0; p < pairs; p++) {
            const __m256i h = _mm256_set1_epi32(high[p]), l = _mm256_set1_epi32(low[p]);
            const __m128i upper = _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows + stride * (2 * p) + x));
            const __m128i lower = _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows + stride * (2 * p + 1) + x));
            const __m256i left = _mm256_cvtepu8_epi16(_mm_unpacklo_epi8(upper, lower)), right = _mm256_cvtepu8_epi16(_mm_unpackhi_epi8(upper, lower));
            left_high = _mm256_add_epi32(left_high, _mm256_madd_epi16(left, h));
            left_low = _mm256_add_epi32(left_low, _mm256_madd_epi16(left, l));
            right_high = _mm256_add_epi32(right_high, _mm256_madd_epi16(right, h));
            right_low = _mm256_add_epi32(right_low, _mm256_madd_epi16(right, l));
        }
        __m256i words = _mm256_packs_epi32(rounded(left_high, left_low), rounded(right_high, right_low));
        words = _mm256_permute4x64_epi64(words, 0xD8);
        const __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
        if (x + 16 <= n) {
            _mm_storeu_si128(reinterpret_cast<__m128i*>(out + x), bytes);
        } else {
            uint8_t last[16];
            _mm_storeu_si128(reinterpret_cast<__m128i*>(last), bytes);
            std::memcpy(out + x, last, static_cast<size_t>(n - x));
        }
    }
}

}  // namespace adversa

#endif
