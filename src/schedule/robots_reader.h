// Reads the lines of a robots.txt into groups (RFC 9309, 2.1 and 2.2). Internal to robots.cc.
#pragma once

#include "schedule/robots.h"

namespace winnow::schedule {

class RobotsReader {
 public:
  // One line without its end; `number` counts from 1.
  void line(std::string_view text, std::size_t number);
  [[nodiscard]] Robots take() { return std::move(robots_); }

 private:
  void agent(std::string_view value);
  void rule(bool allow, std::string_view value, std::size_t number);
  void delay(std::string_view value);

  Robots robots_;
  // Only a rule ends a run of agent lines: other records must not interfere with groups (2.2.4).
  bool in_agents_ = false;
  std::vector<std::string> agents_above_;  // those that a delay would be for
  bool delay_seen_ = false;                // for agents_above_
};

// The product token of an agent line or of a user agent: its first word without a version, in lower case.
[[nodiscard]] std::string product_token(std::string_view text);

}  // namespace winnow::schedule
