#include "app/repair_report.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/console.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

constexpr std::size_t kColumns = 100;
constexpr std::size_t kPlace = 10, kKind = 13;  // widths of the first two columns
constexpr std::size_t kShown = 24;              // code points of what was and what is

// A terminal gives East Asian characters two columns.
std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    sum += unicode::is_cjk(c) || (c >= 0x3000 && c < 0x3040) || (c >= 0xFF01 && c <= 0xFF60) || c >= 0x1F000 ? 2 : 1;
  }
  return sum;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t now = columns(text);
  return text.append(now < width ? width - now : 1, ' ');
}

bool is_visible(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x61C || (c >= 0x180B && c <= 0x180F)) return false;
  if (c >= 0x2000 && c < 0x2070) return c >= 0x2010 && c != 0x2011 && (c < 0x2028 || c > 0x202F) && c < 0x205F;
  return c != 0x3000 && !(c >= 0xE000 && c <= 0xF8FF) && !(c >= 0xFE00 && c <= 0xFE0F) && c != 0xFEFF && c < 0xE0000;
}

std::string code_point(char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
    digits += kDigits[c >> static_cast<unsigned>(shift) & 15U];
  return "U+" + digits;
}

// What can't be seen is named.
std::string shown(std::string_view text) {
  if (text.empty()) return "(nothing)";
  std::string out;
  const std::string cut = utf8::shorten(text, kShown);
  for (std::size_t at = 0; at < cut.size();) {
    const char32_t c = utf8::next(cut, at);
    out += is_visible(c) || c == ' ' ? utf8::of(c) : code_point(c);
  }
  return out == " " ? "a space" : out;
}

std::string percent(double confidence) { return std::to_string(std::lround(std::floor(confidence * 100))) + " %"; }

// Places as lines and columns, for changes that come in any order.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    std::size_t nth = 0;
    for (std::size_t at = 0; at < text.size(); ++nth) {
      if (utf8::next(text, at) == '\n') starts_.push_back(nth + 1);
    }
  }
  [[nodiscard]] std::string place(std::size_t nth) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), nth);
    return std::to_string(after - starts_.begin()) + ":" + std::to_string(nth - *(after - 1) + 1);
  }

 private:
  std::vector<std::size_t> starts_ = {0};
};

class Report {
 public:
  explicit Report(bool coloured) : coloured_(coloured) {}

  // A row of the table; its last part goes on a line of its own where it would not fit.
  void row(const std::string& place, std::string_view kind, const std::string& what, const std::string& why,
           bool striking) {
    std::string line = padded("  " + place, kPlace) + padded(std::string(kind), kKind) + what;
    if (!why.empty()) {
      const bool fits = columns(line) + 2 + columns(why) <= kColumns;
      line += fits ? "  " : "\n" + std::string(kPlace + kKind + 2, ' ');
      line += why;
    }
    out_ += (coloured_ && striking ? "\033[33m" + line + "\033[0m" : line) + "\n";
  }
  void heading(std::string_view thing) {
    const std::string name = one_line(thing);
    out_ += (coloured_ ? "\033[1m" + name + "\033[0m" : name) + "\n";
  }
  std::string text() { return std::move(out_); }

 private:
  bool coloured_;
  std::string out_;
};

std::string of_a_kind(const Repair& repair) {
  std::string text = repair.count == 1 ? "once" : std::to_string(repair.count) + " times";
  if (!repair.places.empty()) text += ", " + std::to_string(repair.places.size()) + " guessed";
  return text + ", sure to " + percent(repair.confidence) + (repair.places.empty() ? "" : " at the least");
}

std::string place_of(const repair::Change& change, const Lines& lines, PlaceForm form) {
  if (form == PlaceForm::line_and_column) return lines.place(change.start);
  return "[" + std::to_string(change.start) + ", " + std::to_string(change.end) + ")";
}

}  // namespace

std::string repair_report(std::string_view thing, std::string_view repaired, const repair::Log& log, const Trace& gates,
                          PlaceForm form, bool coloured) {
  Report report(coloured);
  report.heading(thing);
  for (const TraceStep& step : gates) report.row("looked", one_line(step.what), one_line(step.why), "", false);
  const Lines lines(form == PlaceForm::line_and_column ? repaired : std::string_view());
  for (const repair::Change& change : log.changes()) {
    const bool guess = change.confidence < 1.0;
    const std::string why = one_line(change.why);
    report.row(place_of(change, lines, form), change.kind, shown(change.before) + " → " + shown(change.after),
               guess ? "guessed, " + percent(change.confidence) + (why.empty() ? "" : ": " + why) : why, guess);
  }
  const std::vector<Repair> summary = log.summary();
  for (const Repair& repair : summary) report.row("in all", repair.kind, of_a_kind(repair), "", !repair.places.empty());
  if (summary.empty()) report.row("in all", "nothing to repair", "", "", false);
  return report.text();
}

}  // namespace winnow::app
