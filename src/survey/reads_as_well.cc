#include "survey/reads_as_well.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace winnow::survey {
namespace {

constexpr double kAsBefore = 0.75;   // of the share of pages
constexpr double kNotShorter = 0.6;  // than the texts were

std::size_t characters(const Reading& reading) {
  return reading.refused.empty() ? utf8::length(reading.article.text) : 0;
}

const FieldSeen* seen(const Reading& reading, Field field) {
  const std::vector<FieldSeen>& fields = reading.observation.fields;
  const auto found =
      std::find_if(fields.begin(), fields.end(), [field](const FieldSeen& f) { return f.field == field; });
  return found == fields.end() ? nullptr : &*found;
}

template <class Is>
double share(std::span<const Reading> readings, Field field, Is is) {
  if (readings.empty()) return 0;
  const auto count = std::count_if(readings.begin(), readings.end(), [&](const Reading& reading) {
    const FieldSeen* one = seen(reading, field);
    return one != nullptr && is(*one);
  });
  return static_cast<double>(count) / static_cast<double>(readings.size());
}

bool titles_are_their_own(std::span<const Reading> readings) {
  std::set<std::string> titles;
  for (const Reading& reading : readings) titles.insert(reading.article.title);
  return static_cast<double>(titles.size()) >= kAsBefore * static_cast<double>(readings.size());
}

}  // namespace

std::size_t usual_characters(std::span<const Reading> readings) {
  std::vector<std::size_t> lengths;
  for (const Reading& reading : readings) lengths.push_back(characters(reading));
  if (lengths.empty()) return 0;
  std::nth_element(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2), lengths.end());
  return lengths[lengths.size() / 2];
}

bool all_say_the_same(std::span<const Reading> readings) {
  if (readings.size() < 3) return false;
  const std::string& first = readings.front().article.text;
  return !first.empty() && std::all_of(readings.begin(), readings.end(),
                                       [&](const Reading& reading) { return reading.article.text == first; });
}

bool reads_as_well(std::span<const Reading> before, std::span<const Reading> now) {
  if (!titles_are_their_own(now) || all_say_the_same(now)) return false;
  if (static_cast<double>(usual_characters(now)) < kNotShorter * static_cast<double>(usual_characters(before)))
    return false;
  const auto filled = [](const FieldSeen& one) { return one.filled; };
  const auto by_rule = [](const FieldSeen& one) { return one.by_rule; };
  const auto named = [](const FieldSeen& one) { return one.named; };
  for (std::size_t f = 0; f <= static_cast<std::size_t>(Field::next_page); ++f) {
    const auto field = static_cast<Field>(f);
    if (share(now, field, filled) < kAsBefore * share(before, field, filled)) return false;
    if (share(now, field, named) > 0 && share(now, field, by_rule) < kAsBefore * share(before, field, by_rule))
      return false;
  }
  return true;
}

}  // namespace winnow::survey
