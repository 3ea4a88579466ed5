#include "repair/lost.h"

#include "base/utf8.h"
#include "repair/points.h"

namespace winnow::repair {
namespace {

using namespace std::string_view_literals;

// U+FFFD as bytes in UTF-8, as they are read in GBK (two of them) and in windows-1252.
constexpr std::string_view kMarks[] = {"\uFFFD"sv, "锟斤拷"sv, "ï¿½"sv, "Ã¯Â¿Â½"sv};
// Bytes CC or CD, with which debuggers fill memory, in GBK. Chinese writers use the words too: only long runs count.
constexpr std::string_view kFills[] = {"烫"sv, "屯"sv};
constexpr std::size_t kLongFill = 6;

std::size_t repeats(std::string_view text, std::string_view mark) {
  std::size_t n = 0;
  while (text.substr(n * mark.size()).starts_with(mark)) ++n;
  return n;
}

// Bytes of the marks that stand at the start of `text`.
std::size_t run_at(std::string_view text) {
  std::size_t size = 0;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : kMarks) {
      if (!text.substr(size).starts_with(mark)) continue;
      size += mark.size();
      more = true;
    }
  }
  if (size != 0) return size;
  for (const std::string_view fill : kFills) {
    const std::size_t n = repeats(text, fill);
    if (n >= kLongFill) return n * fill.size();
  }
  return 0;
}

bool is_lead(char byte) {
  return byte == '\xC3' || byte == '\xE5' || byte == '\xE7' || byte == '\xE9' || byte == '\xEF';
}

// Only these bytes begin one of them.
bool may_begin(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  switch (byte(at)) {
    case 0xC3:
      return byte(at + 1) == 0xAF || (byte(at + 1) == 0x83 && byte(at + 3) == 0xAF);
    case 0xE5:
      return byte(at + 1) == 0xB1 && byte(at + 2) == 0xAF;
    case 0xE7:
      return byte(at + 1) == 0x83 && byte(at + 2) == 0xAB;
    case 0xE9:
      return byte(at + 1) == 0x94 && byte(at + 2) == 0x9F;
    case 0xEF:
      return byte(at + 1) == 0xBF;
    default:
      return false;
  }
}

// Somebody writes about the marks themselves.
bool is_quoted(std::string_view before, std::string_view after) {
  constexpr std::string_view kOpen[] = {"“"sv, "「"sv, "『"sv, "\""sv, "'"sv, "‘"sv, "`"sv};
  constexpr std::string_view kClose[] = {"”"sv, "」"sv, "』"sv, "\""sv, "'"sv, "’"sv, "`"sv};
  for (std::size_t i = 0; i < std::size(kOpen); ++i) {
    if (before.ends_with(kOpen[i]) && after.starts_with(kClose[i])) return true;
  }
  return false;
}

// Calls `use` with the start and the size of each run, in bytes.
template <class Use>
void for_each_run(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = is_lead(text[at]) && may_begin(text, at) ? run_at(text.substr(at)) : 0;
    if (size != 0 && !is_quoted(text.substr(0, at), text.substr(at + size))) use(at, size);
    at += size != 0 ? size : 1;
  }
}

}  // namespace

void Lost::look_at(std::string_view segment) {
  all_ += segment.size();
  for_each_run(segment, [this](std::size_t, std::size_t size) {
    ++runs_;
    characters_ += size;
  });
}

bool Lost::is_much() const { return runs_ >= 2 || (runs_ != 0 && characters_ * 200 >= all_); }

void Lost::note(std::string_view segment, Log& log) const {
  std::size_t passed = 0;
  std::size_t point = 0;
  std::size_t runs = 0;
  for_each_run(segment, [&](std::size_t at, std::size_t size) {
    point += utf8::length(segment.substr(passed, at - passed));
    passed = at;
    log.note("lost", point, segment.substr(at, size), segment.substr(at, size), "its bytes are gone", 0.0);
    ++runs;
  });
  if (runs >= 2 || (runs != 0 && is_much())) log.ask_refetch();
}

}  // namespace winnow::repair
