// All that is known of a site's health. Internal to health/.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "health/familiar.h"
#include "health/health.h"
#include "health/sequential.h"

namespace winnow::health {

// Pages by their address, with what they say; hashes.
using RecentPages = std::deque<std::pair<std::uint64_t, std::uint64_t>>;

struct Figures {
  std::uint64_t rules = 0;  // by which the pages were read
  std::uint64_t pages = 0;
  Instant begun{};  // when the first was read
  std::map<std::string, Sign, std::less<>> signs;  // by "field authors", "rule v2.body", "layout title", …
  Measure characters{0.3};  // logarithm of a text's length
  Measure removed{0.2};     // minus the logarithm of what is taken out near it
  Templates templates, told;
  Elements title_at, body_at, time_at, links_at;
  RecentPages titles, texts;
  std::map<std::string, Alarm, std::less<>> open;  // by the sign's name
  std::deque<Instant> stored;  // when the newest articles were, as many as min_new asks for
  Instant watched_since{};     // by min_new
};

// State as text: JSON of a form of its own, read back totally.
struct StateText {
  static Json json(const Figures& figures);
  static void read(const Json& json, Figures& figures);
};

}  // namespace winnow::health
