// Pages on their way to the cleaning, and what comes back of it.
#include <algorithm>

#include "crawl/crawler.h"
#include "crawl/source_date.h"

namespace winnow::crawl {
namespace {

constexpr std::chrono::seconds kReadAgainEvery = std::chrono::hours(24);  // a further page of a list

}  // namespace

void Crawler::wait_for_cleaner(std::uint64_t ticket, Task task) {
  if (cleaning_.empty()) last_cleaned_ = parts_.ticks();
  cleaning_.emplace(ticket, std::move(task));
}

Crawler::Tasks::node_type Crawler::back_from_cleaner(std::uint64_t ticket) {
  last_cleaned_ = parts_.ticks();
  return cleaning_.extract(ticket);
}

Result<void> Crawler::clean(Task task) {
  auto known = parts_.state.known(task.host);
  if (!known) return tl::unexpected(known.error());
  const std::uint64_t ticket = next_ticket_++;
  const auto& site = task.run->site;
  std::shared_ptr<const Options> options(site, &site->options);  // the site stays as long as they do
  GrowingMemory& lines = task.run->lines;
  parts_.cleaner.submit({ticket, std::move(options), std::exchange(task.parts, {}), std::move(*known),
                         task.reread ? lines.present() : lines.recent()});
  wait_for_cleaner(ticket, std::move(task));
  return {};
}

Result<void> Crawler::cleaned(CleanDone done) {
  auto node = back_from_cleaner(done.ticket);
  if (node.empty()) return {};
  Task task = std::move(node.mapped());
  task.parts = std::move(done.parts);
  if (!done.killed.empty()) {
    put_aside(task, task.parts, done.killed);
    task.reading = std::make_unique<Reading>();
    task.reading->refused = std::move(done.killed);
    return settle(task);
  }
  task.reading = std::make_unique<Reading>(std::move(done.reading));
  if (!task.reading->learned.empty()) {
    if (auto learned = parts_.state.learn(task.host, task.reading->learned); !learned) return learned;
    ++unflushed_;
  }
  if (task.reading->refetch && !std::exchange(task.refetched, true) && !stopping_) {
    task.url = task.row.url;
    task.hops = 0;
    task.row.validators = {};  // the page is wanted again though it be the same
    task.parts.clear();
    return route(std::move(task));
  }
  const std::string& next = task.reading->next_page;
  const bool asked =
      std::any_of(task.parts.begin(), task.parts.end(), [&next](const PartPage& p) { return p.url == next; });
  if (!next.empty() && !asked && !stopping_ && task.reading->refused.empty()) {
    task.url = next;
    task.quick_tries = 0;
    return route(std::move(task));
  }
  // Pages are cleaned side by side: others may have told meanwhile what the site repeats.
  if (!task.reread && task.run->lines.reads_otherwise(task.reading->seen)) {
    task.reread = true;
    return clean(std::move(task));
  }
  date_by_source(task.reading->article, task.row.published, *task.run->site);
  return settle(task);
}

// What can't be read is kept for whoever finds out why; what is wrong with keeping it is no reason to stop.
void Crawler::put_aside(const Task& task, const std::vector<PartPage>& pages, const std::string& why) {
  const Run& run = *task.run;
  std::string where = "it is not kept";
  for (const PartPage& page : pages) {
    if (parts_.aside == nullptr) break;
    const auto kept =
        parts_.aside->put({run.site->name, page.url, page.content_type, page.fetched_at, page.bytes, why});
    where = kept ? "it is kept as " + *kept : kept.error().text;
  }
  report(Event::Kind::notice, run, task.kind == Task::Kind::source ? task.source.url : task.row.url,
         why + "; " + where);
}

Result<void> Crawler::source_read(SourceDone done) {
  auto node = back_from_cleaner(done.ticket);
  if (node.empty()) return {};
  Task task = std::move(node.mapped());
  SourceFinds& finds = done.finds;
  if (done.killed.empty()) watch_list(task, finds);
  if (!done.killed.empty()) {
    put_aside(task, {std::move(done.page)}, done.killed);
    return source_failed(task, done.killed);
  }
  if (!finds.fault.empty() && finds.urls.empty()) return source_failed(task, finds.fault);
  Run& run = *task.run;
  auto added = parts_.state.add(run.site->name, finds.urls, instant());
  if (!added) return tl::unexpected(added.error());
  run.summary.discovered += *added;
  store::SourceRow& row = task.source_row;
  row.validators = task.source_validators;
  row.changed_at = instant();
  row.named.clear();
  if (task.source.kind != Source::Kind::list) {
    for (const Source& source : finds.further) row.named.push_back(source.url);
  }
  if (task.source.kind == Source::Kind::list && *added == 0) {
    if (auto left = leave_known_pages(run, finds.further); !left) return left;
  }
  return source_settled(std::move(task), std::move(finds.further));
}

// Behind a page of a list that names nothing new there is nothing new, but for what an interrupted visit left there or a
// page that could not be had: this is asked for again, all others once a day.
Result<void> Crawler::leave_known_pages(const Run& run, std::vector<Source>& further) {
  std::vector<Source> due;
  for (Source& source : further) {
    const auto row = parts_.state.source(run.site->name, source.url);
    if (!row) return tl::unexpected(row.error());
    const bool had = *row && (*row)->failures == 0;
    const auto since = had ? instant() - (*row)->checked_at : kReadAgainEvery;
    if (since >= kReadAgainEvery || since < std::chrono::seconds(0)) due.push_back(std::move(source));
  }
  further = std::move(due);
  return {};
}

Result<void> Crawler::settle(const Task& task) {
  Run& run = *task.run;
  auto settled = settler_.settle(task, *task.reading);
  if (!settled) return tl::unexpected(settled.error());
  if (auto saved = parts_.state.save(settled->row); !saved) return saved;
  ++unflushed_;
  Summary& summary = run.summary;
  switch (settled->kind) {
    case Event::Kind::stored:
      ++summary.stored;
      learn_rhythm(run, settled->row, task.reading->article);
      learn_lines(run, task.reading->seen);
      break;
    case Event::Kind::updated:
      ++summary.updated;
      break;
    case Event::Kind::duplicate:
      ++summary.duplicates;
      break;
    case Event::Kind::refused:
      ++summary.refused;
      break;
    default:
      break;
  }
  settled_.push_back({settled->kind, run.site->name, settled->row.url, settled->text, settled->path, &summary});
  // The same article again tells nothing new of how it is read.
  if (settled->kind != Event::Kind::fetched) {
    const health::Judgement judgement = watch(task);
    keep_sample(task, judgement.verdict);
    tell(run, judgement);
  }
  --run.outstanding;
  return advance(run);
}

health::Judgement Crawler::watch(const Task& task) {
  Run& run = *task.run;
  const auto begun = run.health.begun();
  health::Settings settings = run.watch;
  settings.backlog = task.row.article_id.empty() && (!begun || task.row.found_at <= *begun);
  return run.health.judge({task.reading->observation, task.row.url, instant()}, settings);
}

void Crawler::watch_list(const Task& task, const SourceFinds& finds) {
  if (task.source.kind != Source::Kind::list || task.source.page != 1) return;
  Run& run = *task.run;
  tell(run, run.health.judge({task.source.url, instant(), finds.urls.size(), !finds.further.empty(), finds.links_at},
                             run.watch));
}

// Warnings are told when they are durable, as the pages are that they are about.
void Crawler::tell(Run& run, const health::Judgement& judgement) {
  run.health_changed = true;
  ++unflushed_;
  for (const health::Alarm& alarm : judgement.raised)
    settled_.push_back({Event::Kind::warning, run.site->name, alarm.url, alarm.text, {}, &run.summary});
  for (const health::Alarm& alarm : judgement.ended)
    settled_.push_back({Event::Kind::warning_ended, run.site->name, alarm.url, alarm.text, {}, &run.summary});
}

// For whoever compares what pages are with what they were; what is wrong with keeping them is no reason to stop. Of an
// article in parts the first says enough.
void Crawler::keep_sample(const Task& task, health::Verdict verdict) {
  const bool suspicious = verdict == health::Verdict::suspicious;
  if (parts_.samples == nullptr || task.parts.empty() || (!suspicious && !task.reading->refused.empty())) return;
  const PartPage& page = task.parts.front();
  (void)parts_.samples->keep(task.run->site->name,
                             {page.url, page.content_type, page.bytes, instant(),
                              suspicious ? store::Shelf::suspicious : store::Shelf::usual});
}

// When the article came, as its source or else its page says it.
void Crawler::learn_rhythm(Run& run, const store::UrlRow& row, const Article& article) {
  if (row.found_at < run.started) return;  // left over from an earlier visit
  auto at = moment_of(row.published, *run.site);
  if (!at) at = moment_of(article.published_at, *run.site);
  if (!at && row.modified > 0) at = Instant(std::chrono::seconds(row.modified));
  run.found.push_back(at);
}

// Of new articles only: a newer version or a copy tells nothing more of the site.
void Crawler::learn_lines(Run& run, const SeenPage& seen) {
  if (run.lines.remember(seen)) run.lines_changed = true;
}

}  // namespace winnow::crawl
