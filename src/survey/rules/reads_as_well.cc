#include "survey/rules/reads_as_well.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/utf8.h"
#include "survey/rules/document_titles.h"
#include "survey/rules/page_view.h"

namespace winnow::survey {
namespace {

constexpr std::chrono::hours kADay{14};  // in whatever zone
constexpr double kAsBefore = 0.75;       // of the share of pages
constexpr double kAlike = 0.9;           // of two lengths, the shorter of the longer
constexpr double kNotShorter = 0.6;      // than the texts were

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

std::vector<std::size_t> lengths_of(std::span<const Reading> readings) {
  std::vector<std::size_t> lengths;
  for (const Reading& reading : readings) lengths.push_back(characters(reading));
  return lengths;
}

double share_alike(std::span<const std::size_t> some, std::span<const std::size_t> others) {
  if (some.empty() || some.size() != others.size()) return 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < some.size(); ++i) {
    const auto [less, more] = std::minmax(some[i], others[i]);
    count += static_cast<double>(less) >= kAlike * static_cast<double>(more) ? 1U : 0U;
  }
  return static_cast<double>(count) / static_cast<double>(some.size());
}

std::size_t usual_characters(std::span<const Reading> readings) {
  std::vector<std::size_t> lengths = lengths_of(readings);
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

double titles_as_called(std::span<const Reading> readings, std::span<const std::string> called) {
  if (readings.empty() || readings.size() != called.size()) return 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const std::string title = bare(readings[i].article.title), begin = bare(called[i]);
    const bool same = title == begin || (is_cut_off(called[i]) && title.starts_with(begin));
    count += same && !begin.empty() && !is_cut_off(readings[i].article.title) ? 1U : 0U;
  }
  return static_cast<double>(count) / static_cast<double>(readings.size());
}

double times_as_stated(std::span<const Reading> readings, std::span<const Sample> samples) {
  std::size_t count = 0, stated = 0;
  for (std::size_t i = 0; i < std::min(readings.size(), samples.size()); ++i) {
    const auto said = parse_iso(samples[i].witness.published), read = parse_iso(readings[i].article.published_at);
    if (!said || !read) continue;
    const auto apart = std::chrono::abs(to_instant(*said) - to_instant(*read));
    ++stated, count += apart <= kADay ? 1U : 0U;
  }
  return stated == 0 ? 1 : static_cast<double>(count) / static_cast<double>(stated);
}

bool reads_as_well(const BothWays& old, const BothWays& recent, bool shorter) {
  const std::span<const Reading> before = old.by_rules, now = recent.by_rules;
  if (before.empty() || !titles_are_their_own(now) || all_say_the_same(now)) return false;
  if (!shorter &&
      static_cast<double>(usual_characters(now)) < kNotShorter * static_cast<double>(usual_characters(before)))
    return false;
  if (share_alike(lengths_of(before), lengths_of(old.automatic)) >= kAsBefore &&
      share_alike(lengths_of(now), lengths_of(recent.automatic)) < kAsBefore)
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
