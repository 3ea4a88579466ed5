#include "extract/element_time.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/unicode.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kShortest = 8, kLongest = 40;  // bytes of a time that is written for machines

// ISO 8601 or the seconds since 1970: a title in words is for readers, who may be told anything.
std::optional<Stamp> machine_time(std::string_view value) {
  value = unicode::trim(value);
  if (value.size() < kShortest || value.size() > kLongest || value.front() < '0' || value.front() > '9')
    return std::nullopt;
  const bool epoch = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  return epoch ? read_date(value) : parse_iso(value);
}

// "data-published", "data-timestamp", "data-pub-date"; what ends, begins or changes then is another time.
bool names_time(std::string_view attribute) {
  constexpr auto kTimes = std::to_array<std::string_view>({"date", "time", "publish", "stamp", "utc"});
  constexpr auto kOthers =
      std::to_array<std::string_view>({"update", "modif", "-end", "-start", "-begin", "expir", "until", "event",
                                       "version", "valid", "-max", "-min", "deadline", "due"});
  const auto holds = [attribute](std::string_view part) { return attribute.find(part) != attribute.npos; };
  return attribute.starts_with("data-") && std::any_of(kTimes.begin(), kTimes.end(), holds) &&
         std::none_of(kOthers.begin(), kOthers.end(), holds);
}

}  // namespace

ElementTime element_time(const parse::Document& document, parse::NodeId id, const DateStyle& style) {
  for (const std::string_view name : {"datetime", "content"}) {
    const std::string_view value = document.attribute(id, name);
    if (!value.empty()) return {read_date(value, style), false};
  }
  ElementTime found;
  for (const parse::Attribute& attribute : document.attributes(id)) {
    const bool title = attribute.name == "title";
    if (!title && !names_time(attribute.name)) continue;
    if (std::optional<Stamp> stamp = machine_time(attribute.value)) return {stamp, true};
    if (title && document[id].tag == parse::Tag::abbr) found.stamp = read_date(attribute.value, style);
  }
  return found;
}

}  // namespace winnow::extract
