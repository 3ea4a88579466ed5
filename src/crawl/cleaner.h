// Reading what strangers wrote, as the crawl sees it: pages and sources go in, what they say comes out later, in any
// order. The crawl's thread never reads them itself, so that it only waits for the network; where they are read
// (processes of their own: worker/pool.h) is not its business.
// Thread-safety: a cleaner belongs to the crawl's thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "crawl/source.h"
#include "winnow/winnow.h"

namespace winnow::crawl {

// A page that owns its bytes.
struct PartPage {
  std::string bytes, url, content_type, fetched_at;
};

struct CleanJob {
  std::uint64_t ticket = 0;
  std::shared_ptr<const Options> options;  // shared: jobs outlive a reload that replaces the site
  std::vector<PartPage> parts;
  std::string known;                         // Page::known, of their host
  std::shared_ptr<const std::string> lines;  // Page::site; shared: the site goes on learning meanwhile; null: none
  Input input = Input::html;
};

struct CleanDone {
  std::uint64_t ticket = 0;
  Reading reading;
  std::vector<PartPage> parts;  // of the job
  // Why the page could not be cleaned at all ("the page killed its worker: SIGSEGV"); then there is no reading, and the
  // page is worth keeping for whoever mends that. Empty: it could.
  std::string killed;
};

// The job as the library takes it; the views are into the job.
[[nodiscard]] inline std::vector<Page> pages_of(const CleanJob& job) {
  std::vector<Page> pages;
  for (const PartPage& part : job.parts) {
    Page page{part.bytes, part.url, part.content_type, part.fetched_at, job.input, job.known};
    if (job.lines) page.site = *job.lines;
    pages.push_back(page);
  }
  return pages;
}

// A feed, sitemap, list or home page that was fetched.
struct SourceJob {
  std::uint64_t ticket = 0;
  Source source;
  std::shared_ptr<const UrlRules> rules;  // shared: of all sources of a visit
  PartPage page;
};

struct SourceDone {
  std::uint64_t ticket = 0;
  SourceFinds finds;
  PartPage page;       // of the job
  std::string killed;  // as CleanDone's
};

class Cleaner {
 public:
  struct Backlog {  // submitted and not yet taken
    std::size_t jobs = 0, bytes = 0;
  };

  virtual ~Cleaner() = default;
  // Tickets under way must differ. Whoever makes a cleaner tells it how to wake the crawl when something is done.
  virtual void submit(CleanJob job) = 0;
  virtual void submit(SourceJob job) = 0;
  // What is done since the last call. Every job comes out once, unless it was cancelled.
  [[nodiscard]] virtual std::vector<CleanDone> take() = 0;
  [[nodiscard]] virtual std::vector<SourceDone> take_sources() = 0;
  [[nodiscard]] virtual Backlog backlog() const = 0;
  virtual void cancel_all() = 0;  // they never come out
};

}  // namespace winnow::crawl
