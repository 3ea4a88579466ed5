#include "app/repair_report.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include "app/columns.h"
#include "app/console.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

constexpr std::size_t kColumns = 100;
constexpr std::size_t kPlace = 10, kKind = 13;  // widths of the first two columns
constexpr std::size_t kIndent = kPlace + kKind;
constexpr std::size_t kShown = (kColumns - kIndent - 4) / 2;  // columns of what was, and of what is

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

// What can't be seen is named; what is too long for its column is cut.
std::string shown(std::string_view text) {
  if (text.empty()) return "(nothing)";
  if (text == " ") return "a space";
  std::string out;
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const std::string part = is_visible(c) || c == ' ' ? utf8::of(c) : code_point(c);
    width += columns(part);
    if (width > kShown || (width == kShown && at < text.size())) return out + "…";
    out += part;
  }
  return out;
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

  // A row of the table; `why` goes below where it would not fit beside `what`.
  void row(const std::string& place, std::string_view kind, const std::string& what, const std::string& why,
           bool striking) {
    std::string line = padded("  " + place, kPlace) + padded(std::string(kind), kKind) + what;
    const bool fits = columns(line) + 2 + columns(why) <= kColumns;
    if (fits && !why.empty()) line += "  " + why;
    if (!fits) {
      for (const std::string& part : wrapped(why, kColumns - kIndent - 2))
        line += "\n" + std::string(kIndent + 2, ' ') + part;
    }
    out_ += (coloured_ && striking ? "\033[33m" + line + "\033[0m" : line) + "\n";
  }
  void gate(const std::string& what, const std::string& why) {
    std::string line = padded("  looked", kPlace) + padded(what, kKind);
    for (const std::string& part : wrapped(why, kColumns - kIndent)) {
      out_ += line + part + "\n";
      line.assign(kIndent, ' ');
    }
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

std::string times(std::size_t count) { return count == 1 ? "once" : std::to_string(count) + " times"; }

// Marked, not changed: what was there is gone, or no one can tell what it shows.
bool is_left(const repair::Change& change) { return change.confidence == 0 && change.before == change.after; }

std::string how_sure(const repair::Change& change) {
  const std::string why = one_line(change.why);
  if (is_left(change)) return "left as it is: " + why;
  if (change.confidence >= 1.0) return why;
  return "guessed, " + percent(change.confidence) + (why.empty() ? "" : ": " + why);
}

// What a kind's changes came to.
struct Sum {
  std::size_t left = 0, guessed = 0;
  double least_sure = 1.0;  // of the guesses
};

Sum sum_of(std::string_view kind, std::span<const repair::Change> changes) {
  Sum sum;
  for (const repair::Change& change : changes) {
    if (change.kind != kind || change.confidence >= 1.0) continue;
    if (is_left(change)) {
      ++sum.left;
      continue;
    }
    ++sum.guessed;
    sum.least_sure = std::min(sum.least_sure, change.confidence);
  }
  return sum;
}

// A proof is of the certain changes alone: a guess stands for bytes that the page no longer has.
std::string of_a_kind(const Repair& repair, const repair::Log& log) {
  const Sum sum = sum_of(repair.kind, log.changes());
  if (sum.left == repair.count) return times(repair.count) + ", left as it is";
  std::string text = times(repair.count);
  if (sum.guessed != 0)
    text += ", " + std::to_string(sum.guessed) + " guessed, the least sure to " + percent(sum.least_sure);
  for (const Repair& certain : log.certain()) {
    if (certain.kind != repair.kind || certain.kind != "mirror") continue;
    text += "; " + percent(certain.confidence) + " of its lines proved";
  }
  return text;
}

std::string place_of(const repair::Change& change, const Lines& lines, PlaceForm form) {
  if (form == PlaceForm::line_and_column) return lines.place(change.start);
  return "[" + std::to_string(change.start) + ", " + std::to_string(change.end) + ")";
}

// As a reader meets them; those of one place in the order in which they were made.
std::vector<repair::Change> in_order(const repair::Log& log) {
  std::vector<repair::Change> changes(log.changes().begin(), log.changes().end());
  std::stable_sort(changes.begin(), changes.end(),
                   [](const repair::Change& a, const repair::Change& b) { return a.start < b.start; });
  return changes;
}

}  // namespace

std::string repair_report(std::string_view thing, std::string_view repaired, const repair::Log& log, const Trace& gates,
                          PlaceForm form, bool coloured) {
  Report report(coloured);
  report.heading(thing);
  for (const TraceStep& step : gates) report.gate(one_line(step.what), one_line(step.why));
  const Lines lines(form == PlaceForm::line_and_column ? repaired : std::string_view());
  for (const repair::Change& change : in_order(log)) {
    const std::string what =
        is_left(change) ? shown(change.before) : shown(change.before) + " → " + shown(change.after);
    report.row(place_of(change, lines, form), change.kind, what, how_sure(change), change.confidence < 1.0);
  }
  const std::vector<Repair> summary = log.summary();
  for (const Repair& repair : summary)
    report.row("in all", repair.kind, of_a_kind(repair, log), "", !repair.places.empty());
  if (summary.empty()) report.row("in all", "nothing to repair", "", "", false);
  return report.text();
}

}  // namespace winnow::app
