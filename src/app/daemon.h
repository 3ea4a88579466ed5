// The daemon: visits every enabled site when it is due, until it is told to stop. One thread owns it (the crawler's
// cleaner aside).
//
// When the store fails, crawling pauses and says so; the store is opened again after a second, two, four and so on,
// every half minute at last, until it works. What had not been acknowledged by then is fetched again.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/metrics.h"
#include "app/status_socket.h"
#include "crawl/crawler.h"
#include "fetch/fetcher.h"
#include "health/health.h"
#include "site/site_file.h"
#include "store/open.h"
#include "worker/pool.h"

namespace winnow::app {

// What the crawl reports: log lines, and counters for the status.
class DaemonEvents : public crawl::Events {
 public:
  void report(const crawl::Event& event) override;
  [[nodiscard]] const Metrics& metrics() const { return metrics_; }

 private:
  Metrics metrics_;
};

class Daemon {
 public:
  Daemon(Globals globals, site::Configuration configuration);
  ~Daemon();

  // Opens the store and the socket; an error means that it can't begin.
  Result<void> open();
  // Runs until SIGTERM or SIGINT; then ends within ten seconds.
  void run();

 private:
  using Moment = schedule::Moment;
  struct Planned {
    std::shared_ptr<const site::Site> site;  // shared with the visit that is going on
    Instant next{};
    health::Health health;  // as the last visit left it
  };

  Result<void> open_store();
  Result<void> plan();  // from the configuration and what is known of each site
  Result<health::Health> health_of(const std::string& site);
  Result<Instant> next_visit_of(const site::Site& site);
  Result<void> begin_due();
  Result<void> take_finished();
  void work(Millis at_most);
  void pause(const Error& error);
  void reload();
  void feed_watchdog();
  void drain();
  [[nodiscard]] Millis until_next() const;
  [[nodiscard]] Json workers_json() const;
  [[nodiscard]] std::string status_json();

  Globals globals_;
  site::Configuration configuration_;
  DaemonEvents events_;
  std::unique_ptr<fetch::Fetcher> fetcher_;
  std::unique_ptr<worker::Pool> cleaner_;
  std::unique_ptr<store::Aside> aside_;
  std::unique_ptr<store::Samples> samples_;
  store::Stores stores_;
  std::unique_ptr<crawl::Crawler> crawler_;  // null while the store is not to be had
  std::unique_ptr<StatusSocket> socket_;
  std::map<std::string, Planned> planned_;             // by site
  std::string trouble_;                                // why crawling is paused
  schedule::Tick try_store_at_{}, store_opened_at_{};  // the clock may be set meanwhile
  Millis store_wait_{};                                // before the next try
  schedule::Tick fed_at_{};
  Instant started_{};
};

}  // namespace winnow::app
