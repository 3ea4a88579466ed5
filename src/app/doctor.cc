#include "app/doctor.h"

#include <algorithm>
#include <optional>

#include "app/saved_page.h"
#include "crawl/source_date.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

constexpr std::size_t kMostPages = 8;  // of a side

// Whether it is about articles' pages: rules can be made anew for these.
bool is_of_pages(const health::Alarm& alarm) {
  return alarm.kind != health::Kind::list && alarm.kind != health::Kind::min_new;
}

std::optional<Instant> begin_of(const std::vector<health::Alarm>& alarms) {
  std::optional<Instant> begin;
  for (const health::Alarm& alarm : alarms) {
    if (is_of_pages(alarm)) begin = std::min(begin.value_or(alarm.since), alarm.since);
  }
  return begin;
}

survey::Sample sample_of(store::SamplePage page) {
  return {std::move(page.url), std::move(page.content_type), std::move(page.bytes), {}};
}

// The saved pages that are the site's tests show it as it was when somebody looked.
void add_tests(const site::Site& site, std::vector<survey::Sample>& before) {
  for (const site::PageTest& test : site.tests) {
    if (test.page.empty() || before.size() >= kMostPages) continue;
    if (auto bytes = read_page(test.page)) before.push_back({test.url, {}, std::move(*bytes), {}});
  }
}

// Pages that the site keeps with its articles (`store: {raw: true}`).
Result<void> add_kept(const site::Site& site, Instant begin, store::ArticleStore& articles, Diagnosis& out) {
  constexpr std::size_t kLookedAt = 200;
  if (!site.keep.raw) return {};
  const auto entries =
      articles.find({.site = site.name, .text = {}, .since = {}, .until = {}, .limit = kLookedAt, .offset = 0});
  if (!entries) return tl::unexpected(entries.error());
  for (const store::Entry& entry : *entries) {
    std::vector<survey::Sample>& side = entry.fetched_at < to_iso(begin) ? out.before : out.since;
    const auto known = [&](const survey::Sample& sample) { return sample.url == entry.url; };
    if (side.size() >= kMostPages || std::any_of(side.begin(), side.end(), known)) continue;
    if (auto raw = articles.raw(entry.id)) side.push_back({entry.url, {}, std::move(raw->front().bytes), {}});
  }
  return {};
}

// What a feed or sitemap has stated of them.
Result<void> add_dates(const site::Site& site, store::State& state, std::vector<survey::Sample>& samples) {
  const Reader reader(site.options);
  for (survey::Sample& sample : samples) {
    const Reading reading = reader.read(
        Page{.bytes = sample.bytes, .url = sample.url, .content_type = sample.content_type, .fetched_at = {}});
    if (!reading.refused.empty()) continue;
    auto published = crawl::source_date(state, reading.article, site);
    if (!published) return tl::unexpected(published.error());
    sample.witness.published = std::move(*published);
  }
  return {};
}

Result<void> gather(const site::Site& site, const Records& records, Instant begin, Diagnosis& out) {
  auto pages = records.samples.of(site.name);
  if (!pages) return tl::unexpected(pages.error());
  for (store::SamplePage& page : *pages) {
    const bool usual = page.shelf == store::Shelf::usual;
    if (usual && page.fetched_at <= begin) out.before.push_back(sample_of(std::move(page)));
    if (!usual && page.fetched_at >= begin) out.since.push_back(sample_of(std::move(page)));
  }
  if (auto kept = add_kept(site, begin, records.articles, out); !kept) return kept;
  add_tests(site, out.before);
  return add_dates(site, records.state, out.since);
}

std::string note_on_sources(const site::Site& site, const std::vector<health::Alarm>& alarms) {
  const bool lists = std::any_of(alarms.begin(), alarms.end(),
                                 [](const health::Alarm& alarm) { return alarm.kind == health::Kind::list; });
  if (!lists && std::all_of(alarms.begin(), alarms.end(), is_of_pages)) return {};
  const std::string look = "`winnow site add " + site.home + " --dry-run` shows what is found there today";
  return lists ? "the lists of articles are no longer what they were; " + look : "too few new articles come; " + look;
}

}  // namespace

Result<Diagnosis> diagnose(const site::Site& site, const Records& records) {
  Diagnosis out;
  auto saved = records.state.health(site.name);
  if (!saved) return tl::unexpected(saved.error());
  const health::Health health(*saved);
  if (health.pages() == 0) {
    out.note = "no page of it is known yet; `winnow crawl " + site.name + "` fetches some";
    return out;
  }
  if (health.rules() != health::rules_of(site.options)) {
    out.note = "its rules have changed since the last visit; the next ones tell whether they work";
    return out;
  }
  out.alarms = health.alarms();
  out.note = note_on_sources(site, out.alarms);
  const auto begin = begin_of(out.alarms);
  if (!begin) return out;
  if (auto gathered = gather(site, records, *begin, out); !gathered) return tl::unexpected(gathered.error());
  out.remedy = survey::find_remedy(out.before, out.since, site.options);
  return out;
}

}  // namespace winnow::app
