#include "schedule/robots_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/scan.h"
#include "schedule/robots_pattern.h"

namespace winnow::schedule {
namespace {

enum class Key { agent, allow, disallow, sitemap, delay, other };

// The names of records and the misspellings that files on the web have (2.2.4 lets a crawler be lenient).
constexpr std::array<std::pair<std::string_view, Key>, 24> kKeys{{
    {"user-agent", Key::agent},   {"useragent", Key::agent},    {"user agent", Key::agent},
    {"user_agent", Key::agent},   {"user-agents", Key::agent},  {"useg-agent", Key::agent},
    {"ser-agent", Key::agent},    {"users-agent", Key::agent},  {"allow", Key::allow},
    {"alow", Key::allow},         {"allaw", Key::allow},        {"disallow", Key::disallow},
    {"desallow", Key::disallow},  {"dissallow", Key::disallow}, {"dissalow", Key::disallow},
    {"disalow", Key::disallow},   {"diasllow", Key::disallow},  {"disallaw", Key::disallow},
    {"disallows", Key::disallow}, {"sitemap", Key::sitemap},    {"site-map", Key::sitemap},
    {"sitemaps", Key::sitemap},   {"crawl-delay", Key::delay},  {"crawldelay", Key::delay},
}};

Key key_of(std::string_view name) {
  const std::string lower = ascii::lower(name);
  const auto* found = std::find_if(kKeys.begin(), kKeys.end(), [&](const auto& row) { return row.first == lower; });
  return found == kKeys.end() ? Key::other : found->second;
}

// "key: value"; where the colon is missing, "key value" of two words.
std::pair<Key, std::string_view> record_of(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    return {key_of(ascii::trim(line.substr(0, colon))), ascii::trim(line.substr(colon + 1))};
  }
  const std::size_t space = line.find_first_of(" \t");
  if (space == std::string_view::npos) return {Key::other, {}};
  const std::string_view value = ascii::trim(line.substr(space));
  if (value.find_first_of(" \t") != std::string_view::npos) return {Key::other, {}};
  return {key_of(line.substr(0, space)), value};
}

}  // namespace

std::string product_token(std::string_view text) {
  text = ascii::trim(text);
  if (text.starts_with('*') && (text.size() == 1 || ascii::is_space(text[1]))) return "*";
  return ascii::lower(text.substr(0, text.find_first_of("/ \t,;(")));
}

void RobotsReader::line(std::string_view text, std::size_t number) {
  const auto [key, value] = record_of(ascii::trim(text.substr(0, text.find('#'))));
  switch (key) {
    case Key::agent:
      return agent(value);
    case Key::allow:
    case Key::disallow:
      return rule(key == Key::allow, value, number);
    case Key::delay:
      return delay(value);
    case Key::sitemap:
      if (!value.empty()) robots_.sitemaps_.emplace_back(value);
      return;
    case Key::other:
      return;
  }
}

void RobotsReader::agent(std::string_view value) {
  const std::string token = product_token(value);
  if (!in_agents_) robots_.groups_.emplace_back();
  if (!in_agents_ || delay_seen_) agents_above_.clear();
  in_agents_ = true;
  delay_seen_ = false;
  robots_.groups_.back().agents.push_back(token);
  agents_above_.push_back(token);
}

// A value that begins with none of "/*$" lacks its slash; what it means is clear enough to be obeyed.
void RobotsReader::rule(bool allow, std::string_view value, std::size_t number) {
  in_agents_ = false;
  if (robots_.groups_.empty() || value.empty()) return;
  const bool rooted = value[0] == '/' || value[0] == '*' || value[0] == '$';
  std::string pattern = robots_pattern(rooted ? std::string(value) : "/" + std::string(value));
  robots_.groups_.back().rules.push_back({allow, std::string(value), std::move(pattern), number});
}

// A second delay for the same agents is not added but compared, so that the agents are kept once.
void RobotsReader::delay(std::string_view value) {
  const auto duration = parse_duration(value);
  if (!duration || agents_above_.empty()) return;
  if (delay_seen_) {
    Millis& known = robots_.delays_.back().value;
    known = std::max(known, *duration);
  } else {
    robots_.delays_.push_back({agents_above_, *duration});
  }
  delay_seen_ = true;
}

}  // namespace winnow::schedule
