// The `rules` and `tests` of a site file.
#include <algorithm>
#include <array>

#include "site/read.h"

namespace winnow::site {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 12> kFields = {"title",    "subtitle", "summary", "body",
                                                      "authors",  "editors",  "source",  "published",
                                                      "modified", "section",  "tags",    "next_page"};
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

FieldRule read_field(Values& values, const Yaml& node) {
  FieldRule rule;
  if (node.kind == Yaml::Kind::scalar) {
    if (check_locator(values, node)) rule.css = node.text;
    return rule;
  }
  if (!values.map(node, "rules[].FIELD")) return rule;
  if (const Yaml* css = node.find("css"); css && check_locator(values, *css)) rule.css = css->text;
  if (const Yaml* others = node.find("else")) {
    for (const Yaml* other : values.list(*others)) {
      if (check_locator(values, *other)) rule.otherwise.push_back(other->text);
    }
  }
  if (!node.find("css") && !node.find("else")) values.fault(node, "this field needs 'css', a locator to find it by");
  values.text(node, "attr", rule.attr);
  values.regex(node, "match", rule.match);
  values.text(node, "split", rule.split);
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
  }
  return rule;
}

RuleSet read_set(Values& values, const Yaml& node, std::size_t index) {
  RuleSet set;
  set.name = "v" + std::to_string(index + 1);
  if (!values.map(node, "rules[]", kFields)) return set;
  values.text(node, "name", set.name);
  if (const Yaml* when = node.find("when"); when && values.map(*when, "rules[].when")) {
    values.selector(*when, "exists", set.when_exists);
  }
  for (const Yaml::Member& member : node.members) {
    if (const auto field = field_named(member.key)) set.fields[*field] = read_field(values, member.value);
  }
  if (const Yaml* remove = node.find("remove")) {
    for (const Yaml* item : values.list(*remove)) set.remove.push_back(read_remove(values, *item));
  }
  return set;
}

PageTest read_test(Values& values, const Yaml& node) {
  PageTest test;
  if (!values.map(node, "tests[]")) return test;
  std::filesystem::path page;
  values.path(node, "page", page);
  test.page = page.string();
  if (test.page.empty()) values.fault(node, "this test needs 'page', a saved page");
  values.url(node, "url", test.url);
  std::vector<std::string_view> known(kFields.begin(), kFields.end());
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

std::span<const std::string_view> field_names() { return kFields; }

std::optional<Field> field_named(std::string_view name) {
  const auto found = std::find(kFields.begin(), kFields.end(), name);
  if (found == kFields.end()) return std::nullopt;
  return static_cast<Field>(found - kFields.begin());
}

void read_rules(Values& values, const Yaml& node, std::vector<RuleSet>& rules) {
  rules.clear();
  for (const Yaml* item : values.list(node)) rules.push_back(read_set(values, *item, rules.size()));
}

void read_tests(Values& values, const Yaml& node, std::vector<PageTest>& tests) {
  tests.clear();
  for (const Yaml* item : values.list(node)) tests.push_back(read_test(values, *item));
}

}  // namespace winnow::site
