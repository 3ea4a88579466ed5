#include "parse/selector_reference.h"

#include <algorithm>
#include <optional>

namespace winnow::parse::reference {
namespace {

using Kind = Simple::Kind;

bool element(const Document& d, NodeId id) {
  return id != kNone && d[id].tag != Tag::text && d[id].tag != Tag::document;
}

std::vector<NodeId> elements(const Document& d) {
  std::vector<NodeId> out;
  for (NodeId id = 0; id < d.size(); ++id) {
    if (element(d, id)) out.push_back(id);
  }
  return out;
}

std::vector<NodeId> siblings(const Document& d, NodeId id) {
  std::vector<NodeId> out;
  for (NodeId c = d[d[id].parent].first_child; c != kNone; c = d[c].next_sibling) {
    if (element(d, c)) out.push_back(c);
  }
  return out;
}

// Whether `right` stands to `left` as the combinator says.
bool stands(const Document& d, NodeId left, char combinator, NodeId right) {
  if (combinator == '>') return d[right].parent == left;
  if (combinator == ' ') return right > left && right < d[left].end;
  const auto row = siblings(d, right);
  const auto l = std::find(row.begin(), row.end(), left), r = std::find(row.begin(), row.end(), right);
  if (l == row.end() || l >= r) return false;
  return combinator == '~' || l + 1 == r;
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

std::string collapsed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool compare(const Simple& s, std::string value) {
  if (s.op.empty()) return true;
  std::string want = s.value;
  if (s.words) value = " " + collapsed(value) + " ";
  if (s.fold) value = lower(value), want = lower(want);
  if (s.op == "=") return value == want;
  if (s.op == "|=") return value == want || value.starts_with(want + "-");
  if (want.empty()) return false;
  if (s.op == "^=") return value.starts_with(want);
  if (s.op == "$=") return value.ends_with(want);
  if (s.op == "*=") return value.find(want) != value.npos;
  return want.find(' ') == want.npos && (" " + collapsed(value) + " ").find(" " + want + " ") != value.npos;
}

std::string inner(const Document& d, NodeId id, bool code) {
  std::string out;
  for (NodeId n = id; n < d[id].end; ++n) {
    if (d[n].tag == Tag::text && (code || d[d[n].parent].tag != Tag::script)) out += d[n].text;
  }
  return out;
}

bool own_text(const Document& d, const Simple& s, NodeId id) {
  for (NodeId c = d[id].first_child; c != kNone; c = d[c].next_sibling) {
    if (d[c].tag != Tag::text) continue;
    if (compare(s, std::string(d[c].text))) return true;
    if (s.kind == Kind::first_text) return false;
  }
  return false;
}

bool nth(const Document& d, const Simple& s, NodeId id) {
  std::vector<NodeId> counted = s.of_all ? elements(d) : siblings(d, id);
  std::erase_if(counted, [&](NodeId other) {
    return s.of_type ? d[other].text != d[id].text : !s.list.empty() && !matches(d, s.list, other);
  });
  if (s.from_end) std::reverse(counted.begin(), counted.end());
  const auto found = std::find(counted.begin(), counted.end(), id);
  if (found == counted.end()) return false;
  const auto place = found - counted.begin() + 1;
  for (int n = 0; n < 100; ++n) {
    if (s.step * n + s.offset == place) return true;
  }
  return false;
}

bool is_empty(const Document& d, NodeId id) {
  for (NodeId c = d[id].first_child; c != kNone; c = d[c].next_sibling) {
    if (d[c].tag != Tag::text || !collapsed(std::string(d[c].text)).empty()) return false;
  }
  return true;
}

bool simple(const Document& d, const std::vector<Simple>& all, std::size_t at, NodeId id);

bool first_simples(const Document& d, const std::vector<Simple>& all, std::size_t count, NodeId id) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!simple(d, all, i, id)) return false;
  }
  return true;
}

bool complex(const Document& d, const Complex& c, std::size_t count, NodeId id, std::optional<NodeId> anchor) {
  const Compound& last = c.compounds[count - 1];
  if (!first_simples(d, last.simples, last.simples.size(), id)) return false;
  if (count == 1) return last.combinator == 0 || stands(d, *anchor, last.combinator, id);
  for (const NodeId left : elements(d)) {
    if (stands(d, left, last.combinator, id) && complex(d, c, count - 1, left, anchor)) return true;
  }
  return false;
}

// The element is one of those that the simples on the left choose, and the nearest to some that the list chooses.
bool nearest(const Document& d, const std::vector<Simple>& all, std::size_t at, NodeId id) {
  const Simple& s = all[at];
  const char combinator = s.kind == Kind::around ? ' ' : '~';
  const auto in_order = [&](NodeId near, NodeId far) {  // from the nearest to the one it is nearest to
    return s.kind == Kind::after ? stands(d, far, combinator, near) : stands(d, near, combinator, far);
  };
  if (!first_simples(d, all, at, id)) return false;
  for (const NodeId target : elements(d)) {
    if (!in_order(id, target) || !matches(d, s.list, target)) continue;
    bool between = false;
    for (const NodeId other : elements(d)) {
      between |= in_order(id, other) && in_order(other, target) && first_simples(d, all, at, other);
    }
    if (!between) return true;
  }
  return false;
}

bool has(const Document& d, const Simple& s, NodeId id) {
  for (const NodeId other : elements(d)) {
    for (const Complex& c : s.list) {
      if (complex(d, c, c.compounds.size(), other, id)) return true;
    }
  }
  return false;
}

bool simple(const Document& d, const std::vector<Simple>& all, std::size_t at, NodeId id) {
  const Simple& s = all[at];
  switch (s.kind) {
    case Kind::tag:
      return s.name == "*" || d[id].text == s.name;
    case Kind::klass:
      return compare({.kind = s.kind, .value = s.name, .op = "~="}, std::string(d.attribute(id, "class")));
    case Kind::id:
      return d.attribute(id, "id") == s.name;
    case Kind::attribute:
      return d.has_attribute(id, s.name) && compare(s, std::string(d.attribute(id, s.name)));
    case Kind::text:
      return compare(s, inner(d, id, true));
    case Kind::own_text:
    case Kind::first_text:
      return own_text(d, s, id);
    case Kind::contains:
      return collapsed(inner(d, id, false)).find(s.value) != std::string::npos;
    case Kind::nth:
      return nth(d, s, id);
    case Kind::empty:
      return is_empty(d, id);
    case Kind::root:
      return !element(d, d[id].parent);
    case Kind::is:
      return matches(d, s.list, id);
    case Kind::isnt:
      return !matches(d, s.list, id);
    case Kind::has:
      return has(d, s, id);
    default:
      return nearest(d, all, at, id);
  }
}

std::string compare_text(const Simple& s) {
  return s.op + "\"" + s.value + "\"" + (s.fold ? " i" : "") + (s.words ? " w" : "");
}

std::string nth_text(const Simple& s) {
  std::string out = s.of_all ? "match" : s.of_type ? "of-type" : "child";
  out = std::string(":nth-") + (s.from_end ? "last-" : "") + out + "(" + std::to_string(s.step) + "n";
  out += (s.offset < 0 ? "" : "+") + std::to_string(s.offset);
  return out + (s.list.empty() ? "" : " of " + text_of(s.list)) + ")";
}

std::string text_of(const Simple& s) {
  switch (s.kind) {
    case Kind::tag:
      return s.name;
    case Kind::klass:
      return "." + s.name;
    case Kind::id:
      return "#" + s.name;
    case Kind::attribute:
      return "[" + s.name + (s.op.empty() ? "" : compare_text(s)) + "]";
    case Kind::text:
      return ":text(" + compare_text(s) + ")";
    case Kind::own_text:
      return ":own-text(" + compare_text(s) + ")";
    case Kind::first_text:
      return ":first-text(" + compare_text(s) + ")";
    case Kind::contains:
      return ":contains(\"" + s.value + "\")";
    case Kind::nth:
      return nth_text(s);
    case Kind::empty:
      return ":empty";
    case Kind::root:
      return ":root";
    case Kind::is:
      return ":is(" + text_of(s.list) + ")";
    case Kind::isnt:
      return ":not(" + text_of(s.list) + ")";
    case Kind::has:
      return ":has(" + text_of(s.list) + ")";
    case Kind::around:
      return ":nearest-around(" + text_of(s.list) + ")";
    case Kind::after:
      return ":nearest-after(" + text_of(s.list) + ")";
    case Kind::before:
      return ":nearest-before(" + text_of(s.list) + ")";
  }
  return "";
}

int below(std::mt19937& random, int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); }

std::string one_of(std::mt19937& random, const std::vector<std::string>& words) {
  return words[random() % words.size()];
}

std::string any_class(std::mt19937& random) { return one_of(random, {"x", "y", "xy", "X"}); }
std::string any_tag(std::mt19937& random) { return one_of(random, {"div", "p", "b", "section"}); }

Simple any_comparison(std::mt19937& random, Simple s, const std::vector<std::string>& ops) {
  s.op = one_of(random, ops);
  s.value = one_of(random, {"x", "y", "x y", " x", "y ", " x ", "xy", ""});
  s.fold = below(random, 4) == 0;
  s.words = below(random, 4) == 0;
  return s;
}

List any_relative(std::mt19937& random, int depth) {
  List list = any_list(random, depth);
  for (Complex& c : list) c.compounds.front().combinator = one_of(random, {" ", ">", "+", "~"})[0];
  return list;
}

Simple any_nth(std::mt19937& random, int depth) {
  Simple s{.kind = Kind::nth, .step = below(random, 5) - 2, .offset = below(random, 6) - 2};
  s.from_end = below(random, 2) == 0;
  s.of_type = below(random, 3) == 0;
  s.of_all = !s.of_type && below(random, 4) == 0;
  if (s.of_all || (!s.of_type && below(random, 2) == 0)) s.list = any_list(random, depth - 1);
  return s;
}

Simple any_simple(std::mt19937& random, int depth) {
  switch (below(random, depth > 0 ? 16 : 9)) {
    case 0:
    case 1:
      return {.kind = Kind::klass, .name = any_class(random)};
    case 2:
      return {.kind = Kind::id, .name = one_of(random, {"i", "j"})};
    case 3:
      return {.kind = Kind::attribute, .name = one_of(random, {"class", "lang", "id"})};
    case 4:
      return any_comparison(random, {.kind = Kind::attribute, .name = one_of(random, {"class", "lang"})},
                            {"=", "~=", "|=", "^=", "$=", "*="});
    case 5:
      return any_comparison(random, {.kind = static_cast<Kind>(static_cast<int>(Kind::text) + below(random, 3))},
                            {"=", "^=", "$=", "*="});
    case 6:
      return {.kind = Kind::contains, .value = one_of(random, {"x", "xy", "x y"})};
    case 7:
      return {.kind = Kind::empty};
    case 8:
      return {.kind = Kind::root};
    case 9:
      return {.kind = Kind::is, .list = any_list(random, depth - 1)};
    case 10:
      return {.kind = Kind::isnt, .list = any_list(random, depth - 1)};
    case 11:
    case 12:
      return {.kind = Kind::has, .list = any_relative(random, depth - 1)};
    case 13:
      return {.kind = static_cast<Kind>(static_cast<int>(Kind::around) + below(random, 3)),
              .list = any_list(random, depth - 1)};
    default:
      return any_nth(random, depth);
  }
}

void add_element(std::mt19937& random, int depth, std::string& html) {
  const std::string tag = depth == 0 ? "b" : one_of(random, {"div", "section", "div", "p", "b", "script"});
  html += "<" + tag;
  if (below(random, 3) > 0) html += " class=\"" + one_of(random, {"x", "y", "x y", "xy  x", "X", " y\nx", ""}) + "\"";
  if (below(random, 5) == 0) html += " id=" + one_of(random, {"i", "j"});
  if (below(random, 5) == 0) html += " lang=" + one_of(random, {"x", "x-y", "y"});
  html += ">";
  if (below(random, 2) == 0) html += one_of(random, {"x", "y", "x y", " x", "y\n ", " ", "X"});
  if (tag == "div" || tag == "section") {
    for (int n = below(random, 4); n > 0; --n) {
      add_element(random, depth - 1, html);
      if (below(random, 3) == 0) html += one_of(random, {"x", "y", " x "});
    }
  }
  html += "</" + tag + ">";
}

}  // namespace

std::string text_of(const List& list) {
  std::string out;
  for (const Complex& c : list) {
    out += out.empty() ? "" : ", ";
    for (std::size_t i = 0; i < c.compounds.size(); ++i) {
      const char combinator = c.compounds[i].combinator;
      if (combinator != 0) out += combinator == ' ' ? (i == 0 ? "" : " ") : std::string(" ") + combinator + " ";
      for (const Simple& s : c.compounds[i].simples) out += text_of(s);
    }
  }
  return out;
}

bool matches(const Document& document, const List& list, NodeId id) {
  return std::any_of(list.begin(), list.end(),
                     [&](const Complex& c) { return complex(document, c, c.compounds.size(), id, std::nullopt); });
}

List any_list(std::mt19937& random, int depth) {
  List list(below(random, 4) == 0 ? 2 : 1);
  for (Complex& c : list) {
    for (int n = 1 + below(random, depth > 0 ? 3 : 2); n > 0; --n) {
      Compound compound{.combinator = c.compounds.empty() ? '\0' : one_of(random, {" ", ">", "+", "~"})[0],
                        .simples = {}};
      if (below(random, 2) == 0)
        compound.simples.push_back({.kind = Kind::tag, .name = below(random, 4) == 0 ? "*" : any_tag(random)});
      for (int m = below(random, 2) + (compound.simples.empty() ? 1 : 0); m > 0; --m)
        compound.simples.push_back(any_simple(random, depth));
      c.compounds.push_back(std::move(compound));
    }
  }
  return list;
}

std::string any_page(std::mt19937& random) {
  std::string html = "<!DOCTYPE html><html><head></head><body class=x>";
  for (int n = 1 + below(random, 4); n > 0; --n) add_element(random, 3, html);
  return html + "</body></html>";
}

}  // namespace winnow::parse::reference
