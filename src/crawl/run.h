// One visit to one site, and the pieces of work that it consists of. Values that the crawler moves about; no behaviour.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "crawl/cleaner.h"
#include "crawl/events.h"
#include "crawl/robots_cache.h"
#include "crawl/site_memory.h"
#include "crawl/source.h"
#include "crawl/url_filter.h"
#include "fetch/cookies.h"
#include "health/health.h"
#include "schedule/manners.h"
#include "site/site.h"
#include "store/state.h"
#include "winnow/winnow.h"

namespace winnow::crawl {

// First all sources are read and what they name is committed, then pages are fetched.
enum class Phase { sources, articles };

struct Run {
  explicit Run(std::shared_ptr<const site::Site> the_site)
      : site(std::move(the_site)), rules(std::make_shared<const UrlRules>(url_rules(*site))), filter(*rules) {
    summary.site = site->name;
    budget = site->limits.pages_per_run;
    watch = {site->watch.field_loss, site->watch.min_new, false, health::rules_of(site->options)};
  }

  std::shared_ptr<const site::Site> site;  // shared: a reload replaces the site while its run ends
  std::shared_ptr<const UrlRules> rules;   // shared: as jobs want it
  UrlFilter filter;
  Summary summary;
  Instant started{};
  Phase phase = Phase::sources;
  int outstanding = 0;  // tasks anywhere
  int budget = 0;       // pages that may still be fetched
  bool interrupted = false;
  std::string trouble;                        // the last failure of a source
  std::vector<std::optional<Instant>> found;  // when each article was published that this visit found and stored
  fetch::CookieJar cookies;

  health::Health health;
  health::Settings watch;
  bool health_changed = false;  // since it was saved

  GrowingMemory lines;
  bool lines_changed = false;  // since they were saved

  std::set<std::string> sources_seen;
  std::size_t most_sources = 0;        // that may be seen
  std::set<std::string> broken_lists;  // first pages of lists that could not be read to their end
  struct ReadSource {
    store::SourceRow row;
    std::string list;  // first page, of a list
  };
  std::vector<ReadSource> sources_read;  // saved together with what they named
};

// Something to be asked of a host.
struct Task {
  enum class Kind { robots, source, article };
  Kind kind = Kind::article;
  Run* run = nullptr;  // outlives its tasks
  std::string url;     // to ask now: redirects and further parts move it
  std::string host, origin;
  std::string path;  // and query
  Millis delay{0};
  int hops = 0;
  int quick_tries = 0;  // repeats within this run
  schedule::Tick not_before{};
  schedule::Tick since{};  // when it went to the fetcher

  Source source;
  store::SourceRow source_row;
  store::Validators source_validators;  // of the answer that is being read

  store::UrlRow row;
  std::vector<PartPage> parts;
  std::unique_ptr<Reading> reading;  // of the parts so far; there once one was cleaned
  bool refetched = false;            // asked again because characters had been lost
  bool reread = false;               // cleaned again because the site's lines had become clearer meanwhile
};

// What the task's request may say is known.
[[nodiscard]] store::Validators validators_of(const Task& task, const RobotsCache& robots);

}  // namespace winnow::crawl
