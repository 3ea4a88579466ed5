#include "extract/element_time.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/unicode.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kShortest = 8, kLongest = 40;  // bytes of a time that is written for machines

// A title in words is for readers, who may be told anything.
bool is_for_machines(std::string_view value) {
  return value.size() >= kShortest && value.size() <= kLongest && value.front() >= '0' && value.front() <= '9';
}

// ISO 8601 or the seconds since 1970
std::optional<Stamp> machine_time(std::string_view value) {
  value = unicode::trim(value);
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
  ElementTime found;
  std::string_view content;
  for (const parse::Attribute& attribute : document.attributes(id)) {
    if (attribute.value.empty()) continue;
    const char first = attribute.name.front();
    if (first == 'd' && attribute.name == "datetime") return {read_date(attribute.value, style), false};
    if (first == 'c' && attribute.name == "content") content = attribute.value;
    const bool title = first == 't' && attribute.name == "title";
    if (found.named || (!title && first != 'd')) continue;
    if (is_for_machines(attribute.value) && (title || names_time(attribute.name))) {
      found.stamp = machine_time(attribute.value);
      found.named = found.stamp.has_value();
    }
    if (title && !found.named && document[id].tag == parse::Tag::abbr) found.stamp = read_date(attribute.value, style);
  }
  if (!content.empty()) return {read_date(content, style), false};
  return found;
}

}  // namespace winnow::extract
