// How soon a changed site is noticed, and how often an unchanged one is thought changed.
//   health_bench [--seeds N] [--first SEED] [--pages N] [--mode auto|rules] [--only unchanged|changes] [--verbose]
// For each seed the fifty changes (changes.h): the pages of the site before are learned, then those of its further
// stories after the change are judged, until something is raised. Beside them the harmless changes, and N unchanged
// pages of each kind.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <set>
#include <string>

#include "crawl/source.h"
#include "health/health.h"
#include "site/site.h"
#include "sites/changes.h"
#include "sites/kind.h"
#include "sites/site.h"
#include "survey/propose.h"
#include "winnow/winnow.h"

namespace {

using namespace winnow;
using namespace winnow::sites;

constexpr std::size_t kLearned = 50;   // stories
constexpr std::size_t kFurther = 15;   // after the change
constexpr std::size_t kSoon = 3;

struct Given {
  unsigned long seeds = 1, first = 1;
  std::size_t pages = 90;
  bool rules = false, verbose = false, unchanged = true, changes = true;
};

Instant at(std::size_t page) { return Instant(std::chrono::hours(24 * 365 * 50) + std::chrono::minutes(page)); }

// An article with its further parts, as the crawl reads it.
Reading read(const Reader& reader, const GeneratedSite& site, const SitePage& first) {
  std::vector<const SitePage*> pages = {&first};
  for (;;) {
    std::vector<Page> parts;
    for (const SitePage* page : pages)
      parts.push_back({.bytes = page->bytes, .url = page->url, .content_type = page->content_type, .fetched_at = {}});
    Reading reading = reader.read(parts);
    const SitePage* next = reading.next_page.empty() ? nullptr : site.page(reading.next_page);
    if (next == nullptr || std::find(pages.begin(), pages.end(), next) != pages.end()) return reading;
    pages.push_back(next);
  }
}

// A visit reads a list now and then, articles in between.
struct Watch {
  health::Health health;
  health::Settings settings;
  std::size_t pages = 0;

  std::vector<health::Alarm> page(const Reader& reader, const GeneratedSite& site, const SitePage& page) {
    const Reading reading = read(reader, site, page);
    return health.judge({reading.observation, page.url, at(pages++)}, settings).raised;
  }
  std::vector<health::Alarm> list(const GeneratedSite& site, std::size_t which) {
    if (site.lists().empty()) return {};
    const std::string& url = site.lists()[which % site.lists().size()];
    const SitePage* page = site.page(url);
    if (page == nullptr) return {};
    site::Site described;
    described.home = site.home();
    const crawl::UrlFilter filter(described);
    const crawl::SourceFinds finds = crawl::read_source({crawl::Source::Kind::list, url, {url, {}, {}, 3}, 1, 0},
                                                        {page->bytes, page->url, page->content_type}, filter);
    return health.judge({url, at(pages++), finds.urls.size(), !finds.further.empty(), finds.links_at}, settings).raised;
  }
};

winnow::Options options_of(const GeneratedSite& site, bool rules) {
  winnow::Options options;
  if (!rules) return options;
  std::vector<survey::Sample> samples;
  for (const SitePage* page : site.articles()) {
    if (samples.size() < 12) samples.push_back({page->url, page->content_type, page->bytes, {}});
  }
  options.rules = survey::propose_rules(samples, options).rules;
  return options;
}

struct Outcome {
  std::size_t pages = 0;  // until something was raised; 0: nothing was
  std::string kinds;
  std::size_t before = 0;  // alarms before the change
};

Outcome run(const ChangedSite& changed, unsigned long seed, const Given& given, bool list_change) {
  const GeneratedSite before(SiteOptions{.kind = changed.kind, .seed = seed, .stories = kLearned});
  const GeneratedSite after(
      SiteOptions{.kind = changed.kind, .seed = seed, .stories = kLearned + kFurther, .change = changed.change});
  const Reader reader(options_of(before, given.rules));
  Watch watch;
  Outcome out;
  std::size_t lists = 0;
  for (const SitePage* page : before.articles()) {
    out.before += watch.page(reader, before, *page).size();
    out.before += watch.list(before, lists++).size();
  }
  const auto articles = after.articles();
  std::set<std::string> raised;
  for (std::size_t i = articles.size() - std::min(kFurther, articles.size()); i < articles.size(); ++i) {
    ++out.pages;
    auto alarms = watch.page(reader, after, *articles[i]);
    if (list_change) {
      const auto more = watch.list(after, lists++);
      alarms.insert(alarms.end(), more.begin(), more.end());
    }
    for (const health::Alarm& alarm : alarms) {
      out.kinds += (out.kinds.empty() ? "" : ", ") + std::string(health::name_of(alarm.kind)) + " " + alarm.what;
      if (given.verbose) std::printf("    %s %s\n", alarm.text.c_str(), alarm.url.c_str());
    }
    if (!alarms.empty()) return out;
  }
  out.pages = 0;
  return out;
}

struct Tally {
  std::size_t of = 0, soon = 0, late = 0, missed = 0, before = 0;
};

void print(const char* name, const Tally& t) {
  std::printf("%-18s %4zu changes: %4zu within %zu pages, %3zu later, %3zu not at all; %zu false alarms before\n", name,
              t.of, t.soon, kSoon, t.late, t.missed, t.before);
}

void add(Tally& tally, const Outcome& outcome) {
  ++tally.of;
  tally.soon += outcome.pages > 0 && outcome.pages <= kSoon ? 1U : 0U;
  tally.late += outcome.pages > kSoon ? 1U : 0U;
  tally.missed += outcome.pages == 0 ? 1U : 0U;
  tally.before += outcome.before;
}

void changes(const Given& given) {
  Tally all, harmless;
  std::map<std::string, Tally> by_change;
  for (unsigned long seed = given.first; seed < given.first + given.seeds; ++seed) {
    Tally one;
    for (const ChangedSite& changed : fifty_changes(seed)) {
      const Outcome outcome = run(changed, seed, given, true);
      add(one, outcome), add(all, outcome), add(by_change[std::string(name_of(changed.change))], outcome);
      if (given.verbose || outcome.pages == 0 || outcome.pages > kSoon || outcome.before > 0) {
        std::printf("  seed %lu %s %s: %zu pages [%s] before %zu\n", seed, std::string(changed.kind).c_str(),
                    std::string(name_of(changed.change)).c_str(), outcome.pages, outcome.kinds.c_str(), outcome.before);
      }
    }
    for (const Kind& kind : all_kinds()) {
      for (const ChangeKind change : {ChangeKind::outer_wrapper, ChangeKind::added_classes}) {
        const Outcome outcome = run({kind.name, change}, seed, given, true);
        add(harmless, outcome);
        if (outcome.pages > 0)
          std::printf("  harmless: seed %lu %s %s raised [%s]\n", seed, std::string(kind.name).c_str(),
                      std::string(name_of(change)).c_str(), outcome.kinds.c_str());
      }
    }
    print(("seed " + std::to_string(seed)).c_str(), one);
    std::fflush(stdout);
  }
  for (const auto& [name, tally] : by_change) print(name.c_str(), tally);
  print("all", all);
  print("harmless", harmless);
}

void unchanged(const Given& given) {
  std::size_t pages = 0, alarms = 0, sites = 0;
  for (unsigned long seed = given.first; seed < given.first + given.seeds; ++seed) {
    for (const Kind& kind : all_kinds()) {
      const GeneratedSite site(SiteOptions{.kind = kind.name, .seed = seed, .stories = given.pages});
      const Reader reader(options_of(site, given.rules));
      Watch watch;
      std::size_t lists = 0;
      ++sites;
      for (const SitePage* page : site.articles()) {
        auto raised = watch.page(reader, site, *page);
        const auto more = watch.list(site, lists++);
        raised.insert(raised.end(), more.begin(), more.end());
        ++pages;
        for (const health::Alarm& alarm : raised) {
          ++alarms;
          std::printf("  false: seed %lu %s: %s %s: %s (%s)\n", seed, std::string(kind.name).c_str(),
                      std::string(health::name_of(alarm.kind)).c_str(), alarm.what.c_str(), alarm.text.c_str(),
                      page->url.c_str());
        }
      }
      if (given.verbose) std::printf("  %s: %zu bytes saved\n", std::string(kind.name).c_str(), watch.health.saved().size());
    }
  }
  std::printf("unchanged: %zu false alarms on %zu pages of %zu sites\n", alarms, pages, sites);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  Given given;
  for (int i = 1; i < argc; ++i) {
    const std::string key = argv[i];
    if (key == "--verbose") given.verbose = true;
    if (i + 1 >= argc) continue;
    if (key == "--seeds") given.seeds = std::stoul(argv[i + 1]);
    if (key == "--first") given.first = std::stoul(argv[i + 1]);
    if (key == "--pages") given.pages = std::stoul(argv[i + 1]);
    if (key == "--only") {
      given.unchanged = std::strcmp(argv[i + 1], "unchanged") == 0;
      given.changes = !given.unchanged;
    }
    if (key == "--mode") given.rules = std::strcmp(argv[i + 1], "rules") == 0;
  }
  std::printf("mode: %s\n", given.rules ? "rules" : "automatic");
  if (given.unchanged) unchanged(given);
  if (given.changes) changes(given);
}
