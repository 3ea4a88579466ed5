#include "repair/mirror/census.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "repair/points.h"

namespace winnow::repair::mirror {
namespace {

constexpr std::size_t kMostPairs = 1U << 20;

template <class Count>
void increment(Count& count) {
  count = static_cast<Count>(count + (count != std::numeric_limits<Count>::max() ? 1 : 0));
}

// An ideograph, or what stands for the others.
std::uint32_t class_of(char32_t c) {
  if (c >= '0' && c <= '9') return '0';
  return c != 0 && c < 0x3400 ? std::uint32_t{' '} : static_cast<std::uint32_t>(c);
}

// The size of a mark after its opening bracket, roughly: what has no ideographs up to a bracket near by.
std::size_t mark_size(std::string_view text) {
  constexpr std::size_t kLongest = 16;
  for (std::size_t i = 0; i < std::min(text.size(), kLongest) && static_cast<unsigned char>(text[i]) < 0xE2; ++i) {
    if (text[i] == ')') return i + 1;
  }
  return 0;
}

}  // namespace

Census::Census(std::span<const std::string_view> segments) : counts_(kLast - kFirst + 1) {
  std::size_t size = 64;
  for (const std::string_view segment : segments) size += segment.size();
  pairs_.resize(std::bit_ceil(std::min(size, kMostPairs)));
  bits_ = static_cast<unsigned>(std::bit_width(pairs_.size())) - 1;
  for (const std::string_view segment : segments) add(segment);
}

void Census::add(std::string_view segment) {
  std::uint32_t last = 0;
  const auto add_pair = [&](std::uint32_t c) {
    increment(pairs_[slot(last, c)]);
    last = c;
  };
  for (std::size_t at = 0; at < segment.size();) {
    const char32_t c = next_point(segment, at);
    if (is_counted(c)) {
      increment(counts_[c - kFirst]);
      ++total_;
      add_pair(c);
    } else if (c == '(') {
      at += mark_size(segment.substr(at));
    } else if (c > ' ') {
      add_pair(class_of(c));
    }
  }
  add_pair(0);
}

std::size_t Census::count(char32_t a, char32_t b) const {
  return pairs_.empty() ? 0 : pairs_[slot(class_of(a), class_of(b))];
}

}  // namespace winnow::repair::mirror
