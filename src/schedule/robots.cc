#include "schedule/robots.h"

#include <algorithm>

#include "base/converter.h"
#include "schedule/robots_pattern.h"
#include "schedule/robots_reader.h"

namespace winnow::schedule {
namespace {

constexpr std::size_t kLargest = 1024 * 1024;
constexpr std::size_t kLongestPath = 8 * 1024;
constexpr std::string_view kAnyone = "*";

bool contains(const std::vector<std::string>& agents, std::string_view agent) {
  return std::find(agents.begin(), agents.end(), agent) != agents.end();
}

std::string as_utf8(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) return std::string(text.substr(3));
  if (text.starts_with("\xFE\xFF")) return to_utf8("UTF-16BE", text.substr(2));
  if (text.starts_with("\xFF\xFE")) return to_utf8("UTF-16LE", text.substr(2));
  return std::string(text);
}

// Half a line is none: a pattern that is cut short would forbid more than the file says.
std::string_view whole_lines(std::string_view text) {
  if (text.size() <= kLargest) return text;
  text = text.substr(0, kLargest);
  const std::size_t end = text.find_last_of("\r\n");
  return text.substr(0, end == std::string_view::npos ? 0 : end);
}

std::string line_text(bool allow, const std::string& value, std::size_t line) {
  return (allow ? "Allow: " : "Disallow: ") + value + (line == 0 ? "" : " (line " + std::to_string(line) + ")");
}

}  // namespace

// Lines end with LF, CR or CRLF (2.2).
Robots Robots::parse(std::string_view text) {
  const std::string utf8 = as_utf8(whole_lines(text));
  RobotsReader reader;
  std::size_t number = 0;
  for (std::string_view rest = utf8; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    reader.line(rest.substr(0, end), ++number);
    rest.remove_prefix(end);
    rest.remove_prefix(rest.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, rest.size()));
  }
  return reader.take();
}

Robots Robots::disallow_all() {
  Robots robots;
  robots.groups_.push_back({{std::string(kAnyone)}, {{false, "/", "/", 0}}});
  return robots;
}

// An agent with a group of its own, be it empty, has nothing to do with "*" (2.2.1).
bool Robots::names(const std::string& agent) const {
  const auto has_agent = [&](const Group& group) { return contains(group.agents, agent); };
  return std::any_of(groups_.begin(), groups_.end(), has_agent);
}

RobotsVerdict Robots::check(std::string_view agent, std::string_view path) const {
  const std::string rooted = (path.starts_with('/') ? "" : "/") + std::string(path.substr(0, kLongestPath));
  const std::string normal = robots_path(rooted);
  if (normal == "/robots.txt") return {};  // implicitly allowed (2.2.2)
  const std::string token = product_token(agent);
  const std::string_view wanted = names(token) ? std::string_view(token) : kAnyone;
  const Rule* best = nullptr;
  for (const Group& group : groups_) {
    if (!contains(group.agents, wanted)) continue;
    for (const Rule& rule : group.rules) {
      const bool stronger = best == nullptr || rule.pattern.size() > best->pattern.size() ||
                            (rule.pattern.size() == best->pattern.size() && rule.allow && !best->allow);
      if (stronger && robots_match(rule.pattern, normal)) best = &rule;
    }
  }
  if (best == nullptr) return {};
  return {best->allow, line_text(best->allow, best->written, best->line)};
}

std::optional<Millis> Robots::crawl_delay(std::string_view agent) const {
  const std::string token = product_token(agent);
  const std::string_view wanted = names(token) ? std::string_view(token) : kAnyone;
  std::optional<Millis> longest;
  for (const Delay& delay : delays_) {
    if (contains(delay.agents, wanted)) longest = std::max(longest.value_or(Millis{0}), delay.value);
  }
  return longest;
}

}  // namespace winnow::schedule
