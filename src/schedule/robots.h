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
  std::string rule;  // the line that decided ("Disallow: /a*", with its number); empty: nothing forbids it
};

class Robots {
 public:
  // Reads at most 1 MiB (RFC 9309, 2.5 asks for 500 KiB at least); lines that can't be read are skipped.
  [[nodiscard]] static Robots parse(std::string_view text);
  [[nodiscard]] static Robots allow_all() { return {}; }
  [[nodiscard]] static Robots disallow_all();  // unreachable, 5xx (RFC 9309, 2.3.1.4)

  // `agent` is a product token ("winnow"); `path` the URL's path and query as sent (2.2.2, 2.2.3).
  [[nodiscard]] RobotsVerdict check(std::string_view agent, std::string_view path) const;
  [[nodiscard]] std::optional<Millis> crawl_delay(std::string_view agent) const;
  [[nodiscard]] const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  struct Rule {
    bool allow;
    std::string pattern;
    std::size_t line;
  };
  struct Group {
    std::vector<std::string> agents;  // lower case
    std::vector<Rule> rules;
    std::optional<Millis> delay;
  };
  [[nodiscard]] std::vector<const Group*> groups_for(std::string_view agent) const;
  std::vector<Group> groups_;
  std::vector<std::string> sitemaps_;
};

}  // namespace winnow::schedule
