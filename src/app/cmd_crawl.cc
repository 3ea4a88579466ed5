// winnow crawl SITE...: one pass over these sites, now. `--again` cleans the kept pages anew instead.
#include <memory>

#include "app/clean_again.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/log.h"
#include "app/progress.h"
#include "app/service.h"
#include "app/session.h"
#include "crawl/crawler.h"
#include "fetch/curl_fetcher.h"
#include "store/file_aside.h"
#include "store/file_samples.h"
#include "store/open.h"
#include "worker/pool.h"

namespace winnow::app {
namespace {

constexpr Millis kStep{1000};
constexpr Millis kDrain{8000};

fetch::Fetcher* fetcher_to_wake = nullptr;  // for the signal handler
void wake() {
  if (fetcher_to_wake != nullptr) fetcher_to_wake->wake();
}

schedule::Moment now() { return std::chrono::floor<Millis>(std::chrono::system_clock::now()); }

// Runs until all is done or a signal comes; then what is in flight may end.
Result<void> run_all(crawl::Crawler& crawler, const std::vector<site::Site>& sites) {
  for (const site::Site& site : sites) {
    if (auto begun = crawler.begin(std::make_shared<const site::Site>(site)); !begun) return begun;
  }
  while (!crawler.idle() && !Service::stopping()) {
    if (auto stepped = crawler.step(kStep); !stepped) return stepped;
  }
  if (crawler.idle()) return {};
  if (auto stopped = crawler.stop(); !stopped) return stopped;
  const auto deadline = now() + kDrain;
  while (!crawler.idle() && now() < deadline) {
    if (auto stepped = crawler.step(Millis(200)); !stepped) return stepped;
  }
  return crawler.abandon();
}

int status_of(const std::vector<crawl::Summary>& summaries) {
  std::uint64_t read = 0, failed = 0;
  for (const crawl::Summary& summary : summaries) {
    read += summary.sources_read + summary.pages;
    failed += summary.sources_failed + summary.failed;
    print(describe(summary) + "\n");
  }
  if (Service::stopping()) return kInterrupted;
  if (read == 0) {
    complain("nothing could be fetched; the lines above say why");
    return kNothingFetched;
  }
  return failed > 0 ? kSomeFailed : kDone;
}

}  // namespace

int run_crawl(const Globals& globals, const CrawlArgs& args) {
  auto loaded = load(globals);
  if (!loaded) {
    complain(loaded.error().text);
    return kBadConfig;
  }
  const std::vector<site::Site> sites = pick_sites(*loaded, args.sites);
  if (sites.empty()) return kBadConfig;
  const site::Config& config = loaded->value.config;
  (void)log::set_up(globals.log_level.empty() ? config.log_level : globals.log_level, {});
  auto stores = store::open_store(config.store, store::Access::read_write);
  if (!stores) {
    complain(stores.error().text);
    return kStoreFailed;
  }
  if (!stores->notice.empty()) complain(stores->notice);
  if (args.again) return clean_again(*stores, sites, worker_count(config));

  fetch::CurlOptions options;
  options.connections = config.connections;
  auto fetcher = fetch::make_curl_fetcher(options);
  fetcher_to_wake = fetcher.get();
  auto cleaner = worker::Pool::start({.workers = worker_count(config), .on_done = wake});
  if (!cleaner) {
    complain(cleaner.error().text);
    return kSomeFailed;
  }
  const Service service(wake);
  Progress progress;
  Result<void> done;
  std::vector<crawl::Summary> summaries;
  {
    store::FileAside aside(config.store);
    store::FileSamples samples(config.store);
    crawl::Crawler crawler({*fetcher, *stores->state, *stores->articles, **cleaner, progress, now, user_agent(config),
                            config.proxy, config.connections, crawl::steady_tick, stores->after_crash, &aside, &samples});
    done = run_all(crawler, sites);
    summaries = crawler.take_finished();
  }
  cleaner->reset();
  fetcher_to_wake = nullptr;
  if (done) return status_of(summaries);
  complain(done.error().text);
  return kStoreFailed;
}

}  // namespace winnow::app
