// The `rules` and `tests` of a site file.
#include <algorithm>
#include <array>

#include "site/read.h"
#include "winnow/field_names.h"

namespace winnow::site {
namespace {

constexpr std::array<std::string_view, 8> kPlaceKeys = {"css",       "value", "attr",  "cut_before",
                                                        "cut_after", "match", "split", "join"};
constexpr std::array<std::string_view, 2> kTexts = {"has", "lacks"};

bool check_locator(Values& values, const Yaml& node) {
  if (!values.is_text(node)) return false;
  for (const std::string_view prefix : {"meta:", "jsonld:"}) {
    if (!node.text.starts_with(prefix)) continue;
    if (node.text.size() > prefix.size()) return true;
    values.fault(node, "'" + node.text + "' names nothing; write it as meta:og:title or jsonld:headline");
    return false;
  }
  return values.check_selector(node);
}

Place read_place(Values& values, const Yaml& node) {
  Place place;
  if (const Yaml* css = node.find("css"); css && check_locator(values, *css)) place.css = css->text;
  values.text(node, "value", place.value);
  values.text(node, "attr", place.attr);
  values.text(node, "cut_before", place.cut_before);
  values.text(node, "cut_after", place.cut_after);
  values.regex(node, "match", place.match);
  values.text(node, "split", place.split);
  values.text(node, "join", place.join);
  const Yaml* value = node.find("value");
  if (value && node.find("css")) values.fault(*value, "'value' and 'css' exclude each other; put one under 'else'");
  return place;
}

// A locator alone is read as the first place is; a map says all of it anew.
Place read_other_place(Values& values, const Yaml& node, const Place& first) {
  if (node.kind != Yaml::Kind::map) {
    Place place = first;
    place.value.clear();
    place.css = check_locator(values, node) ? node.text : std::string();
    return place;
  }
  if (!values.map(node, "rules[].FIELD.else[]", kPlaceKeys)) return {};
  if (!node.find("css") && !node.find("value")) values.fault(node, "this needs 'css', a locator, or 'value'");
  return read_place(values, node);
}

FieldRule read_field(Values& values, const Yaml& node) {
  FieldRule rule;
  if (node.kind == Yaml::Kind::scalar) {
    rule.places.push_back({.css = check_locator(values, node) ? node.text : std::string()});
    return rule;
  }
  if (!values.map(node, "rules[].FIELD")) return rule;
  rule.places.push_back(read_place(values, node));
  if (const Yaml* others = node.find("else")) {
    for (const Yaml* other : values.list(*others))
      rule.places.push_back(read_other_place(values, *other, rule.places.front()));
  }
  if (!node.find("css") && !node.find("else") && !node.find("value"))
    values.fault(node, "this field needs 'css', a locator to find it by");
  values.flag(node, "prune", rule.prune);
  int chars = 0, max = static_cast<int>(rule.max);
  if (const Yaml* require = node.find("require"); require && values.map(*require, "rules[].FIELD.require")) {
    values.number(*require, "chars", 0, 1'000'000, chars);
  }
  values.number(node, "max", 1, 200, max);
  rule.require_chars = static_cast<std::size_t>(chars);
  rule.max = static_cast<std::size_t>(max);
  return rule;
}

RemoveRule read_remove(Values& values, const Yaml& node) {
  RemoveRule rule;
  if (node.kind == Yaml::Kind::scalar) {
    if (values.check_selector(node)) rule.css = node.text;
  } else if (values.map(node, "rules[].remove[]")) {
    values.regex(node, "text", rule.text);
    values.selector(node, "css", rule.css);
    values.text(node, "attr", rule.attr);
    if (!rule.attr.empty() && rule.css.empty()) values.fault(node, "'attr' needs 'css', the elements that have it");
  }
  return rule;
}

RuleSet read_set(Values& values, const Yaml& node, std::size_t place) {
  RuleSet set;
  set.name = "v" + std::to_string(place);
  if (!values.map(node, "rules[]", kFieldNames)) return set;
  values.text(node, "name", set.name);
  if (const Yaml* when = node.find("when"); when && values.map(*when, "rules[].when")) {
    values.selector(*when, "exists", set.when_exists);
  }
  for (const Yaml::Member& member : node.members) {
    const auto field = field_named(member.key);
    if (field && member.value.kind != Yaml::Kind::null) set.fields[*field] = read_field(values, member.value);
  }
  if (const Yaml* remove = node.find("remove")) {
    for (const Yaml* item : values.list(*remove)) {
      const RemoveRule rule = read_remove(values, *item);
      if (rule != RemoveRule{}) set.remove.push_back(rule);
    }
  }
  return set;
}

PageTest read_test(Values& values, const Yaml& node) {
  PageTest test;
  if (!values.map(node, "tests[]")) return test;
  std::filesystem::path page;
  values.path(node, "page", page);
  test.page = page.string();
  values.url(node, "url", test.url);
  if (test.page.empty() && test.url.empty())
    values.fault(node, "this test needs 'page', a saved page, or 'url', where one can be saved from");
  std::vector<std::string_view> known(kFieldNames.begin(), kFieldNames.end());
  const Yaml* expect = node.find("expect");
  if (!expect || !values.map(*expect, "tests[].expect", known)) return test;
  values.texts(*expect, "has", test.has);
  values.texts(*expect, "lacks", test.lacks);
  for (const Yaml::Member& member : expect->members) {
    if (std::find(kTexts.begin(), kTexts.end(), member.key) == kTexts.end() && values.is_text(member.value)) {
      test.equal.emplace_back(member.key, member.value.text);
    }
  }
  return test;
}

}  // namespace

std::span<const std::string_view> field_names() { return kFieldNames; }

std::optional<Field> field_named(std::string_view name) {
  const auto found = std::find(kFieldNames.begin(), kFieldNames.end(), name);
  if (found == kFieldNames.end()) return std::nullopt;
  return static_cast<Field>(found - kFieldNames.begin());
}

void read_rules(Values& values, const Yaml& node, std::vector<RuleSet>& rules) {
  rules.clear();
  // Counted from the last on, the oldest: a set that is put above the others changes no name.
  const std::vector<const Yaml*> items = values.list(node);
  for (const Yaml* item : items) rules.push_back(read_set(values, *item, items.size() - rules.size()));
}

void read_replace(Values& values, const Yaml& node, std::vector<Replacement>& replace) {
  replace.clear();
  for (const Yaml* item : values.list(node)) {
    Replacement r;
    if (!values.map(*item, "replace[]")) continue;
    values.text(*item, "find", r.find);
    values.text(*item, "with", r.with);
    if (r.find.empty()) values.fault(*item, "this needs 'find', a text of the page's source");
    if (!r.find.empty()) replace.push_back(std::move(r));
  }
}

void read_tests(Values& values, const Yaml& node, std::vector<PageTest>& tests) {
  tests.clear();
  for (const Yaml* item : values.list(node)) tests.push_back(read_test(values, *item));
}

}  // namespace winnow::site
