// What comes back: of robots.txt, of sources and of articles.
#include "crawl/answer.h"

#include <algorithm>

#include "base/hash.h"
#include "crawl/crawler.h"

namespace winnow::crawl {
namespace {

constexpr int kQuickTries = 2;      // repeats of a passing failure within a visit
constexpr Millis kQuickWait{1000};  // before the first, three times that before the next
constexpr Millis kLongestQuickWait = std::chrono::minutes(1);
constexpr std::chrono::minutes kClocksMayDiffer{5};
constexpr int kVisits = 10;     // visits in which a page may fail before it is given up: some four hours
constexpr int kRobotsHops = 5;  // RFC 9309, 2.3.1.2

// A Last-Modified that lies in the future is none (RFC 9110, 8.8.2.1): a server that compares it would say "not
// modified" until then, whatever it publishes.
store::Validators validators_of(const fetch::Response& response, Instant now) {
  const std::string modified(response.header("last-modified"));
  const auto stamp = parse_rfc822(modified);
  const bool future = stamp && to_instant(*stamp) > now + kClocksMayDiffer;
  return {std::string(response.header("etag")), future ? std::string() : modified};
}

bool none(const store::Validators& validators) { return validators == store::Validators{}; }

}  // namespace

Result<void> Crawler::answered(Task task, Result<fetch::Response> result) {
  if (result) keep_cookies(task, *result);
  Answer answer = understand(result, instant());
  if (answer.kind == Answer::Kind::not_modified && none(validators_of(task, robots_))) {
    answer = {Answer::Kind::retry, "HTTP 304, though nothing was known before", {}, {}};
  }
  judge_host(task, answer, result);
  if (answer.kind == Answer::Kind::redirect) return follow(std::move(task), answer);
  if (answer.kind == Answer::Kind::retry && retried(task, answer)) return {};
  switch (task.kind) {
    case Task::Kind::robots:
      return robots_answered(task, result);
    case Task::Kind::source:
      return source_answered(std::move(task), answer, std::move(result));
    case Task::Kind::article:
      return article_answered(std::move(task), answer, std::move(result));
  }
  return {};
}

// What the answer says of its host: whether it works, and whether it wants to be left alone.
void Crawler::judge_host(const Task& task, const Answer& answer, const Result<fetch::Response>& result) {
  const Tick now = parts_.ticks();
  if (answer.kind == Answer::Kind::retry) {
    const auto pause = gate_.failed(task.host, task.quick_tries > 0, now);
    // After stop() the visit that asked may be over, and with it its run.
    if (pause && !stopping_) {
      report(Event::Kind::notice, *task.run, task.url,
             task.host + " keeps failing (" + answer.why + ") and is left alone for " + to_text(*pause));
    }
  } else if (result || result.error().code == Code::too_large) {
    gate_.succeeded(task.host);
  }
  if (answer.wait && answer.kind == Answer::Kind::retry) gate_.hold(task.host, now + *answer.wait);
  host_memory_.note(task.host);
}

Result<void> Crawler::follow(Task task, const Answer& answer) {
  const bool robots = task.kind == Task::Kind::robots;
  const int limit = robots ? kRobotsHops : task.run->site->limits.redirects;
  if (++task.hops > limit) {
    if (robots) return robots_answered(task, fail(Code::refused, "too many redirects"));
    return refuse(std::move(task), "more than " + std::to_string(limit) + " redirects");
  }
  const std::string origin = task.origin;
  task.url = answer.location;
  if (const Millis wait = answer.wait.value_or(Millis(0)); wait > kLongestQuickWait) {
    if (robots) return robots_answered(task, fail(Code::network, task.url + ": its redirect asks to wait"));
    return postpone(std::move(task), answer.why + " to be followed in " + to_text(wait), wait);
  } else if (wait > Millis(0)) {
    task.not_before = parts_.ticks() + wait;
  }
  if (!robots) return route(std::move(task));
  if (stopping_) return {};
  // Whose robots.txt it is doesn't change with where it is found.
  const auto url = Url::parse(task.url);
  task.host = url ? url->host() : task.host;
  task.origin = origin;
  if (auto recalled = host_memory_.recall(task.host, task.delay, parts_.ticks()); !recalled) return recalled;
  queues_.push_first(std::move(task));
  return {};
}

// Puts the task back for another try within this visit; false when it has had them.
bool Crawler::retried(Task& task, const Answer& answer) {
  Millis wait = kQuickWait;
  for (int i = 0; i < std::min(task.quick_tries, kQuickTries); ++i) wait *= 3;
  wait = std::max(wait, answer.wait.value_or(Millis(0)));
  if (stopping_ || ++task.quick_tries > kQuickTries || wait > kLongestQuickWait) return false;
  task.not_before = parts_.ticks() + wait;
  report(Event::Kind::retry, *task.run, task.url, answer.why);
  if (task.kind == Task::Kind::robots) {
    queues_.push_first(std::move(task));
  } else {
    queues_.push(std::move(task));
  }
  return true;
}

Result<void> Crawler::robots_answered(const Task& task, const Result<fetch::Response>& result) {
  // After stop() the visit that asked may be over, and with it its run.
  if (!result && !stopping_) report(Event::Kind::notice, *task.run, task.url, result.error().text);
  if (auto settled = robots_.settle(task.origin, result, instant()); !settled) return settled;
  ++unflushed_;
  auto waiting = waiting_for_robots_.extract(task.origin);
  if (waiting.empty()) return {};
  for (Task& held : waiting.mapped()) {
    if (auto routed = route(std::move(held)); !routed) return routed;
  }
  return {};
}

Result<void> Crawler::source_failed(const Task& task, const std::string& why) {
  Run& run = *task.run;
  ++run.summary.sources_failed;
  run.trouble = task.source.url + ": " + why;
  if (task.source.kind == Source::Kind::list) run.broken_lists.insert(task.source.list.url);
  store::SourceRow row = task.source_row;
  row.checked_at = instant();
  row.failures += 1;
  row.note = why;
  run.sources_read.push_back({std::move(row), {}});
  report(Event::Kind::source_failed, run, task.source.url, why);
  --run.outstanding;
  return advance(run);
}

Result<void> Crawler::source_answered(Task task, const Answer& answer, Result<fetch::Response> result) {
  if (answer.kind == Answer::Kind::not_modified) {
    std::vector<Source> further = named_before(task.source, task.source_row);
    return source_settled(std::move(task), std::move(further));
  }
  if (answer.kind != Answer::Kind::ok) return source_failed(task, answer.why);
  task.source_validators = validators_of(*result, instant());
  const std::uint64_t ticket = next_ticket_++;
  PartPage page{std::move(result->body), result->url, std::string(result->header("content-type")), to_iso(instant())};
  parts_.cleaner.submit(SourceJob{ticket, task.source, task.run->rules, std::move(page)});
  wait_for_cleaner(ticket, std::move(task));
  return {};
}

// The source is known as it is now; what it leads to is asked for next.
Result<void> Crawler::source_settled(Task task, std::vector<Source> further) {
  Run& run = *task.run;
  store::SourceRow& row = task.source_row;
  row.checked_at = instant();
  row.failures = 0;
  row.note.clear();
  ++run.summary.sources_read;
  report(Event::Kind::source_read, run, task.source.url);
  run.sources_read.push_back({row, task.source.kind == Source::Kind::list ? task.source.list.url : std::string()});
  for (Source& source : further) {
    if (auto next = add_source(run, std::move(source)); !next) return next;
  }
  --run.outstanding;
  return advance(run);
}

Result<void> Crawler::article_answered(Task task, const Answer& answer, Result<fetch::Response> result) {
  Run& run = *task.run;
  if (answer.kind == Answer::Kind::ok) {
    if (task.parts.empty()) {
      task.row.validators = validators_of(*result, instant());
      task.row.fetched_at = instant();
      ++run.summary.pages;
      report(Event::Kind::fetched, run, task.url);
    }
    task.parts.push_back({std::move(result->body), std::move(result->url), std::string(result->header("content-type")),
                          to_iso(instant())});
    return clean(std::move(task));
  }
  if (answer.kind == Answer::Kind::not_modified) {
    ++run.summary.pages;
    task.row.fetched_at = instant();
    task.row.status = task.row.article_id.empty() ? store::UrlStatus::refused : store::UrlStatus::stored;
    if (auto saved = parts_.state.save(task.row); !saved) return saved;
    ++unflushed_;
    --run.outstanding;
    return advance(run);
  }
  if (answer.kind == Answer::Kind::refused && task.parts.empty()) return refuse(std::move(task), answer.why);
  return article_failed(std::move(task), answer);
}

Result<void> Crawler::article_failed(Task task, const Answer& answer) {
  Run& run = *task.run;
  if (!task.parts.empty()) {
    // A further part is missing: the article is stored with the parts that are there.
    report(Event::Kind::notice, run, task.url,
           "part " + std::to_string(task.parts.size() + 1) + " is missing: " + answer.why);
    task.reading->next_page.clear();
    task.reread = true;  // that would ask for the part again
    const std::uint64_t ticket = next_ticket_++;
    CleanDone done{ticket, std::move(*task.reading), std::exchange(task.parts, {}), {}};
    cleaning_.emplace(ticket, std::move(task));
    return cleaned(std::move(done));
  }
  store::UrlRow& row = task.row;
  row.note = answer.why;
  row.fetched_at = instant();
  const bool gone = answer.kind == Answer::Kind::gone;
  if (gone) {
    row.status = store::UrlStatus::gone;
  } else if (++row.tries >= kVisits) {
    row.status = store::UrlStatus::failed;
  } else {
    const Millis wait = std::max(schedule::back_off(row.tries, hash64(row.key)), answer.wait.value_or(Millis(0)));
    row.next_try = std::chrono::ceil<std::chrono::seconds>(parts_.now() + wait);
  }
  if (auto saved = parts_.state.save(row); !saved) return saved;
  ++unflushed_;
  ++run.summary.failed;
  report(Event::Kind::failed, run, row.url, answer.why);
  --run.outstanding;
  return advance(run);
}

Result<void> Crawler::refuse(Task task, const std::string& why) {
  if (task.kind == Task::Kind::source) return source_failed(task, why);
  if (!task.parts.empty()) return article_failed(std::move(task), {Answer::Kind::refused, why, {}, {}});
  Run& run = *task.run;
  store::UrlRow row = task.row;
  row.status = store::UrlStatus::refused;
  row.note = why;
  row.fetched_at = instant();
  if (auto saved = parts_.state.save(row); !saved) return saved;
  ++unflushed_;
  ++run.summary.refused;
  report(Event::Kind::refused, run, row.url, why);
  --run.outstanding;
  return advance(run);
}

// The host may not be asked now (its robots.txt can't be had, it is left alone): that says nothing about the page,
// which is asked for in a later visit.
Result<void> Crawler::postpone(Task task, const std::string& why, Millis wait) {
  if (task.kind == Task::Kind::source) return source_failed(task, why);
  if (!task.parts.empty()) return article_failed(std::move(task), {Answer::Kind::retry, why, {}, {}});
  Run& run = *task.run;
  store::UrlRow& row = task.row;
  row.note = why;
  row.next_try = std::chrono::ceil<std::chrono::seconds>(parts_.now() + wait);
  if (auto saved = parts_.state.save(row); !saved) return saved;
  ++unflushed_;
  ++run.summary.failed;
  report(Event::Kind::failed, run, row.url, why);
  --run.outstanding;
  return advance(run);
}

}  // namespace winnow::crawl
