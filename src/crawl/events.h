// What the crawl tells the world: the log, the progress line, metrics and tests listen. The crawl calls it from its one
// thread and never waits for it.
#pragma once

#include <cstdint>
#include <string>

namespace winnow::crawl {

// What a run did, counted.
struct Summary {
  std::string site;
  std::uint64_t requests = 0;      // sent, robots.txt and retries included
  std::uint64_t conditional = 0;   // of them with a validator
  std::uint64_t sources_read = 0;  // feeds, sitemaps and list pages answered, 304 included
  std::uint64_t sources_failed = 0;
  std::uint64_t discovered = 0;  // new URLs
  std::uint64_t pages = 0;       // article pages answered
  std::uint64_t stored = 0, updated = 0, duplicates = 0, refused = 0, failed = 0;
  std::uint64_t left = 0;  // known and not yet fetched when the run ended
};

struct Event {
  enum class Kind {
    run_started,
    run_finished,  // `summary` so far
    source_read,
    source_failed,
    fetched,  // a page of an article
    stored,   // told when it is durable, as are the next two: `text` is the title, `path` the file
    updated,
    duplicate,  // `text` says of what
    refused,    // `text` says why
    retry,
    failed,
    warning,        // the site is not read as it was: `text` says what, `url` is the first page; durable
    warning_ended,  // it is again
    notice,         // anything else a person may want to know
  };
  Kind kind;
  std::string site, url, text, path;
  const Summary* summary = nullptr;  // valid during the call
};

class Events {
 public:
  virtual ~Events() = default;
  virtual void report(const Event& event) = 0;
};

}  // namespace winnow::crawl
