// A site as its file describes it, with all defaults filled in. Values only; immutable once loaded, so that
// threads may share one.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "base/zone.h"
#include "schedule/cadence.h"
#include "winnow/options.h"

namespace winnow::site {

struct ListSource {
  std::string url;
  std::string links = {};  // CSS
  std::string next = {};   // CSS
  int max_pages = 1;

  bool operator==(const ListSource&) const = default;
};

struct Discover {
  std::vector<std::string> feeds, sitemaps;
  std::vector<ListSource> lists;
  bool automatic = true;  // `auto`: <link rel=alternate> of the home page, robots.txt's Sitemap lines

  bool operator==(const Discover&) const = default;
};

struct Urls {
  std::vector<std::string> accept, refuse;  // RE2, searched in path and query
  std::vector<std::string> drop_query, host_aliases;

  bool operator==(const Urls&) const = default;
};

struct Manners {
  bool obey_robots = true;
  Millis delay{2000};
  int concurrency = 1;
  std::string user_agent;  // empty: the daemon's
  std::string proxy;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string user, password;  // Basic authentication; empty: none
  bool cookies = true;         // kept for a visit
  std::vector<std::string> allow_addresses;

  bool operator==(const Manners&) const = default;
};

struct Limits {
  std::size_t page = 8 << 20;      // bytes on the wire
  std::size_t decoded = 32 << 20;  // bytes after decompression
  Millis time{30'000};
  int redirects = 10;
  int pages_per_run = 200;

  bool operator==(const Limits&) const = default;
};

struct Keep {
  bool markdown = false, raw = false;  // beside the JSON
  bool skip_near_duplicates = true;

  bool operator==(const Keep&) const = default;
};

// When to worry: kept for the health checks.
struct Watch {
  std::optional<std::pair<int, Millis>> min_new;  // articles per time
  double field_loss = 0.3;

  bool operator==(const Watch&) const = default;
};

struct PageTest {
  std::string page = {};  // file, absolute; empty: none is saved yet
  std::string url = {};
  std::vector<std::pair<std::string, std::string>> equal = {};  // field name, value
  std::vector<std::string> has = {}, lacks = {};                // in the text

  bool operator==(const PageTest&) const = default;
};

struct Site {
  std::string name;
  std::string file;  // where it was read from
  std::string home;
  bool enabled = true;
  std::optional<Zone> zone;
  Discover discover;
  Urls urls;
  schedule::Cadence cadence;
  Manners manners;
  Limits limits;
  Options options;  // language, zone, rules, clean, repair, encoding, site name
  Keep keep;
  Watch watch;
  std::vector<PageTest> tests;

  bool operator==(const Site&) const = default;
};

}  // namespace winnow::site
