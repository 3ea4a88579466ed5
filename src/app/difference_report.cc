#include "app/difference_report.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/console.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

constexpr std::size_t kAround = 40;    // code points before and behind what differs
constexpr std::size_t kLongest = 160;  // of what differs itself
constexpr std::string_view kRed = "\x1b[31m", kGreen = "\x1b[32m", kDim = "\x1b[2m", kPlain = "\x1b[0m";

// A text in three parts: what it shares with the other, its own, what it shares again.
struct Parts {
  std::u32string before, own, behind;
};

std::pair<Parts, Parts> take_apart(const std::u32string& a, const std::u32string& b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t before = 0, behind = 0;
  while (before < most && a[before] == b[before]) ++before;
  while (behind < most - before && a[a.size() - 1 - behind] == b[b.size() - 1 - behind]) ++behind;
  const auto parts = [&](const std::u32string& text) {
    return Parts{text.substr(0, before), text.substr(before, text.size() - before - behind),
                 text.substr(text.size() - behind)};
  };
  return {parts(a), parts(b)};
}

std::string painted(std::string_view colour, const std::string& text, bool paint) {
  return paint && !text.empty() ? std::string(colour) + text + std::string(kPlain) : text;
}

std::string end_of(const std::u32string& text) {
  return text.size() <= kAround ? utf8::encode(text) : "…" + utf8::encode(text.substr(text.size() - kAround));
}

std::string beginning_of(const std::u32string& text) { return utf8::shorten(utf8::encode(text), kAround); }

// A long part that differs keeps its ends, where it differs from what is around it.
std::string middle_of(const std::u32string& text) {
  if (text.size() <= kLongest) return utf8::encode(text);
  return utf8::encode(text.substr(0, kLongest / 2)) + " … " + utf8::encode(text.substr(text.size() - kLongest / 2));
}

std::string shown(const Parts& parts, std::string_view colour, bool paint) {
  if (parts.before.empty() && parts.own.empty() && parts.behind.empty()) return painted(kDim, "nothing", paint);
  return end_of(parts.before) + painted(colour, middle_of(parts.own), paint) + beginning_of(parts.behind);
}

// Where one text stands in the other, that is what is to be seen.
Parts around(const std::u32string& line, const std::u32string& text) {
  const std::size_t at = line.find(text);
  if (at == std::u32string::npos) return {{}, text, {}};
  return {line.substr(0, at), text, line.substr(at + text.size())};
}

}  // namespace

std::string difference_report(const site::Difference& difference, std::size_t indent, bool colour) {
  using Kind = site::Difference::Kind;
  const std::u32string expected = utf8::decode(one_line(difference.expected));
  const std::u32string found = utf8::decode(one_line(difference.found));
  const std::string begin(indent, ' ');
  if (difference.kind == Kind::unwanted) {
    return begin + "lacks: this should not be in the text\n" + begin +
           "  found:    " + shown(around(found, expected), kRed, colour) + "\n";
  }
  const bool missing = difference.kind == Kind::missing;
  if (missing && found.empty()) {
    return begin + "has: this is not in the text, nor anything like it\n" + begin +
           "  expected: " + shown({{}, expected, {}}, kGreen, colour) + "\n";
  }
  const auto [left, right] = take_apart(expected, found);
  return begin + (missing ? "has: this is not in the text; what is most like it is" : difference.name + ":") + "\n" +
         begin + "  expected: " + shown(left, kGreen, colour) + "\n" + begin +
         "  found:    " + shown(right, kRed, colour) + "\n";
}

}  // namespace winnow::app
