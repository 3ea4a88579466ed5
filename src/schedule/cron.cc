// Reading of cron expressions; cadence.cc evaluates them.
#include <array>
#include <charconv>
#include <vector>

#include "schedule/cadence.h"

namespace winnow::schedule {
namespace {

struct FieldSpec {
  std::string_view name;
  int low, high;
  std::span<const std::string_view> words;  // names for low, low + 1, ...
};

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kDays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::optional<int> number(std::string_view text, const FieldSpec& spec) {
  for (std::size_t i = 0; i < spec.words.size(); ++i) {
    if (text.size() == 3 &&
        std::equal(text.begin(), text.end(), spec.words[i].begin(), [](char a, char b) { return (a | 0x20) == b; })) {
      return spec.low + static_cast<int>(i);
    }
  }
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Range {
  int from, to, step;
};

// "*", "5", "1-5", each with "/step".
std::optional<Range> range_of(std::string_view text, const FieldSpec& spec) {
  const auto slash = split(text, "/");
  if (slash.size() > 2) return std::nullopt;
  Range range{spec.low, spec.high, 1};
  if (slash.size() == 2) {
    const auto step = number(slash[1], {"", 0, 0, {}});
    if (!step || *step < 1 || *step > spec.high) return std::nullopt;
    range.step = *step;
  }
  if (slash[0] == "*") return range;
  const auto ends = split(slash[0], "-");
  const auto from = number(ends[0], spec);
  const auto to = ends.size() == 2 ? number(ends[1], spec) : slash.size() == 2 ? spec.high : from;
  if (ends.size() > 2 || !from || !to || *from < spec.low || *to > spec.high || *from > *to) return std::nullopt;
  range.from = *from, range.to = *to;
  return range;
}

template <std::size_t N>
Result<void> fill(std::bitset<N>& bits, std::string_view text, const FieldSpec& spec) {
  for (const std::string_view part : split(text, ",")) {
    const auto range = range_of(part, spec);
    if (!range) {
      return fail(Code::invalid, "'" + std::string(part) + "' is no " + std::string(spec.name) + " of a cron line (" +
                                     std::to_string(spec.low) + "-" + std::to_string(spec.high) + ")");
    }
    // 7 is Sunday too.
    for (int v = range->from; v <= range->to; v += range->step)
      bits.set(static_cast<std::size_t>(v) % (N == 7 ? 7 : 1000));
  }
  return {};
}

}  // namespace

Result<Cron> Cron::parse(std::string_view text) {
  std::vector<std::string_view> fields;
  for (const std::string_view field : split(text, " \t")) {
    if (!field.empty()) fields.push_back(field);
  }
  if (fields.size() != 5) {
    return fail(Code::invalid,
                "'" + std::string(text) + "' is no cron line: it needs five fields, as in \"*/20 6-23 * * *\"");
  }
  Cron cron;
  cron.text_ = text;
  if (auto r = fill(cron.minutes_, fields[0], {"minute", 0, 59, {}}); !r) return tl::unexpected(r.error());
  if (auto r = fill(cron.hours_, fields[1], {"hour", 0, 23, {}}); !r) return tl::unexpected(r.error());
  if (auto r = fill(cron.days_, fields[2], {"day of the month", 1, 31, {}}); !r) return tl::unexpected(r.error());
  if (auto r = fill(cron.months_, fields[3], {"month", 1, 12, kMonths}); !r) return tl::unexpected(r.error());
  if (auto r = fill(cron.weekdays_, fields[4], {"day of the week", 0, 7, kDays}); !r) return tl::unexpected(r.error());
  cron.any_day_ = fields[2].front() == '*';
  cron.any_weekday_ = fields[4].front() == '*';
  return cron;
}

}  // namespace winnow::schedule
