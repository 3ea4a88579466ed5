// plain_end for processors with AVX2: 32 bytes at once, its rules in tables that are looked up by halves of bytes. Each
// bit of a table is a rule; a byte is odd where all tables of a look-up have a bit in common. (The method is that of
// Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", 2021.)
#include "repair/plain_avx2.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <array>
#include <cstdint>

namespace winnow::repair {
namespace {

using Table = std::array<std::uint8_t, 16>;

// The halves of bytes, as bits: 1 << 0x8 | 1 << 0x9 are those with an upper half of 8 or 9.
constexpr unsigned kAny = 0xFFFF;
constexpr unsigned at(unsigned half) { return 1U << half; }
constexpr unsigned from(unsigned low, unsigned high) { return (2U << high) - (1U << low); }

constexpr void add(Table& table, unsigned halves, unsigned rule) {
  for (unsigned half = 0; half < 16; ++half) {
    if ((halves >> half & 1U) != 0) table[half] = static_cast<std::uint8_t>(table[half] | 1U << rule);
  }
}

// Single bytes by their upper and lower half.
struct Single {
  Table upper{}, lower{};
  constexpr Single() {
    rule(0, at(0), at(0)), rule(1, at(2), at(6)), rule(2, at(7), at(0xF));
    rule(3, at(0xC) | at(0xD) | at(0xF), kAny);
    rule(4, at(0xE), at(0) | at(1) | at(0xA) | at(0xD) | at(0xE));
  }
  constexpr void rule(unsigned n, unsigned high, unsigned low) { add(upper, high, n), add(lower, low, n); }
};

// A second byte behind a lead E0 to EF, which is given by its lower half.
struct Second {
  Table lead{}, upper{}, lower{};
  constexpr Second() {
    rule(0, at(2) | at(3), from(9, 0xB), kAny);
    rule(1, at(2), at(8), from(1, 0xF));
    rule(2, at(3), at(8), from(4, 0xF));
    rule(3, at(0xF), from(8, 0xA), kAny);
    rule(4, at(0xF), at(0xB), kAny & ~at(0xC));
    rule(5, at(9), at(8), from(0xA, 0xF));
    rule(6, at(9), at(9), at(0) | at(1) | at(4));
    rule(7, at(7), at(0xB), at(8) | at(9));
  }
  constexpr void rule(unsigned n, unsigned first, unsigned high, unsigned low) {
    add(lead, first, n), add(upper, high, n), add(lower, low, n);
  }
};

// A third byte, by the lead, the lower half of the second (whose upper one is 8), and itself.
struct Third {
  Table lead{}, second{}, upper{}, lower{};
  constexpr Third() {
    rule(0, at(2), at(0), at(8) | at(0xB), kAny);
    rule(1, at(2), at(0), at(9), at(0xA));
    rule(2, at(2), at(0), at(0xA), from(8, 0xF));
    rule(3, at(3), at(0), at(0xA), from(0xA, 0xF));
    rule(4, at(3), at(0), at(0xB), kAny);
    rule(5, at(3), at(2), at(9), at(9) | at(0xA));
  }
  constexpr void rule(unsigned n, unsigned first, unsigned next, unsigned high, unsigned low) {
    add(lead, first, n), add(second, next, n), add(upper, high, n), add(lower, low, n);
  }
};

constexpr Single kSingle;
constexpr Second kSecond;
constexpr Third kThird;
constexpr std::size_t kWide = sizeof(__m256i);

#define WINNOW_AVX2 __attribute__((target("avx2")))

WINNOW_AVX2 inline __m256i load(const char* from_here) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from_here));
}
WINNOW_AVX2 inline __m256i all(unsigned byte) { return _mm256_set1_epi8(static_cast<char>(byte)); }
WINNOW_AVX2 inline __m256i look_up(const Table& table, __m256i halves) {
  const __m128i half = _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data()));
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(half), halves);
}
// The lower half of leads E0 to EF; 0, which has no rule, for all bytes below.
WINNOW_AVX2 inline __m256i lead_of(__m256i b) { return _mm256_subs_epu8(b, all(0xE0)); }

// Where a continuation is due and there is none, or is none due and there is one.
WINNOW_AVX2 inline __m256i is_out_of_place(__m256i now, __m256i last, __m256i last_but_one) {
  const __m256i lead = _mm256_max_epu8(last, last_but_one);
  const __m256i due = _mm256_cmpeq_epi8(_mm256_max_epu8(lead, all(0xE0)), lead);
  return _mm256_xor_si256(due, _mm256_cmpgt_epi8(all(0xC0), now));
}

WINNOW_AVX2 inline bool is_plain(const char* here) {
  const __m256i now = load(here), last = load(here - 1), last_but_one = load(here - 2);
  const __m256i lower = _mm256_and_si256(now, all(0x0F));
  const __m256i upper = _mm256_and_si256(_mm256_srli_epi16(now, 4), all(0x0F));
  const __m256i single = _mm256_and_si256(look_up(kSingle.upper, upper), look_up(kSingle.lower, lower));
  const __m256i bracket =
      _mm256_and_si256(_mm256_cmpeq_epi8(now, all('(')), _mm256_cmpgt_epi8(_mm256_setzero_si256(), last));
  const __m256i ascii = _mm256_or_si256(single, bracket);
  if (_mm256_movemask_epi8(_mm256_or_si256(now, last_but_one)) == 0) return _mm256_testz_si256(ascii, ascii) != 0;
  const __m256i second =
      _mm256_and_si256(look_up(kSecond.lead, lead_of(last)),
                       _mm256_and_si256(look_up(kSecond.upper, upper), look_up(kSecond.lower, lower)));
  const __m256i third = _mm256_and_si256(_mm256_and_si256(look_up(kThird.lead, lead_of(last_but_one)),
                                                          look_up(kThird.second, _mm256_and_si256(last, all(0x0F)))),
                                         _mm256_and_si256(look_up(kThird.upper, upper), look_up(kThird.lower, lower)));
  const __m256i odd =
      _mm256_or_si256(_mm256_or_si256(ascii, is_out_of_place(now, last, last_but_one)), _mm256_or_si256(second, third));
  return _mm256_testz_si256(odd, odd) != 0;
}

}  // namespace

WINNOW_AVX2 std::size_t plain_end_avx2(std::string_view text, std::size_t at) {
  while (text.size() - at >= kWide && is_plain(text.data() + at)) at += kWide;
  return at;
}

bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }

}  // namespace winnow::repair

#else

namespace winnow::repair {

std::size_t plain_end_avx2(std::string_view, std::size_t at) { return at; }
bool has_avx2() { return false; }

}  // namespace winnow::repair

#endif
