// robots.txt by RFC 9309: parsing and matching. Pure, total, linear; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace winnow::schedule {

struct RobotsVerdict {
  bool allowed = true;
  std::string rule;  // the line that decided, "Disallow: /a* (line 3)"; empty: nothing forbids it
};

class Robots {
 public:
  // Reads at most 1 MiB (RFC 9309, 2.5 asks for 500 KiB at least); lines that can't be read are skipped. UTF-8,
  // or UTF-16 with a byte order mark.
  [[nodiscard]] static Robots parse(std::string_view text);
  [[nodiscard]] static Robots allow_all() { return {}; }
  [[nodiscard]] static Robots disallow_all();  // unreachable, 5xx (RFC 9309, 2.3.1.4)

  // `agent` is a product token ("winnow"; a version behind it is ignored); `path` the URL's path and query as sent
  // (2.2.2, 2.2.3), of which the first 8 KiB count. Where an Allow and a Disallow are equally long the Allow wins.
  [[nodiscard]] RobotsVerdict check(std::string_view agent, std::string_view path) const;
  // The longest that the agent's groups name; not of RFC 9309, but sites use it.
  [[nodiscard]] std::optional<Millis> crawl_delay(std::string_view agent) const;
  // As written, which may be relative to the file's own URL. They belong to no group.
  [[nodiscard]] const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  friend class RobotsReader;
  struct Rule {
    bool allow;
    std::string written, pattern;  // as in the file, and ready to be matched
    std::size_t line;
  };
  // A delay between two agent lines of one group is that of the agents above it alone, so it has agents of its own.
  struct Delay {
    std::vector<std::string> agents;
    Millis value;
  };
  struct Group {
    std::vector<std::string> agents;  // lower case
    std::vector<Rule> rules;
  };
  [[nodiscard]] bool names(const std::string& agent) const;
  std::vector<Group> groups_;
  std::vector<Delay> delays_;
  std::vector<std::string> sitemaps_;
};

}  // namespace winnow::schedule
