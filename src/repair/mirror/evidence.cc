#include "repair/mirror/evidence.h"

#include <array>

#include "base/han.h"
#include "base/pinyin.h"
#include "repair/mirror/marks.h"
#include "repair/points.h"

namespace winnow::repair::mirror {
namespace {

// The figures of the gate; the marks of the known mirrors lie far inside them.
constexpr std::size_t kFewestMarks = 3;
constexpr std::size_t kManyMarks = 10;
constexpr std::size_t kVeryManyMarks = 30;
constexpr double kNearlyAll = 0.9;
constexpr double kMostly = 0.75;  // of many marks: characters that were cut apart hide some
constexpr double kSparsest = 0.02;
constexpr double kDensest = 0.5;
constexpr std::size_t kWellKnown = 20;  // keys of a host from which its table may decide
// So often, and hardly ever without: a key though Simplified has the character.
constexpr std::size_t kAlwaysMarked = 3;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string percent(std::size_t part, std::size_t whole) {
  return std::to_string(static_cast<int>(share(part, whole) * 100 + 0.5)) + " %";
}

// The mirrors make 著 of every 着.
bool is_traditional(char32_t c) { return han::simplified(c) != c || c == U'著'; }

bool is_no_key(const Key& key) {
  if (is_traditional(key.character())) return false;
  return key.marked < kAlwaysMarked || share(key.marked, key.seen) < kNearlyAll;
}

// Behind a character of three bytes, before a letter.
bool may_be_mark(std::string_view text, std::size_t bracket) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  return bracket >= 3 && byte(bracket - 3) >= 0xE3 && byte(bracket - 3) < 0xF0 && byte(bracket - 1) >= 0x80 &&
         ((byte(bracket + 1) >= 'a' && byte(bracket + 1) <= 'z') || byte(bracket + 1) >= 0xC3);
}

// The mark at the start of a text.
Mark mark_in(std::string_view text) {
  std::array<char32_t, kLongestMark> window;
  std::size_t size = 0;
  int open = 0;
  for (std::size_t at = 0; at < text.size() && size < window.size();) {
    const char32_t c = next_point(text, at);
    window[size++] = c;
    open += c == '(' ? 1 : 0;
    open -= c == ')' ? 1 : 0;
    if (open == 0 || c >= 0x3400) break;
  }
  return mark_at({window.data(), size}, 0);
}

}  // namespace

bool Evidence::convinces() const {
  const std::size_t keys = table.keys().size();
  if (marks < kFewestMarks || keys < kFewestMarks) return false;
  if (share(marks, marks + wrong) < kNearlyAll || share(traditional, marks) < kNearlyAll) return false;
  if (share(single, keys) < kMostly) return false;
  if (share(traditional, expected) < (marks >= kManyMarks ? kMostly : kNearlyAll)) return false;
  const double density = share(marks, han);
  return density <= kDensest && (density >= kSparsest || marks >= kVeryManyMarks);
}

std::string Evidence::describe() const {
  return std::to_string(marks) + " readings on " + std::to_string(table.keys().size()) + " of " + std::to_string(han) +
         " characters; right " + percent(marks, marks + wrong) + ", on Traditional characters " +
         percent(traditional, marks) + ", one reading each " + percent(single, table.keys().size()) +
         ", always marked " + percent(traditional, expected);
}

Evidence look_for_marks(std::span<const std::string_view> segments) {
  Evidence evidence;
  for (const std::string_view segment : segments) {
    for (std::size_t at = segment.find('(', 1); at != segment.npos; at = segment.find('(', at + 1)) {
      if (!may_be_mark(segment, at)) continue;
      std::size_t before = at - 3;
      const char32_t c = next_point(segment, before);
      const Mark mark = mark_in(segment.substr(at));
      if (!mark) continue;
      if (han::reads(c, mark.syllable)) {
        ++evidence.marks;
        evidence.table.add(c, mark.syllable);
      } else if (han::is_toned(mark.syllable)) {
        ++evidence.wrong;
      }
    }
  }
  return evidence;
}

void weigh(Evidence& evidence, const Census& census) {
  evidence.han = census.total();
  evidence.table.count(census);
  evidence.table.drop(is_no_key);
  for (const Key& key : evidence.table.keys()) {
    evidence.traditional += key.marked;
    evidence.expected += key.seen;
    evidence.single += key.syllables[1] == 0 ? 1 : 0;
  }
}

bool fits(const Evidence& evidence, const Census& census, const Table& known) {
  if (known.keys().size() < kWellKnown) return false;
  std::size_t expected = 0;
  for (const Key& key : known.keys()) expected += census.count(key.character());
  return share(evidence.marks, evidence.marks + evidence.wrong) >= kNearlyAll &&
         share(evidence.marks, expected) >= kNearlyAll;
}

bool is_converted(const Census& census) {
  constexpr std::size_t kFewestTelling = 50;
  constexpr std::size_t kFewestMe = 2;
  if (census.count(U'么') < kFewestMe || census.count(U'麼') != 0) return false;
  std::size_t traditional = 0, simplified = 0;
  for (char32_t c = 0x4E00; c <= 0x9FA5; ++c) {
    traditional += han::is_traditional_only(c) ? census.count(c) : 0;
    simplified += c != U'么' && han::is_simplified_only(c) ? census.count(c) : 0;
  }
  // Some Simplified is in the spam around the article.
  return traditional >= kFewestTelling && simplified * 3 <= traditional;
}

}  // namespace winnow::repair::mirror
