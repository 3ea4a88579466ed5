#include "repair/plain.h"

#include "base/block.h"
#include "repair/plain_avx2.h"

namespace winnow::repair {
namespace {

// Sixteen bytes, each with the two before it.
struct Window {
  Block now, last, last_but_one;
};

Window window_at(const char* at) { return {block_at(at), block_at(at - 1), block_at(at - 2)}; }

Block is_odd_ascii(const Window& w) {
  return is(w.now, 0) | is(w.now, '&') | is(w.now, 0x7F) | (is(w.now, '(') & is_at_least(w.last, 0x80));
}

// Leads of three bytes that need no look at the second one for the sequence to be well-formed.
Block is_plain_lead(Block b) { return is_between(b, 0xE2, 0xE9) | is_between(b, 0xEB, 0xEC) | is(b, 0xEF); }

// Bytes that are no plain lead, or are no continuation where one is due, or are one where none is.
Block is_out_of_place(const Window& w) {
  const Block due = is_at_least(w.last, 0xE0) | is_at_least(w.last_but_one, 0xE0);
  const Block continuation = is_between(w.now, 0x80, 0xBF);
  return (due ^ continuation) | (is_at_least(w.now, 0xC0) & ~is_plain_lead(w.now));
}

Block is_odd_second(const Window& w) {
  const Block general = is(w.last, 0xE2) & ~is(w.now, 0x80);
  const Block east_asian = is(w.last, 0xE3) & ~is_between(w.now, 0x80, 0x83);
  const Block full_width = is(w.last, 0xEF) & ~is(w.now, 0xBC);
  const Block of_gbk = is(w.last, 0xE9) & (is_between(w.now, 0x8A, 0x91) | is(w.now, 0x94));
  const Block of_shift_jis = is(w.last, 0xE7) & is_between(w.now, 0xB8, 0xB9);
  return general | east_asian | full_width | of_gbk | of_shift_jis;
}

Block is_odd_third(const Window& w) {
  const Block general = is(w.last_but_one, 0xE2) & (is(w.now, 0x9A) | ~is_between(w.now, 0x90, 0xA7));
  const Block combining =
      (is(w.last, 0x82) & is_between(w.now, 0x99, 0x9A)) | (is(w.last, 0x80) & is_at_least(w.now, 0xAA));
  return general | (is(w.last_but_one, 0xE3) & combining);
}

Block is_odd(const Window& w) { return is_odd_ascii(w) | is_out_of_place(w) | is_odd_second(w) | is_odd_third(w); }

constexpr std::size_t kStride = 4 * kBlockSize;

bool is_plain_stride(const char* at) {
  const Block a = block_at(at - 2), b = block_at(at + 14), c = block_at(at + 30), d = block_at(at + 46);
  const Block tail = block_at(at + kStride - kBlockSize);
  Block odd{};
  if (any(is_at_least(a | b | c | d | tail, 0x80))) {
    for (std::size_t i = 0; i < kStride; i += kBlockSize) odd |= is_odd(window_at(at + i));
  } else {
    for (std::size_t i = 0; i < kStride; i += kBlockSize) {
      const Block now = block_at(at + i);
      odd |= is(now, 0) | is(now, '&') | is(now, 0x7F);
    }
  }
  return !any(odd);
}

}  // namespace

std::size_t plain_end_portable(std::string_view text, std::size_t at) {
  while (text.size() - at >= kStride && is_plain_stride(text.data() + at)) at += kStride;
  while (text.size() - at >= kBlockSize && !any(is_odd(window_at(text.data() + at)))) at += kBlockSize;
  return at;
}

std::size_t plain_end(std::string_view text, std::size_t at) {
  return has_avx2() ? plain_end_avx2(text, at) : plain_end_portable(text, at);
}

}  // namespace winnow::repair
