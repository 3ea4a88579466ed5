#include "site/add_rule_set.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "site/read.h"
#include "site/site_text.h"
#include "site/yaml_place.h"

namespace winnow::site {
namespace {

// What is put in at a place, instead of some bytes that stand there.
struct Edit {
  std::size_t at = 0, instead_of = 0;
  std::string text;
};

// Behind the end of the line in which `at` is.
std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == text.npos ? text.size() : end + 1;
}

// Into a list in brackets.
std::optional<Edit> edit_brackets(std::string_view text, std::size_t open, bool empty, const RuleSet& set) {
  const std::string line = rule_set_line(set);
  return Edit{open + 1, 0, empty ? line : text.substr(open + 1, 1) == "\n" ? "\n  " + line + "," : line + ", "};
}

// Whole lines, in front of what begins at `at`.
Edit edit_lines(std::string_view text, std::size_t at, std::string lines) {
  const bool broken = at > 0 && text[at - 1] != '\n';
  return {at, 0, (broken ? "\n" : "") + std::move(lines)};
}

std::optional<Edit> edit_of(std::string_view text, const Yaml& root, const RuleSet& set, const Comments& comments) {
  const auto block = [&](std::size_t indent) { return rule_set_text(set, comments, indent); };
  const auto rules = std::find_if(root.members.begin(), root.members.end(),
                                  [](const Yaml::Member& member) { return member.key == "rules"; });
  if (rules == root.members.end()) return edit_lines(text, text.size(), "rules:\n" + block(2));
  const std::size_t below = next_line(text, offset_of(text, rules->line, 1));
  const Yaml& value = rules->value;
  if (value.kind == Yaml::Kind::null) return edit_lines(text, below, block(2));
  if (value.kind != Yaml::Kind::list) return std::nullopt;
  const std::size_t at = offset_of(text, value.line, value.column);
  if (text.substr(at, 2) == "[]") {
    Edit edit = edit_lines(text, below, block(2));
    edit.text.insert(0, text.substr(at + 2, below - at - 2));
    edit.at = at, edit.instead_of = below - at;
    return edit;
  }
  if (text.substr(at, 1) == "[") return edit_brackets(text, at, value.items.empty(), set);
  return edit_lines(text, below, block(static_cast<std::size_t>(std::max(value.column - 1, 0))));
}

// Depth is bounded by the reader (yaml.h).
bool same(const Yaml& a, const Yaml& b) {
  const auto same_member = [](const Yaml::Member& x, const Yaml::Member& y) {
    return x.key == y.key && same(x.value, y.value);
  };
  return a.kind == b.kind && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), same_member);
}

std::vector<RuleSet> rules_of(const Yaml& root) {
  std::vector<RuleSet> rules;
  Values values("", site_keys());  // faults were there before, or the sets differ
  if (const Yaml* node = root.find("rules")) read_rules(values, *node, rules);
  return rules;
}

// The same file but for one more set.
bool differs_so(const Yaml& before, const Yaml& after, const RuleSet& set) {
  std::vector<RuleSet> expected = rules_of(before);
  expected.insert(expected.begin(), set);
  if (rules_of(after) != expected) return false;
  const auto others = [](const Yaml& root) {
    Yaml rest = root;
    std::erase_if(rest.members, [](const Yaml::Member& member) { return member.key == "rules"; });
    return rest;
  };
  return same(others(before), others(after));
}

// As the file ends its own lines.
std::string with_its_breaks(std::string_view file, const std::string& text) {
  if (file.find("\r\n") == file.npos) return text;
  std::string out;
  for (const char c : text) out += c == '\n' ? "\r\n" : std::string(1, c);
  return out;
}

}  // namespace

Result<std::string> add_rule_set(std::string_view text, const RuleSet& set, const Comments& comments) {
  const auto refuse = [&](const std::string& why) {
    return fail(Code::invalid, why + "; put this above the first set under 'rules':\n" + rule_set_text(set, comments));
  };
  const auto before = parse_yaml(text);
  if (!before) return refuse("line " + std::to_string(before.error().line) + ": " + before.error().text);
  const std::optional<Edit> edit =
      before->kind == Yaml::Kind::map ? edit_of(text, *before, set, comments) : std::nullopt;
  if (!edit) return refuse("its rules are no list");
  std::string out(text.substr(0, edit->at));
  out += with_its_breaks(text, edit->text);
  out += text.substr(edit->at + edit->instead_of);
  const auto after = parse_yaml(out);
  if (!after || !differs_so(*before, *after, set))
    return refuse("its rules can't be added to without changing other lines");
  return out;
}

}  // namespace winnow::site
