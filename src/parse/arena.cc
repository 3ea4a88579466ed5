#include "parse/arena.h"

#include <algorithm>
#include <cstring>

namespace winnow::parse {
namespace {

// The first piece of memory is small, since many texts are; each further one is twice as large, up to a limit.
constexpr std::size_t kFirstChunk = std::size_t{1} << 12;
constexpr std::size_t kLargestChunk = std::size_t{1} << 18;
constexpr std::size_t kAlign = alignof(std::max_align_t);

}  // namespace

void* Arena::allocate(std::size_t size) {
  size = std::max((size + kAlign - 1) / kAlign * kAlign, kAlign);
  if (size > left_) {
    const std::size_t usual = chunks_.size() < 6 ? kFirstChunk << chunks_.size() : kLargestChunk;
    const std::size_t chunk = std::max(usual, size);
    chunks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[chunk]));  // left unset, unlike make_unique's
    next_ = chunks_.back().get();
    left_ = chunk;
  }
  newest_ = next_;
  next_ += size;
  left_ -= size;
  return newest_;
}

void Arena::release(void* piece) {
  if (piece == nullptr || piece != newest_) return;
  left_ += static_cast<std::size_t>(next_ - newest_);
  next_ = newest_;
  newest_ = nullptr;
}

std::string_view Arena::keep(std::string_view text) {
  if (text.empty()) return {};
  char* copy = static_cast<char*>(allocate(text.size()));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

}  // namespace winnow::parse
