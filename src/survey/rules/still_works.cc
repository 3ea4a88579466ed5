#include "survey/rules/still_works.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "parse/document.h"
#include "parse/selector.h"
#include "survey/rules/reads_as_well.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

constexpr double kAsBefore = 0.75;  // of the share of pages on which it found something

// What one rule of a set finds on pages.
struct Finds {
  std::size_t pages = 0, found = 0;
  std::set<std::string> values;
  std::vector<std::size_t> lengths;  // of the texts

  [[nodiscard]] double share() const {
    return pages == 0 ? 0 : static_cast<double>(found) / static_cast<double>(pages);
  }
};

// The article's field as one text, as far as rules of single values go.
std::string value_of(const Article& article, Field field) {
  switch (field) {
    case Field::title:
      return article.title;
    case Field::subtitle:
      return article.subtitle;
    case Field::summary:
      return article.summary;
    case Field::published:
      return article.published_at;
    case Field::body:
      return article.text;
    default:
      return {};
  }
}

Reading read(const Reader& reader, const Sample& sample) {
  return reader.read(
      Page{.bytes = sample.bytes, .url = sample.url, .content_type = sample.content_type, .fetched_at = {}});
}

Finds finds_of(Field field, const FieldRule& rule, std::span<const Sample> samples, const Options& automatic) {
  Options options = automatic;
  options.rules = {{.name = "rule", .when_exists = {}, .fields = {{field, rule}}, .remove = {}}};
  const Reader reader(options);
  Finds out;
  for (const Sample& sample : samples) {
    const Reading reading = read(reader, sample);
    const std::vector<FieldSeen>& seen = reading.observation.fields;
    const bool found =
        std::any_of(seen.begin(), seen.end(), [&](const FieldSeen& one) { return one.field == field && one.by_rule; });
    ++out.pages, out.found += found ? 1U : 0U;
    out.values.insert(value_of(reading.article, field));
    out.lengths.push_back(utf8::length(reading.article.text));
  }
  return out;
}

// A field that differs from article to article and now has one value has become something else.
bool is_one_for_all(Field field, const Finds& before, const Finds& now) {
  if (field != Field::title && field != Field::published && field != Field::summary && field != Field::body)
    return false;
  return now.pages > 1 && now.values.size() == 1 && before.values.size() > 1;
}

std::vector<std::size_t> automatic_lengths(std::span<const Sample> samples, const Options& automatic) {
  const Reader reader(automatic);
  std::vector<Reading> readings;
  for (const Sample& sample : samples) readings.push_back(read(reader, sample));
  return lengths_of(readings);
}

// Where a rule and the automatic extractor agreed on the body and no longer do, the rule is what has stopped working.
bool bodies_part(const Finds& rule_before, const Finds& rule_now, std::span<const Sample> before,
                 std::span<const Sample> since, const Options& automatic) {
  return share_alike(rule_before.lengths, automatic_lengths(before, automatic)) >= kAsBefore &&
         share_alike(rule_now.lengths, automatic_lengths(since, automatic)) < kAsBefore;
}

std::vector<parse::Document> documents_of(std::span<const Sample> samples, const Options& automatic) {
  std::vector<parse::Document> out;
  for (const Sample& sample : samples)
    out.push_back(parse::parse_owned(decode_bytes(sample.bytes, sample.content_type, automatic.encoding).text));
  return out;
}

// What removes nothing is of no use; a text may stand on later pages.
bool removes_something(const RemoveRule& rule, const std::vector<parse::Document>& pages) {
  if (rule.css.empty()) return true;
  const auto selector = parse::Selector::compile(rule.css);
  return selector && std::any_of(pages.begin(), pages.end(),
                                 [&](const parse::Document& page) { return selector->first(page) != parse::kNone; });
}

}  // namespace

RuleSet what_still_works(const RuleSet& set, std::span<const Sample> before, std::span<const Sample> since,
                         const Options& automatic) {
  RuleSet out;
  for (const auto& [field, rule] : set.fields) {
    const Finds was = finds_of(field, rule, before, automatic), is = finds_of(field, rule, since, automatic);
    if (is.found == 0 || is.share() < kAsBefore * was.share() || is_one_for_all(field, was, is)) continue;
    if (field == Field::body && bodies_part(was, is, before, since, automatic)) continue;
    out.fields.emplace(field, rule);
  }
  const std::vector<parse::Document> pages = documents_of(since, automatic);
  for (const RemoveRule& rule : set.remove) {
    if (removes_something(rule, pages)) out.remove.push_back(rule);
  }
  return out;
}

}  // namespace winnow::survey
