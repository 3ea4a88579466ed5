// The loop: visits sites, reads their sources, fetches what is new, cleans and stores it. It is driven by step() from
// one thread, which owns it; only the fetcher's wake() may come from elsewhere. It knows interfaces only.
//
// Order of durability: articles first, the state after them, so that a crash leaves either both or a fetch to repeat.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "crawl/cleaner.h"
#include "crawl/events.h"
#include "crawl/host_memory.h"
#include "crawl/host_queues.h"
#include "crawl/robots_cache.h"
#include "crawl/run.h"
#include "crawl/settle.h"
#include "fetch/fetcher.h"
#include "health/health.h"
#include "schedule/manners.h"
#include "site/site.h"
#include "store/article_store.h"
#include "store/aside.h"
#include "store/samples.h"
#include "store/state.h"

namespace winnow::crawl {

struct Answer;

// The clock that nobody sets.
[[nodiscard]] inline schedule::Tick steady_tick() {
  return std::chrono::floor<Millis>(std::chrono::steady_clock::now());
}

// What the crawler works with; all of it outlives the crawler.
struct Parts {
  fetch::Fetcher& fetcher;
  store::State& state;
  store::ArticleStore& articles;
  Cleaner& cleaner;  // wakes the fetcher when something is done
  Events& events;
  std::function<schedule::Moment()> now;  // the wall clock: when a visit is due, what a date means
  std::string user_agent;
  std::string proxy;
  int connections = 64;
  std::function<schedule::Tick()> ticks = steady_tick;  // what waits and delays are measured by
  bool after_crash = false;                             // the last crawler here did not end in order
  store::Aside* aside = nullptr;                        // keeps pages that killed their worker; null: they go
  store::Samples* samples = nullptr;                    // keeps a few pages of each site; null: none are
};

class Crawler {
 public:
  explicit Crawler(Parts parts);

  // Begins a visit; nothing happens when one of that site is going on or stop() was called.
  Result<void> begin(const std::shared_ptr<const site::Site>& site);
  [[nodiscard]] bool running(const std::string& site) const { return runs_.count(site) > 0; }
  [[nodiscard]] bool idle() const { return runs_.empty(); }
  // Does what can be done and waits at most that long for more. An error means that the store failed: what was not
  // acknowledged is fetched again next time.
  Result<void> step(Millis at_most);
  // Ends the visits: what is in flight is finished and stored, nothing new begins.
  Result<void> stop();
  // Ends them at once: requests in flight are given up, and pages that are being cleaned.
  Result<void> abandon();

  [[nodiscard]] std::vector<Summary> take_finished() { return std::exchange(finished_, {}); }
  [[nodiscard]] std::vector<Summary> going() const;
  // Of a site whose visit is going on; null: none is.
  [[nodiscard]] const health::Health* health_of(const std::string& site) const;
  // What has been under way for far longer than it may take ("a request to a.example for 95 s"); "" while all is well.
  // Whoever asks should take it for a hang of this program.
  [[nodiscard]] std::string stuck() const;

 private:
  using Tick = schedule::Tick;
  using Tasks = std::unordered_map<std::uint64_t, Task>;  // by ticket
  [[nodiscard]] Instant instant() const { return std::chrono::floor<std::chrono::seconds>(parts_.now()); }

  // Tasks on their way to the fetcher.
  Result<void> add_source(Run& run, Source source);
  Result<void> route(Task task);
  Result<void> drop(const Task& task);
  Result<void> route_by(Task task, const schedule::Robots& robots);
  Result<void> add_sitemaps(Run& run, const std::string& origin, const schedule::Robots& robots);
  void wait_for_robots(Task task);
  [[nodiscard]] bool may_start() const;
  void dispatch();
  void start(Task task);
  void keep_cookies(const Task& task, const fetch::Response& response);
  Result<void> drop_held(Tick now);

  // Answers.
  Result<void> answered(Task task, Result<fetch::Response> result);
  Result<void> follow(Task task, const Answer& answer);
  bool retried(Task& task, const Answer& answer);
  Result<void> robots_answered(const Task& task, const Result<fetch::Response>& result);
  Result<void> source_answered(Task task, const Answer& answer, Result<fetch::Response> result);
  Result<void> source_read(SourceDone done);
  Result<void> leave_known_pages(const Run& run, std::vector<Source>& further);
  Result<void> source_settled(Task task, std::vector<Source> further);
  Result<void> source_failed(const Task& task, const std::string& why);
  Result<void> article_answered(Task task, const Answer& answer, Result<fetch::Response> result);
  Result<void> article_failed(Task task, const Answer& answer);
  void wait_for_cleaner(std::uint64_t ticket, Task task);
  Tasks::node_type back_from_cleaner(std::uint64_t ticket);
  Result<void> clean(Task task);
  Result<void> cleaned(CleanDone done);
  void put_aside(const Task& task, const std::vector<PartPage>& pages, const std::string& why);
  Result<void> settle(const Task& task);
  void keep_sample(const Task& task, health::Verdict verdict);
  void learn_rhythm(Run& run, const store::UrlRow& row, const Article& article);
  void learn_lines(Run& run, const SeenPage& seen);
  health::Judgement watch(const Task& task);
  void watch_list(const Task& task, const SourceFinds& finds);
  void tell(Run& run, const health::Judgement& judgement);
  Result<void> refuse(Task task, const std::string& why);
  Result<void> postpone(Task task, const std::string& why, Millis wait);
  void judge_host(const Task& task, const Answer& answer, const Result<fetch::Response>& result);

  // Phases of a run.
  Result<void> advance(Run& run);
  Result<void> save_sources(Run& run);
  Result<std::size_t> load_articles(Run& run);  // how many
  Result<void> finish(Run& run);
  Result<void> flush();
  Result<void> save_learned(Run& run);
  Result<void> flush_if_due();
  void report(Event::Kind kind, const Run& run, const std::string& url, const std::string& text = {});
  void acknowledge();

  Parts parts_;
  schedule::HostGate gate_;
  HostMemory host_memory_;
  RobotsCache robots_;
  HostQueues queues_;
  Settler settler_;
  std::map<std::string, std::unique_ptr<Run>> runs_;  // by site
  Tasks in_flight_, cleaning_;
  std::map<std::string, std::vector<Task>> waiting_for_robots_;  // by origin
  std::vector<Event> settled_;  // since the last flush: nobody is told before they are durable
  std::vector<Summary> finished_;
  std::uint64_t next_ticket_ = 1;
  std::size_t unflushed_ = 0;
  Tick last_flush_{};
  Tick last_cleaned_{};  // when a page came back from the cleaner; or went there, when it was alone
  bool stopping_ = false;
};

}  // namespace winnow::crawl
