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
  const bool ideograph = c >= 0x3400 && (c < 0xE000 || c > 0xFFFF);
  return c == 0 || ideograph ? static_cast<std::uint32_t>(c) : std::uint32_t{' '};
}

std::uint32_t hash_of(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t mixed = a * 0x9E3779B1U ^ b * 0x85EBCA6BU;
  return mixed ^ mixed >> 15U;
}
std::uint8_t tag_of(std::uint32_t a, std::uint32_t b) { return static_cast<std::uint8_t>(hash_of(a, b)); }

// The size of a mark after its opening bracket, roughly: what has no ideographs up to a bracket near by.
std::size_t mark_size(std::string_view text) {
  constexpr std::size_t kLongest = 16;
  for (std::size_t i = 0; i < std::min(text.size(), kLongest) && static_cast<unsigned char>(text[i]) < 0xE2; ++i) {
    if (text[i] == ')') return i + 1;
  }
  return 0;
}

}  // namespace

template <class Entries>
auto Census::find(Entries& pairs, std::uint32_t a, std::uint32_t b) -> decltype(pairs.data()) {
  constexpr std::size_t kProbes = 4;
  const std::uint32_t hash = hash_of(a, b);
  const std::uint8_t tag = tag_of(a, b);
  const std::size_t mask = pairs.size() - 1;
  for (std::size_t at = hash >> 8U, probe = 0; probe < kProbes; ++probe, ++at) {
    auto& entry = pairs[at & mask];
    if (entry.count == 0 || entry.tag == tag) return &entry;
  }
  return nullptr;
}

Census::Census(std::span<const std::string_view> segments) : counts_(kLast - kFirst + 1) {
  std::size_t size = 64;
  for (const std::string_view segment : segments) size += segment.size();
  pairs_.resize(std::bit_ceil(std::min(size, kMostPairs)));
  for (const std::string_view segment : segments) add(segment);
}

void Census::add(std::string_view segment) {
  std::uint32_t last = 0;
  const auto add_pair = [&](std::uint32_t c) {
    if (Entry* entry = find(pairs_, last, c)) {
      entry->tag = tag_of(last, c);
      increment(entry->count);
    }
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
  const Entry* entry = pairs_.empty() ? nullptr : find(pairs_, class_of(a), class_of(b));
  return entry == nullptr ? 0 : entry->count;
}

}  // namespace winnow::repair::mirror
