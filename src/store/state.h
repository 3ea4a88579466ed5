// What the crawl knows between runs: URLs with their fate, sources and their validators, sites and their rhythm,
// robots.txt. The interface; SQLite and memory implement it (sqlite_state.h, memory_state.h), and one contract
// suite runs on both. Nothing else in the program knows which one it has.
// Writes are grouped: they are durable, all or none, when commit() returns. Not thread-safe; one thread owns it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "schedule/cadence.h"

namespace winnow::store {

struct Validators {
  std::string etag, last_modified;  // as the server gave them
  bool operator==(const Validators&) const = default;
};

enum class UrlStatus {
  pending,    // to be fetched, not before next_try
  stored,     // an article came of it
  duplicate,  // of article_id
  refused,    // not a page, no article, robots, wrong type: `note` says why
  failed,     // given up after the last try
  gone,       // 404, 410
};

struct UrlRow {
  std::string key;  // canonical URL; unique within the site
  std::string url;  // as found, to be fetched
  std::string site;
  UrlStatus status = UrlStatus::pending;
  int tries = 0;
  Instant found_at{};
  Instant next_try{};
  Instant fetched_at{};       // of the last response
  std::string published;      // ISO 8601, as a feed or sitemap stated it; may be empty
  std::int64_t modified = 0;  // newest modification time stated by a source, seconds; 0: none
  Validators validators;
  std::string article_id;  // stored, duplicate
  std::string note;
  bool operator==(const UrlRow&) const = default;
};

// A URL that a source named.
struct Found {
  std::string key, url;
  std::string published;
  std::int64_t modified = 0;
};

struct SourceRow {
  std::string site, url;
  Validators validators;
  Instant checked_at{}, changed_at{};  // asked last, read whole last
  int failures = 0;                    // in a row
  std::string note;                    // the last failure
  std::vector<std::string> named;      // further sources that it named (a home page's feeds, an index's sitemaps)
  bool operator==(const SourceRow&) const = default;
};

struct SiteRow {
  std::string site;
  std::optional<Instant> last_run, next_run;
  std::int64_t interval_ms = 0;  // until the next visit as it was planned last, for people
  std::int64_t stored_total = 0, stored_last = 0, failed_last = 0, fetched_last = 0;
  std::string note;    // the last run's trouble; empty: none
  std::string rhythm;  // schedule::Rhythm; opaque here
  bool operator==(const SiteRow&) const = default;
};

struct RobotsRow {
  std::string origin;  // "https://news.example.com"
  int status = 0;      // HTTP status; 0: unreachable
  std::string body;
  Validators validators;
  Instant fetched_at{}, expires_at{};
  bool operator==(const RobotsRow&) const = default;
};

// What manners towards a host need to outlive a process (crawl/host_memory.h).
struct HostRow {
  std::string host;      // with its port where that is not the scheme's own
  Instant asked_at{};    // 1970: not known
  Millis asked_tick{0};  // the same by the clock that nobody sets, which begins anew with the machine
  Millis delay{0};       // that was promised to it
  Instant held_until{};  // nothing is asked before; 1970: not held
  int failures = 0;      // in a row
  bool operator==(const HostRow&) const = default;
};

class State {
 public:
  virtual ~State() = default;

  // Adds URLs not yet known to the site as pending; a known, stored one becomes pending again when the source
  // states a modification later than what was known. The number of rows that became pending.
  virtual Result<std::size_t> add(std::string_view site, std::span<const Found> found, Instant now) = 0;
  // Pending rows whose next_try has come, oldest next_try first (then as they were found).
  virtual Result<std::vector<UrlRow>> due(std::string_view site, Instant now, std::size_t limit) = 0;
  virtual Result<std::optional<UrlRow>> url(std::string_view site, std::string_view key) = 0;
  virtual Result<void> save(const UrlRow& row) = 0;  // inserts or replaces
  virtual Result<std::size_t> pending(std::string_view site) = 0;

  virtual Result<std::optional<SourceRow>> source(std::string_view site, std::string_view url) = 0;
  virtual Result<void> save(const SourceRow& row) = 0;

  virtual Result<std::optional<SiteRow>> site(std::string_view name) = 0;
  virtual Result<std::vector<SiteRow>> sites() = 0;
  virtual Result<void> save(const SiteRow& row) = 0;

  virtual Result<std::optional<RobotsRow>> robots(std::string_view origin) = 0;
  virtual Result<void> save(const RobotsRow& row) = 0;

  virtual Result<std::optional<HostRow>> host(std::string_view host) = 0;
  virtual Result<void> save(const HostRow& row) = 0;

  // What cleaning has learned of a host (Reading::learned); "" for one that is not known.
  virtual Result<std::string> known(std::string_view host) = 0;
  virtual Result<void> learn(std::string_view host, std::string_view known) = 0;

  // What is remembered of a site's lines (winnow/site_lines.h); "" for one that is not known.
  virtual Result<std::string> site_lines(std::string_view site) = 0;
  virtual Result<void> save_site_lines(std::string_view site, std::string_view memory) = 0;

  // How its pages were read of late (health/health.h); "" for one that is not known.
  virtual Result<std::string> health(std::string_view site) = 0;
  virtual Result<void> save_health(std::string_view site, std::string_view figures) = 0;

  virtual Result<void> commit() = 0;
};

}  // namespace winnow::store
