#include "extract/rules.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/scan.h"
#include "base/utf8.h"
#include "extract/rule_locator.h"
#include "winnow/field_names.h"

namespace winnow::extract {
namespace {

bool has_many(Field field) { return field == Field::authors || field == Field::editors || field == Field::tags; }

struct CompiledPlace {
  Locator locator;
  ValueShape shape;
};

struct CompiledField {
  std::vector<CompiledPlace> places;
  std::size_t require_chars = 0;
};

struct AttributeRule {
  parse::Selector selector;
  std::string attribute;
};

// Compiles what a rule's author wrote; what is wrong goes to `problems` under its place in the file.
class Compiler {
 public:
  explicit Compiler(std::vector<Problem>& problems) : problems_(problems) {}

  template <class T>
  std::optional<T> keep(const std::string& where, Result<T> result) {
    if (result) return std::move(*result);
    problems_.push_back({where, result.error().text});
    return std::nullopt;
  }

  // Nothing where the rule can't find anything.
  std::optional<CompiledField> field(const std::string& where, Field field, const FieldRule& rule) {
    CompiledField out;
    out.require_chars = rule.require_chars;
    bool says_any = false;
    for (std::size_t i = 0; i < rule.places.size(); ++i) {
      const Place& place = rule.places[i];
      if (place.css.empty() && place.value.empty()) continue;
      says_any = true;
      if (auto compiled = this->place(where + (i == 0 ? "" : ".else[" + std::to_string(i - 1) + "]"), field, place))
        out.places.push_back(std::move(*compiled));
    }
    if (!says_any) {
      problems_.push_back({where, "says no place to look; write css: SELECTOR, or else: [meta:NAME] or [jsonld:PATH]"});
    }
    if (out.places.empty()) return std::nullopt;
    return out;
  }

 private:
  // Nothing where a wrong `match` would let wrong values through, too.
  std::optional<CompiledPlace> place(const std::string& where, Field field, const Place& place) {
    auto locator = place.value.empty() ? keep(where + ".css", Locator::compile(place.css))
                                       : std::optional(Locator::fixed(place.value));
    if (!locator) return std::nullopt;
    CompiledPlace out{.locator = std::move(*locator),
                      .shape = {.attr = place.attr,
                                .cut_before = place.cut_before,
                                .cut_after = place.cut_after,
                                .split = place.split,
                                .join = place.join,
                                .many = has_many(field),
                                .link = field == Field::next_page || field == Field::single_page}};
    if (!place.match.empty() && !(out.shape.match = keep(where + ".match", Regex::compile(place.match))))
      return std::nullopt;
    return out;
  }

  std::vector<Problem>& problems_;
};

// In document order; elements that stand in another one of the list go with it.
std::vector<parse::NodeId> outermost(const parse::Document& document, std::vector<parse::NodeId> nodes) {
  std::sort(nodes.begin(), nodes.end());
  std::vector<parse::NodeId> out;
  for (const parse::NodeId id : nodes) {
    if (out.empty() || id >= document[out.back()].end) out.push_back(id);
  }
  return out;
}

std::size_t characters(const parse::Document& document, const std::vector<parse::NodeId>& nodes) {
  std::size_t sum = 0;
  for (const parse::NodeId id : nodes) sum += utf8::length(document.visible_text(id));
  return sum;
}

// Applies one set to one page.
class Application {
 public:
  Application(const std::string& set, RulePage& page, RuleFinds& finds) : set_(set), page_(page), finds_(finds) {}

  void find(Field field, const CompiledField& rule) {
    for (const CompiledPlace& place : rule.places) {
      const bool elements = field == Field::body && place.locator.is_css();
      if (elements ? take_body(place.locator, rule) : take_values(field, place, rule)) return;
    }
    std::string tried;
    for (const CompiledPlace& place : rule.places) tried += (tried.empty() ? "" : ", ") + place.locator.text();
    note(name_of(field), "", "nothing found by " + tried);
  }

  void note(std::string_view action, std::string_view what, const std::string& why) {
    finds_.trace.push_back({"extract", std::string(action), utf8::shorten(what, 120), "rules " + set_ + ": " + why});
  }

 private:
  bool take_body(const Locator& locator, const CompiledField& rule) {
    std::vector<parse::NodeId> nodes = outermost(page_.document(), locator.elements(page_.document()));
    if (nodes.empty()) return false;
    const std::size_t size = characters(page_.document(), nodes);
    if (size < std::max<std::size_t>(rule.require_chars, 1)) {
      note("body", "",
           locator.text() + " has " + std::to_string(size) + " characters, " + std::to_string(rule.require_chars) +
               " are required");
      return false;
    }
    note("body", std::to_string(nodes.size()) + " container(s), " + std::to_string(size) + " characters",
         locator.text());
    finds_.body = std::move(nodes);
    return true;
  }

  bool take_values(Field field, const CompiledPlace& place, const CompiledField& rule) {
    std::vector<std::string> values = place.locator.values(page_, place.shape);
    if (values.empty()) return false;
    if (field == Field::body && utf8::length(values.front()) < rule.require_chars) return false;
    for (const std::string& value : values) note(name_of(field), value, place.locator.text());
    finds_.values.emplace(field, std::move(values));
    return true;
  }

  const std::string& set_;
  RulePage& page_;
  RuleFinds& finds_;
};

}  // namespace

struct CompiledRules::Set {
  std::string name;
  std::string condition;  // as written; empty: always
  std::optional<parse::Selector> when;
  std::map<Field, CompiledField> fields;
  std::size_t max_parts = 20;
  bool prune = true;
  std::vector<parse::Selector> remove;
  std::vector<AttributeRule> remove_attribute;
  std::vector<Regex> remove_text;

  // A set is compiled whole or in part; one whose condition is wrong never applies.
  Set(const RuleSet& rules, std::size_t index, Compiler& compiler)
      : name(rules.name.empty() ? std::to_string(index + 1) : rules.name), condition(rules.when_exists) {
    const std::string where = "rules[" + std::to_string(index) + "].";
    if (!condition.empty()) when = compiler.keep(where + "when.exists", parse::Selector::compile(condition));
    for (const auto& [field, rule] : rules.fields) {
      if (field == Field::next_page) max_parts = rule.max;
      if (field == Field::body) prune = rule.prune;
      auto compiled = compiler.field(where + std::string(name_of(field)), field, rule);
      if (compiled) fields.emplace(field, std::move(*compiled));
    }
    for (std::size_t i = 0; i < rules.remove.size(); ++i) {
      add_remove(rules.remove[i], where + "remove[" + std::to_string(i) + "]", compiler);
    }
  }

  [[nodiscard]] bool applies(const parse::Document& document) const {
    return when ? when->first(document) != parse::kNone : condition.empty();
  }

 private:
  void add_remove(const RemoveRule& rule, const std::string& where, Compiler& compiler) {
    if (!rule.css.empty()) {
      auto selector = compiler.keep(where, parse::Selector::compile(rule.css));
      if (selector && rule.attr.empty()) remove.push_back(std::move(*selector));
      if (selector && !rule.attr.empty()) remove_attribute.push_back({std::move(*selector), ascii::lower(rule.attr)});
    }
    if (!rule.text.empty()) {
      if (auto regex = compiler.keep(where + ".text", Regex::compile(rule.text)))
        remove_text.push_back(std::move(*regex));
    }
  }
};

CompiledRules::CompiledRules(std::span<const RuleSet> rules, std::vector<Problem>& problems) {
  Compiler compiler(problems);
  for (std::size_t i = 0; i < rules.size(); ++i) sets_.emplace_back(rules[i], i, compiler);
}

CompiledRules::~CompiledRules() = default;
CompiledRules::CompiledRules(CompiledRules&&) noexcept = default;
CompiledRules& CompiledRules::operator=(CompiledRules&&) noexcept = default;

RuleFinds CompiledRules::apply(const parse::Document& document, const Url* base) const {
  RuleFinds finds;
  const auto set = std::find_if(sets_.begin(), sets_.end(), [&](const Set& s) { return s.applies(document); });
  if (set == sets_.end()) {
    if (!sets_.empty()) finds.trace.push_back({"extract", "rules", "", "the condition of no rule set holds"});
    return finds;
  }
  finds.rule_set = set->name;
  finds.max_parts = set->max_parts;
  finds.prune = set->prune;
  RulePage page(document, base);
  Application application(set->name, page, finds);
  application.note("rules", set->name, set->condition.empty() ? "has no condition" : set->condition + " exists");
  for (const auto& [field, rule] : set->fields) {
    finds.named.push_back(field);
    application.find(field, rule);
  }
  for (const parse::Selector& selector : set->remove) {
    const std::vector<parse::NodeId> found = selector.select(document);
    if (!found.empty()) application.note("removed", std::to_string(found.size()) + " element(s)", selector.text());
    finds.drop.insert(finds.drop.end(), found.begin(), found.end());
  }
  finds.drop = outermost(document, std::move(finds.drop));
  for (const AttributeRule& rule : set->remove_attribute) {
    for (const parse::NodeId id : rule.selector.select(document)) {
      if (document.has_attribute(id, rule.attribute)) finds.drop_attributes.emplace_back(id, rule.attribute);
    }
  }
  return finds;
}

bool CompiledRules::removes_text(std::string_view rule_set, std::string_view text) const {
  const auto set = std::find_if(sets_.begin(), sets_.end(), [&](const Set& s) { return s.name == rule_set; });
  return set != sets_.end() && std::any_of(set->remove_text.begin(), set->remove_text.end(),
                                           [&](const Regex& regex) { return regex.search(text); });
}

}  // namespace winnow::extract
