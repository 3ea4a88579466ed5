#include "site/values.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/regex.h"
#include "base/url.h"
#include "base/utf8.h"
#include "parse/selector.h"
#include "site/yaml_place.h"

namespace winnow::site {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = std::exchange(row[j + 1], std::min({changed, row[j] + 1, row[j + 1] + 1}));
    }
  }
  return row.back();
}

std::string in_quotes(std::string_view text) { return "'" + std::string(text.substr(0, 80)) + "'"; }

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + std::string(words[i]);
  }
  return out;
}

// The names of the keys directly below `path`.
std::vector<std::string> keys_below(std::span<const Key> keys, std::string_view path) {
  std::vector<std::string> out;
  const std::string prefix = path.empty() ? std::string() : std::string(path) + ".";
  for (const Key& key : keys) {
    if (!key.path.starts_with(prefix)) continue;
    const std::string rest = key.path.substr(prefix.size());
    if (rest.find_first_of(".[") == std::string::npos && !rest.empty()) out.push_back(rest);
  }
  return out;
}

std::optional<std::size_t> parse_size(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  constexpr std::pair<std::string_view, int> kUnits[] = {{"", 0}, {"B", 0}, {"KB", 10}, {"MB", 20}, {"GB", 30}};
  for (const auto& [name, shift] : kUnits) {
    if (unit == name && value <= (std::size_t{1} << 40 >> shift)) return value << shift;
  }
  return std::nullopt;
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> known) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(word.substr(0, 64), candidate);
    if (distance < least) least = distance, best = candidate;
  }
  return best;
}

bool Values::map(const Yaml& node, std::string_view path, std::span<const std::string_view> more) {
  if (node.kind == Yaml::Kind::null) return false;
  if (node.kind != Yaml::Kind::map) {
    fault(node, (path.empty() ? "the file" : in_quotes(path)) + std::string(" must be a map of keys and values"));
    return false;
  }
  std::vector<std::string> known = keys_below(keys_, path);
  known.insert(known.end(), more.begin(), more.end());
  std::set<std::string_view> seen;
  for (const Yaml::Member& member : node.members) {
    if (!seen.insert(member.key).second)
      fault(member.line, member.column, in_quotes(member.key) + " stands here twice");
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    const std::string near = nearest(member.key, known);
    std::string all;
    for (const std::string& key : known) all += (all.empty() ? "" : ", ") + key;
    fault(member.line, member.column,
          "unknown key " + in_quotes(member.key) +
              (near.empty() ? "; known here: " + all : "; did you mean '" + near + "'?"));
  }
  return true;
}

std::vector<const Yaml*> Values::list(const Yaml& node) {
  std::vector<const Yaml*> out;
  if (node.kind == Yaml::Kind::scalar || node.kind == Yaml::Kind::map) out.push_back(&node);
  for (const Yaml& item : node.items) out.push_back(&item);
  return out;
}

bool Values::is_text(const Yaml& node) {
  if (node.kind == Yaml::Kind::scalar) return true;
  fault(node, "this must be a text");
  return false;
}

bool Values::check_url(const Yaml& node) {
  if (!is_text(node)) return false;
  const auto url = Url::parse(node.text);
  if (url && url->is_http()) return true;
  fault(node, in_quotes(node.text) + " is no web address; it must begin with http:// or https://");
  return false;
}

bool Values::check_regex(const Yaml& node) {
  if (!is_text(node)) return false;
  const auto regex = Regex::compile(node.text);
  if (!regex) fault(node, regex.error().text);
  return regex.has_value();
}

bool Values::check_selector(const Yaml& node) {
  if (!is_text(node)) return false;
  const auto selector = parse::Selector::parse(node.text);
  if (selector) return true;
  const FilePlace place = place_of(source_, node, selector.error().character);
  fault(place.line, place.column, "selector \"" + utf8::shorten(node.text, 80) + "\": " + selector.error().what);
  return false;
}

void Values::text(const Yaml& map, std::string_view key, std::string& value) {
  const Yaml* node = map.find(key);
  if (node && is_text(*node)) value = node->text;
}

void Values::flag(const Yaml& map, std::string_view key, bool& value) {
  const Yaml* node = map.find(key);
  if (!node || !is_text(*node)) return;
  std::string word = node->text;
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  if (word == "true" || word == "yes" || word == "on") {
    value = true;
  } else if (word == "false" || word == "no" || word == "off") {
    value = false;
  } else {
    fault(*node, in_quotes(key) + " must be true or false, not " + in_quotes(node->text));
  }
}

void Values::number(const Yaml& map, std::string_view key, int low, int high, int& value) {
  const Yaml* node = map.find(key);
  if (!node || !is_text(*node)) return;
  int read = 0;
  const char* last = node->text.data() + node->text.size();
  const auto [end, error] = std::from_chars(node->text.data(), last, read);
  if (error == std::errc() && end == last && read >= low && read <= high) {
    value = read;
  } else {
    fault(*node, in_quotes(key) + " must be a number from " + std::to_string(low) + " to " + std::to_string(high) +
                     ", not " + in_quotes(node->text));
  }
}

void Values::duration(const Yaml& map, std::string_view key, Millis& value) {
  const Yaml* node = map.find(key);
  if (!node || !is_text(*node)) return;
  if (const auto read = parse_duration(node->text)) {
    value = *read;
  } else {
    fault(*node,
          in_quotes(key) + " must be a duration such as 500ms, 30s, 5m, 12h or 1d, not " + in_quotes(node->text));
  }
}

void Values::size(const Yaml& map, std::string_view key, std::size_t& value) {
  const Yaml* node = map.find(key);
  if (!node || !is_text(*node)) return;
  if (const auto read = parse_size(node->text)) {
    value = *read;
  } else {
    fault(*node, in_quotes(key) + " must be a size such as 512KB or 8MB, not " + in_quotes(node->text));
  }
}

void Values::texts(const Yaml& map, std::string_view key, std::vector<std::string>& value) {
  const Yaml* node = map.find(key);
  if (!node) return;
  value.clear();
  for (const Yaml* item : list(*node)) {
    if (is_text(*item)) value.push_back(item->text);
  }
}

void Values::url(const Yaml& map, std::string_view key, std::string& value) {
  const Yaml* node = map.find(key);
  if (node && check_url(*node)) value = node->text;
}

void Values::urls(const Yaml& map, std::string_view key, std::vector<std::string>& value) {
  const Yaml* node = map.find(key);
  if (!node) return;
  value.clear();
  for (const Yaml* item : list(*node)) {
    if (check_url(*item)) value.push_back(item->text);
  }
}

void Values::regex(const Yaml& map, std::string_view key, std::string& value) {
  const Yaml* node = map.find(key);
  if (node && check_regex(*node)) value = node->text;
}

void Values::regexes(const Yaml& map, std::string_view key, std::vector<std::string>& value) {
  const Yaml* node = map.find(key);
  if (!node) return;
  value.clear();
  for (const Yaml* item : list(*node)) {
    if (check_regex(*item)) value.push_back(item->text);
  }
}

void Values::selector(const Yaml& map, std::string_view key, std::string& value) {
  const Yaml* node = map.find(key);
  if (node && check_selector(*node)) value = node->text;
}

std::optional<std::size_t> Values::choice(const Yaml& map, std::string_view key,
                                          std::span<const std::string_view> choices) {
  const Yaml* node = map.find(key);
  if (!node || !is_text(*node)) return std::nullopt;
  const auto found = std::find(choices.begin(), choices.end(), node->text);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  fault(*node, in_quotes(key) + " must be " + joined(choices) + ", not " + in_quotes(node->text));
  return std::nullopt;
}

std::filesystem::path Values::resolve(const std::string& path) const {
  const auto base = std::filesystem::absolute(std::filesystem::path(file_)).parent_path();
  return (base / path).lexically_normal();
}

void Values::path(const Yaml& map, std::string_view key, std::filesystem::path& value) {
  const Yaml* node = map.find(key);
  if (node && is_text(*node)) value = resolve(node->text);
}

}  // namespace winnow::site
