// The crawler's loop and the phases of a run. dispatch.cc sends tasks out, answers.cc takes what comes back.
#include "crawl/crawler.h"

#include <algorithm>

#include "crawl/site_memory.h"

namespace winnow::crawl {
namespace {

constexpr Millis kFlushEvery{1000};
constexpr std::size_t kFlushAt = 64;
constexpr std::size_t kLoadAtOnce = 2000;
constexpr Millis kGrace = std::chrono::minutes(1);           // of a request, beyond its own deadline
constexpr Millis kLongestSilence = std::chrono::minutes(5);  // of the cleaner, which has deadlines of its own
constexpr std::size_t kFurtherSources = 200;                 // that those of the site file lead to, in a visit

}  // namespace

Crawler::Crawler(Parts parts)
    : parts_(std::move(parts)),
      host_memory_(parts_.state, gate_, {parts_.now(), parts_.ticks(), parts_.after_crash}),
      robots_(parts_.state),
      settler_(parts_.articles),
      last_flush_(parts_.ticks()) {}

void Crawler::report(Event::Kind kind, const Run& run, const std::string& url, const std::string& text) {
  parts_.events.report({kind, run.site->name, url, text, {}, &run.summary});
}

Result<void> Crawler::begin(const std::shared_ptr<const site::Site>& site) {
  if (stopping_ || running(site->name)) return {};
  auto lines = site->options.clean.learn ? site_memory(parts_.state, parts_.articles, site->name) : std::string();
  if (!lines) return tl::unexpected(lines.error());
  const std::string name = site->name;
  auto health = parts_.state.health(name);
  if (!health) return tl::unexpected(health.error());
  auto& run = *(runs_[name] = std::make_unique<Run>(site));
  run.health = health::Health(*health);
  run.lines = GrowingMemory(*lines);
  run.started = instant();
  report(Event::Kind::run_started, run, run.site->home);
  run.outstanding = 1;  // holds the phase open while its sources are added
  std::vector<Source> sources = sources_of(*run.site);
  run.most_sources = sources.size() + kFurtherSources;
  for (const Source& source : sources)
    run.most_sources += static_cast<std::size_t>(std::max(source.list.max_pages, 1) - 1);
  for (Source& source : sources) {
    if (auto added = add_source(run, std::move(source)); !added) return added;
  }
  --run.outstanding;
  return run.outstanding == 0 ? advance(run) : Result<void>();
}

Result<void> Crawler::step(Millis at_most) {
  if (host_memory_.must_save()) {
    if (auto flushed = flush(); !flushed) return flushed;
  }
  dispatch();
  const Tick now = parts_.ticks();
  if (auto dropped = drop_held(now); !dropped) return dropped;
  if (const auto next = queues_.next_ready(); next && may_start()) {
    at_most = std::clamp(std::chrono::duration_cast<Millis>(*next - now), Millis(0), at_most);
  }
  if (unflushed_ > 0) at_most = std::min(at_most, kFlushEvery);
  for (fetch::Fetched& fetched : parts_.fetcher.wait(at_most)) {
    auto node = in_flight_.extract(fetched.ticket);
    if (node.empty()) continue;
    // What failed may have reached its host until a moment ago.
    const Millis ago = fetched.result ? fetched.result->answered_in : Millis(0);
    gate_.reached(node.mapped().host, parts_.ticks() - ago);
    gate_.finish(node.mapped().host);
    queues_.freed(node.mapped().host);
    if (auto done = answered(std::move(node.mapped()), std::move(fetched.result)); !done) return done;
  }
  for (SourceDone& done : parts_.cleaner.take_sources()) {
    if (auto read = source_read(std::move(done)); !read) return read;
  }
  for (CleanDone& done : parts_.cleaner.take()) {
    if (auto settled = cleaned(std::move(done)); !settled) return settled;
  }
  return flush_if_due();
}

Result<void> Crawler::flush() {
  unflushed_ = 0;
  last_flush_ = parts_.ticks();
  if (auto synced = parts_.articles.sync(); !synced) return synced;
  for (auto& [name, run] : runs_) {
    if (auto saved = save_learned(*run); !saved) return saved;
  }
  if (auto saved = host_memory_.save(parts_.now(), last_flush_); !saved) return saved;
  if (auto committed = parts_.state.commit(); !committed) return committed;
  acknowledge();
  return {};
}

Result<void> Crawler::save_learned(Run& run) {
  const std::string& name = run.site->name;
  if (std::exchange(run.lines_changed, false)) {
    if (auto saved = parts_.state.save_site_lines(name, *run.lines.present()); !saved) return saved;
  }
  if (std::exchange(run.health_changed, false)) return parts_.state.save_health(name, run.health.saved());
  return {};
}

// Runs outlive what they settled: each flushes before it ends.
void Crawler::acknowledge() {
  for (const Event& event : std::exchange(settled_, {})) parts_.events.report(event);
}

Result<void> Crawler::flush_if_due() {
  const bool due = unflushed_ >= kFlushAt || (unflushed_ > 0 && parts_.ticks() - last_flush_ >= kFlushEvery);
  return due ? flush() : Result<void>();
}

// Called whenever a task of the run has ended: the next phase begins when none is left.
Result<void> Crawler::advance(Run& run) {
  if (run.outstanding > 0) return {};
  if (run.phase == Phase::sources) {
    if (auto saved = save_sources(run); !saved) return saved;
    run.phase = Phase::articles;
  }
  // All that was loaded may be settled at once (robots.txt forbids it): then there is more to load.
  while (!stopping_ && run.budget > 0 && run.outstanding == 0) {
    auto loaded = load_articles(run);
    if (!loaded) return tl::unexpected(loaded.error());
    if (*loaded == 0) break;
  }
  return run.outstanding == 0 ? finish(run) : Result<void>();
}

// A source's validators are kept only with all that it named: a list whose second page failed is read again whole.
Result<void> Crawler::save_sources(Run& run) {
  for (Run::ReadSource& read : run.sources_read) {
    if (run.interrupted || run.broken_lists.count(read.list) > 0) read.row.validators = {};
    if (auto saved = parts_.state.save(read.row); !saved) return saved;
  }
  run.sources_read.clear();
  return flush();
}

Result<std::size_t> Crawler::load_articles(Run& run) {
  const std::size_t limit = std::min<std::size_t>(static_cast<std::size_t>(run.budget), kLoadAtOnce);
  auto due = parts_.state.due(run.site->name, instant(), limit);
  if (!due) return tl::unexpected(due.error());
  run.budget -= static_cast<int>(due->size());
  ++run.outstanding;  // holds the phase open while they are routed
  for (store::UrlRow& row : *due) {
    Task task;
    task.kind = Task::Kind::article;
    task.run = &run;
    task.url = row.url;
    task.row = std::move(row);
    ++run.outstanding;
    if (auto routed = route(std::move(task)); !routed) return tl::unexpected(routed.error());
  }
  --run.outstanding;
  return due->size();
}

Result<void> Crawler::finish(Run& run) {
  const site::Site& site = *run.site;
  auto known = parts_.state.site(site.name);
  if (!known) return tl::unexpected(known.error());
  store::SiteRow row = known->value_or(store::SiteRow{});
  auto left = parts_.state.pending(site.name);
  if (!left) return tl::unexpected(left.error());
  run.summary.left = *left;
  row.site = site.name;
  row.stored_last = static_cast<std::int64_t>(run.summary.stored + run.summary.updated);
  row.stored_total += row.stored_last;
  row.failed_last = static_cast<std::int64_t>(run.summary.failed + run.summary.sources_failed);
  row.fetched_last = static_cast<std::int64_t>(run.summary.pages);
  row.note = run.trouble;
  if (!run.interrupted) {
    const Zone zone = site.zone.value_or(Zone());
    auto rhythm = schedule::Rhythm::parse(row.rhythm);
    rhythm.learn({row.last_run, run.started, run.found}, zone);
    row.rhythm = rhythm.text();
    row.last_run = run.started;
    row.next_run = schedule::next_visit(site.cadence, rhythm, run.started, instant(), zone);
    row.interval_ms = Millis(*row.next_run - run.started).count();
    tell(run, run.health.judge_visit(run.summary.stored, instant(), run.watch));
  }
  if (auto saved = parts_.state.save(row); !saved) return saved;
  if (auto flushed = flush(); !flushed) return flushed;
  report(Event::Kind::run_finished, run, site.home, run.trouble);
  finished_.push_back(run.summary);
  runs_.erase(site.name);  // `run` and `site` end here
  return {};
}

Result<void> Crawler::stop() {
  stopping_ = true;
  std::vector<Task> dropped = queues_.take_all();
  for (auto& [origin, tasks] : waiting_for_robots_) {
    std::move(tasks.begin(), tasks.end(), std::back_inserter(dropped));
  }
  waiting_for_robots_.clear();
  std::set<Run*> touched;
  for (auto& [name, run] : runs_) run->interrupted = true, touched.insert(run.get());
  for (const Task& task : dropped) {
    if (task.kind != Task::Kind::robots) --task.run->outstanding;
  }
  for (Run* run : touched) {
    if (auto advanced = advance(*run); !advanced) return advanced;
  }
  return flush();
}

Result<void> Crawler::abandon() {
  if (auto stopped = stop(); !stopped) return stopped;
  parts_.fetcher.cancel_all();
  parts_.cleaner.cancel_all();
  std::set<Run*> touched;
  for (auto& [ticket, task] : in_flight_) {
    gate_.finish(task.host);
    if (task.kind != Task::Kind::robots) --task.run->outstanding, touched.insert(task.run);
  }
  in_flight_.clear();
  for (auto& [ticket, task] : cleaning_) --task.run->outstanding, touched.insert(task.run);
  cleaning_.clear();
  for (Run* run : touched) {
    if (auto advanced = advance(*run); !advanced) return advanced;
  }
  return flush();
}

std::vector<Summary> Crawler::going() const {
  std::vector<Summary> out;
  for (const auto& [name, run] : runs_) out.push_back(run->summary);
  return out;
}

const health::Health* Crawler::health_of(const std::string& site) const {
  const auto found = runs_.find(site);
  return found == runs_.end() ? nullptr : &found->second->health;
}

std::string Crawler::stuck() const {
  const Tick now = parts_.ticks();
  for (const auto& [ticket, task] : in_flight_) {
    const Millis age = now - task.since;
    if (age > task.run->site->limits.time + kGrace) return "a request to " + task.host + " for " + to_text(age);
  }
  const Millis silence = now - last_cleaned_;
  if (!cleaning_.empty() && silence > kLongestSilence) return "the cleaning of pages for " + to_text(silence);
  return {};
}

}  // namespace winnow::crawl
