#include "import/draft.h"

#include <algorithm>
#include <cstdio>

#include "base/scan.h"

namespace winnow::importing {
namespace {

// Words that are true, false, null or a number to some reader of YAML are written in quotes.
bool is_plain(std::string_view text) {
  const auto part = [](char c) { return ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '_' || c == '.'; };
  if (text.empty() || !ascii::is_alpha(text.front()) || !std::all_of(text.begin(), text.end(), part)) return false;
  const std::string lower = ascii::lower(text);
  constexpr std::string_view kWords[] = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"};
  return std::find(std::begin(kWords), std::end(kWords), lower) == std::end(kWords);
}

// In single quotes, where a backslash is one; in double quotes where controls want escapes.
std::string scalar(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  const bool controls = std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
  std::string out = controls ? "\"" : "'";
  for (const char c : text) {
    if (!controls) {
      out += c == '\'' ? "''" : std::string(1, c);
    } else if ((c >= 0 && c < ' ') || c == 0x7F) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\x%02X", static_cast<unsigned>(c));
      out += escape;
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + (controls ? '"' : '\'');
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

// "{css: h1, attr: title}" of those that say something.
std::string flow_map(const Pairs& pairs) {
  std::string out;
  for (const auto& [key, value] : pairs) {
    if (value.empty()) continue;
    if (!out.empty()) out += ", ";
    out += key;
    out += ": ";
    out += value;
  }
  return "{" + out + "}";
}

std::string if_said(const std::string& text) { return text.empty() ? "" : scalar(text); }

Pairs pairs_of(const Place& place) {
  return {{"css", if_said(place.css)},
          {"value", if_said(place.value)},
          {"attr", if_said(place.attr)},
          {"cut_before", if_said(place.cut_before)},
          {"cut_after", if_said(place.cut_after)},
          {"match", if_said(place.match)},
          {"split", if_said(place.split)},
          {"join", if_said(place.join)}};
}

bool is_locator_alone(const Place& place) {
  Place locator;
  locator.css = place.css;
  return !place.css.empty() && pairs_of(place) == pairs_of(locator);
}

std::string field_text(const FieldRule& rule) {
  const std::vector<Place>& places = rule.places;
  if (places.size() == 1 && is_locator_alone(places[0]) && rule.prune) return scalar(places[0].css);
  Pairs pairs = pairs_of(places[0]);
  std::string others;
  for (std::size_t i = 1; i < places.size(); ++i) {
    // A locator alone is read as the first place is.
    const bool alone = is_locator_alone(places[0]) && is_locator_alone(places[i]);
    others += (others.empty() ? "" : ", ") + (alone ? scalar(places[i].css) : flow_map(pairs_of(places[i])));
  }
  if (!others.empty()) pairs.emplace_back("else", "[" + others + "]");
  if (!rule.prune) pairs.emplace_back("prune", "false");
  return flow_map(pairs);
}

void add_rules(const DraftSite& site, std::string& out) {
  if (site.fields.empty() && site.remove.empty()) return;
  out += "rules:\n  - name: " + scalar(site.rule_set) + "\n";
  for (const auto& [name, rule] : site.fields) out += "    " + name + ": " + field_text(rule) + "\n";
  if (!site.remove.empty()) out += "    remove:\n";
  for (const RemoveRule& rule : site.remove) {
    const bool alone = rule.attr.empty() && rule.text.empty();
    out +=
        "      - " +
        (alone ? scalar(rule.css)
               : flow_map({{"css", if_said(rule.css)}, {"attr", if_said(rule.attr)}, {"text", if_said(rule.text)}})) +
        "\n";
  }
}

void add_manners(const DraftSite& site, std::string& out) {
  if (site.user_agent.empty() && site.headers.empty()) return;
  out += "manners:\n";
  if (!site.user_agent.empty()) out += "  user_agent: " + scalar(site.user_agent) + "\n";
  if (!site.headers.empty()) out += "  headers:\n";
  for (const auto& [name, value] : site.headers) out += "    " + scalar(name) + ": " + scalar(value) + "\n";
}

void add_tests(const DraftSite& site, std::string& out) {
  if (!site.tests.empty()) out += "tests:\n";
  for (const DraftTest& test : site.tests) {
    out += "  - url: " + scalar(test.url) + "\n";
    if (test.has.empty()) continue;
    out += "    expect:\n      has:\n";
    for (const std::string& text : test.has) out += "        - " + scalar(text) + "\n";
  }
}

}  // namespace

std::string to_yaml(const DraftSite& site) {
  std::string out;
  for (const std::string& remark : site.remarks) {
    out += "# ";
    for (const char c : remark) out += (c >= 0 && c < ' ') || c == 0x7F ? ' ' : c;
    out += '\n';
  }
  out += "site: " + scalar(site.name) + "\n";
  if (!site.home.empty()) out += "home: " + scalar(site.home) + "\n";
  if (!site.enabled) out += "enabled: false\n";
  if (!site.feeds.empty()) out += "discover:\n  feeds:\n";
  for (const std::string& feed : site.feeds) out += "    - " + scalar(feed) + "\n";
  add_manners(site, out);
  if (!site.replace.empty()) out += "replace:\n";
  for (const Replacement& r : site.replace)
    out += "  - " + flow_map({{"find", scalar(r.find)}, {"with", scalar(r.with)}}) + "\n";
  add_rules(site, out);
  add_tests(site, out);
  return out;
}

std::string site_name(std::string_view text) {
  std::string out;
  for (const char c : ascii::lower(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || ascii::is_digit(c);
    if (plain || (!out.empty() && (c == '-' || c == '_' || c == '.'))) out += c;
    if (out.size() == 64) break;
  }
  return out;
}

}  // namespace winnow::importing
