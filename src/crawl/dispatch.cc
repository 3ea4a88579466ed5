// Tasks on their way out: robots.txt first, then their host's turn, then the fetcher.
#include <algorithm>

#include "crawl/answer.h"
#include "crawl/crawler.h"
#include "crawl/site_request.h"
#include "winnow/winnow.h"

namespace winnow::crawl {
namespace {

constexpr Millis kPatience = std::chrono::minutes(2);
constexpr std::chrono::minutes kRobotsWait{10};
constexpr std::chrono::hours kReadWholeEvery{24};  // a source
constexpr std::size_t kMostToClean = 64 << 20;  // bytes

void add_validators(const store::Validators& validators, fetch::Request& request) {
  request.if_none_match = validators.etag;
  request.if_modified_since = validators.last_modified;
}

}  // namespace

store::Validators validators_of(const Task& task, const RobotsCache& robots) {
  switch (task.kind) {
    case Task::Kind::robots:
      return robots.validators(task.origin);
    case Task::Kind::source:
      return task.source_row.validators;
    case Task::Kind::article:
      return task.parts.empty() ? task.row.validators : store::Validators{};
  }
  return {};
}

Result<void> Crawler::add_source(Run& run, Source source) {
  if (stopping_ || run.sources_seen.count(source.url) > 0) return {};
  if (run.sources_seen.size() >= run.most_sources) {
    // Indexes of indexes may name more than can be read in a year.
    if (run.sources_seen.size() == run.most_sources) {
      report(Event::Kind::notice, run, source.url, "one source too many; it and all further ones are left out");
    }
    run.sources_seen.insert(source.url);
    return {};
  }
  run.sources_seen.insert(source.url);
  auto row = parts_.state.source(run.site->name, source.url);
  if (!row) return tl::unexpected(row.error());
  Task task;
  task.kind = Task::Kind::source;
  task.run = &run;
  task.url = source.url;
  task.source_row = row->value_or(store::SourceRow{});
  task.source_row.site = run.site->name;
  task.source_row.url = source.url;
  // A server that says "not modified" by mistake must not do so for ever.
  const auto whole = instant() - task.source_row.changed_at;
  if (whole >= kReadWholeEvery || whole < std::chrono::seconds(0)) task.source_row.validators = {};
  task.source = std::move(source);
  ++run.outstanding;
  return route(std::move(task));
}

// Forgets a task that came too late: its page stays pending.
Result<void> Crawler::drop(const Task& task) {
  --task.run->outstanding;
  return advance(*task.run);
}

// Finds out whether and how politely the task's URL may be asked, now that it is known.
Result<void> Crawler::route(Task task) {
  if (stopping_) return drop(task);
  const auto url = Url::parse(task.url);
  if (!url || !url->is_http()) {
    const std::string why = "'" + task.url + "' is no web address";
    return refuse(std::move(task), why);
  }
  task.origin = url->origin();
  task.host = url->host();
  task.path = url->pathname() + url->search();
  const site::Manners& manners = task.run->site->manners;
  task.delay = manners.delay;
  if (auto recalled = host_memory_.recall(task.host, task.delay, parts_.ticks()); !recalled) return recalled;
  if (!manners.obey_robots) {
    queues_.push(std::move(task));
    return {};
  }
  auto robots = robots_.find(task.origin, instant());
  if (!robots) return tl::unexpected(robots.error());
  if (*robots == nullptr) {
    wait_for_robots(std::move(task));
    return {};
  }
  return route_by(std::move(task), **robots);
}

// What robots.txt says of the task: forbidden, or how slowly; the home page's names sitemaps too.
Result<void> Crawler::route_by(Task task, const schedule::Robots& robots) {
  if (task.kind == Task::Kind::source && task.source.kind == Source::Kind::home) {
    if (auto added = add_sitemaps(*task.run, task.origin, robots); !added) return added;
  }
  const schedule::RobotsVerdict verdict = robots.check(kProductToken, task.path);
  if (!verdict.allowed && robots_.unreachable(task.origin)) {
    const std::string why = "robots.txt of " + task.origin + " can't be read, so nothing is asked there for now";
    return postpone(std::move(task), why, kRobotsWait);
  }
  if (!verdict.allowed) return refuse(std::move(task), "robots.txt forbids it (" + verdict.rule + ")");
  const Millis asked = std::min(robots.crawl_delay(kProductToken).value_or(Millis(0)), kLongestCrawlDelay);
  task.delay = std::max(task.delay, asked);
  if (auto recalled = host_memory_.recall(task.host, task.delay, parts_.ticks()); !recalled) return recalled;
  queues_.push(std::move(task));
  return {};
}

Result<void> Crawler::add_sitemaps(Run& run, const std::string& origin, const schedule::Robots& robots) {
  for (const std::string& sitemap : sitemaps_of(robots, origin)) {
    if (auto added = add_source(run, {Source::Kind::sitemap, sitemap, {}, 1, 0}); !added) return added;
  }
  return {};
}

void Crawler::wait_for_robots(Task task) {
  auto& waiting = waiting_for_robots_[task.origin];
  if (waiting.empty()) {
    Task robots;
    robots.kind = Task::Kind::robots;
    robots.run = task.run;
    robots.url = task.origin + "/robots.txt";
    robots.origin = task.origin;
    robots.host = task.host;
    robots.delay = task.run->site->manners.delay;
    queues_.push_first(std::move(robots));
  }
  waiting.push_back(std::move(task));
}

// Pages must not come faster than they are cleaned: what waits for it lies in memory.
bool Crawler::may_start() const {
  return !stopping_ && in_flight_.size() < static_cast<std::size_t>(parts_.connections) &&
         parts_.cleaner.backlog().bytes < kMostToClean;
}

// Beginning many takes its time, so each has its own.
void Crawler::dispatch() {
  while (may_start()) {
    auto task = queues_.take(gate_, parts_.ticks());
    if (!task) return;
    start(std::move(*task));
  }
}

void Crawler::keep_cookies(const Task& task, const fetch::Response& response) {
  // After stop() the visit of a robots.txt may be over.
  if (task.kind == Task::Kind::robots || !task.run->site->manners.cookies) return;
  if (response.header("set-cookie").empty()) return;
  const auto url = Url::parse(task.url);
  if (url && task.run->filter.own_host(url->hostname())) task.run->cookies.take(*url, response, instant());
}

void Crawler::start(Task task) {
  const Run& run = *task.run;
  const Asking asking{*run.site, run.filter, run.cookies, parts_.user_agent, parts_.proxy};
  fetch::Request request = site_request(task.url, asking, instant());
  if (task.kind == Task::Kind::robots) limit_to_robots(request);
  add_validators(validators_of(task, robots_), request);
  Summary& summary = task.run->summary;
  ++summary.requests;
  if (!request.if_none_match.empty() || !request.if_modified_since.empty()) ++summary.conditional;
  const std::uint64_t ticket = next_ticket_++;
  parts_.fetcher.start(ticket, std::move(request));
  host_memory_.note(task.host);
  task.since = parts_.ticks();
  in_flight_.emplace(ticket, std::move(task));
}

// A host that wants to be left alone for longer than a visit may take: its pages stay pending for the next one.
Result<void> Crawler::drop_held(Tick now) {
  for (Task& task : queues_.take_held(gate_, now, now + kPatience)) {
    if (task.kind == Task::Kind::robots) {
      if (auto settled = robots_answered(task, fail(Code::network, task.host + " is left alone for now")); !settled)
        return settled;
      continue;
    }
    const Millis wait = gate_.memory(task.host, now).held_for;
    const std::string why = task.host + " is left alone for " + to_text(wait);
    // Only a page that was asked for has had its try.
    auto done = task.quick_tries > 0 && task.kind == Task::Kind::article
                    ? article_failed(std::move(task), {Answer::Kind::retry, why, {}, wait})
                    : postpone(std::move(task), why, wait);
    if (!done) return done;
  }
  return {};
}

}  // namespace winnow::crawl
