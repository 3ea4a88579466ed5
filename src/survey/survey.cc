#include "survey/survey.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/scan.h"
#include "base/time.h"
#include "base/url.h"
#include "discover/feed.h"
#include "discover/sitemap.h"
#include "survey/findings.h"
#include "survey/frontier.h"
#include "survey/kinds.h"
#include "survey/notes.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kAutomaticFeeds = 5;  // of a home page that the crawl reads by itself
constexpr std::size_t kAutomaticSitemaps = 10;
constexpr std::size_t kSitemapsOfAnIndex = 6;  // that are looked at
constexpr std::size_t kOtherFeeds = 6;         // that only other pages name
constexpr std::size_t kSectionFeeds = 8;       // that are guessed
constexpr std::size_t kNamed = 10'000;         // addresses of one source that are taken in

// What is to be asked without knowing its kind beforehand.
struct Planned {
  std::string url, why;
  Kind kind = Kind::unknown;
  bool automatic = false;
  int depth = 0;         // of a sitemap inside indexes
  std::string top = {};  // the outermost index
};

std::string iso(const std::optional<Stamp>& stamp) { return stamp ? to_iso(*stamp) : std::string(); }

}  // namespace

struct Survey::State {
  Notes notes;
  site::Site base;
  Limits limits;
  Reader reader;
  std::vector<Planned> planned;  // in order; those asked are marked in `asked`
  std::set<std::string> asked, plans;
  std::size_t requests = 0, bytes = 0, other_feeds = 0;
  bool probed = false;

  State(std::string home, site::Site given, Limits bounds)
      : notes(home), base(std::move(given)), limits(bounds), reader(base.options) {
    plan({std::move(home), "the home page", Kind::unknown, true, 0});
  }

  void plan(Planned next) {
    if (plans.insert(next.url).second) planned.push_back(std::move(next));
  }
  [[nodiscard]] const Planned* plan_of(const std::string& url) const {
    const auto found =
        std::find_if(planned.begin(), planned.end(), [&url](const Planned& one) { return one.url == url; });
    return found == planned.end() ? nullptr : &*found;
  }

  std::optional<Wanted> ask(std::string url, std::string why) {
    ++requests;
    asked.insert(url);
    if (const std::size_t index = notes.find(url); index != kNowhere) notes.seen[index].asked = true;
    return Wanted{std::move(url), std::move(why)};
  }

  bool read_feed(const Answer& answer, bool automatic);
  bool read_sitemap(const Answer& answer, const Planned* plan);
  struct Index {
    bool automatic;
    int depth;
    std::string top;
  };
  void read_index(const discover::Sitemap& sitemap, const Index& index);
  void read_page(Answer answer);
  void plan_probes();
  void plan_section_feeds(const Url& home);
};

bool Survey::State::read_feed(const Answer& answer, bool automatic) {
  const discover::Feed feed = discover::parse_feed(answer.bytes, answer.content_type, answer.final);
  if (feed.kind.empty()) return false;
  SourceRead source{answer.url, answer.url, Kind::feed, automatic, {}};
  for (const discover::FeedEntry& entry : feed.entries) {
    const std::size_t index = notes.meet(entry.link);
    if (index == kNowhere || source.named.size() == kNamed) continue;
    Seen& seen = notes.seen[index];
    seen.in_feed = true;
    notes.add_title(index, entry.title);
    if (seen.witness.published.empty()) seen.witness.published = iso(entry.published);
    if (seen.witness.summary.empty()) seen.witness.summary = entry.summary;
    source.named.push_back(index);
  }
  notes.sources.push_back(std::move(source));
  return true;
}

// The newest of an index's sitemaps, those of news before all.
void Survey::State::read_index(const discover::Sitemap& sitemap, const Index& index) {
  std::vector<const discover::SitemapEntry*> entries;
  for (const discover::SitemapEntry& entry : sitemap.entries) entries.push_back(&entry);
  const auto age = [](const discover::SitemapEntry* entry) {
    const bool news = entry->url.find("news") != std::string::npos;
    return std::pair(!news, entry->modified ? -to_instant(*entry->modified).time_since_epoch().count() : 0);
  };
  std::stable_sort(entries.begin(), entries.end(), [&](auto* a, auto* b) { return age(a) < age(b); });
  for (std::size_t i = 0; i < std::min(entries.size(), kSitemapsOfAnIndex); ++i) {
    plan({entries[i]->url, "a sitemap of the index", Kind::sitemap, index.automatic, index.depth + 1, index.top});
  }
}

bool Survey::State::read_sitemap(const Answer& answer, const Planned* plan) {
  const discover::Sitemap sitemap = discover::parse_sitemap(answer.bytes, answer.content_type, answer.final);
  if (!sitemap.recognised) return false;
  const bool automatic = plan != nullptr && plan->automatic;
  const std::string top = plan != nullptr && !plan->top.empty() ? plan->top : answer.url;
  SourceRead source{answer.url, top, Kind::sitemap, automatic, {}};
  if (sitemap.is_index) {
    if (const int depth = plan != nullptr ? plan->depth : 0; depth < 3) read_index(sitemap, {automatic, depth, top});
  } else {
    for (const discover::SitemapEntry& entry : sitemap.entries) {
      const std::size_t index = notes.meet(entry.url);
      if (index == kNowhere || source.named.size() == kNamed) continue;
      Seen& seen = notes.seen[index];
      seen.in_sitemap = true;
      seen.in_news = seen.in_news || entry.published.has_value();
      notes.add_title(index, entry.title);
      if (seen.witness.published.empty()) seen.witness.published = iso(entry.published);
      source.named.push_back(index);
    }
  }
  notes.sources.push_back(std::move(source));
  return true;
}

void Survey::State::read_page(Answer answer) {
  const bool is_home = notes.find(answer.url) == notes.home_page;
  if (is_home && answer.status / 100 == 2) {
    notes.home_answered(answer.final);
    if (notes.find(answer.url) != notes.home_page) answer.url = notes.home;
  }
  Page page = survey::read_page(answer, reader);
  for (std::size_t i = 0; i < page.feeds.size(); ++i) {
    if (!is_home && other_feeds >= kOtherFeeds) break;
    if (plans.contains(page.feeds[i])) continue;
    other_feeds += is_home ? 0U : 1U;
    plan({page.feeds[i], is_home ? "a feed that the home page names" : "a feed that a page names", Kind::feed,
          is_home && i < kAutomaticFeeds, 0});
  }
  notes.add_page(std::move(answer), std::move(page));
}

// The feeds of sections stand where the site's own does, below the section.
void Survey::State::plan_section_feeds(const Url& home) {
  std::set<std::string> sections;
  for (const Looked& looked : notes.pages) {
    std::string name = ascii::lower(looked.page.section);
    std::replace(name.begin(), name.end(), ' ', '-');
    if (looked.kind == Kind::article && is_name(name)) sections.insert(std::move(name));
  }
  for (const SourceRead& source : notes.sources) {
    const auto feed = Url::parse(source.url);
    if (source.kind != Kind::feed || !feed || feed->origin() != home.origin()) continue;
    std::size_t probes = 0;
    for (const std::string& section : sections) {
      if (probes++ == kSectionFeeds) break;
      plan({home.origin() + "/" + section + feed->pathname(), "where the feed of a section may be", Kind::feed, false,
            0});
    }
    return;
  }
}

// Where many sites have them, asked only when nothing else was found.
void Survey::State::plan_probes() {
  probed = true;
  const auto home = Url::parse(notes.home);
  if (!home) return;
  const bool sitemaps = std::any_of(notes.sources.begin(), notes.sources.end(),
                                    [](const SourceRead& source) { return source.kind == Kind::sitemap; });
  const bool feeds = std::any_of(notes.sources.begin(), notes.sources.end(),
                                 [](const SourceRead& source) { return source.kind == Kind::feed; });
  if (!sitemaps) plan({home->origin() + "/sitemap.xml", "where sitemaps often are", Kind::sitemap, false, 0});
  const bool lists = std::any_of(notes.pages.begin(), notes.pages.end(), [this](const Looked& looked) {
    return looked.kind == Kind::list && looked.seen != notes.home_page;
  });
  if (feeds && !sitemaps && !lists) plan_section_feeds(*home);
  if (feeds || sitemaps) return;
  for (const char* path : {"/feed/", "/rss.xml"}) {
    plan({home->origin() + path, "where feeds often are", Kind::feed, false, 0});
  }
}

Survey::Survey(std::string home, site::Site base, Limits limits)
    : state_(std::make_unique<State>(std::move(home), std::move(base), limits)) {}
Survey::~Survey() = default;
Survey::Survey(Survey&&) noexcept = default;
Survey& Survey::operator=(Survey&&) noexcept = default;

void Survey::add_sitemaps(const std::vector<std::string>& urls) {
  for (std::size_t i = 0; i < std::min(urls.size(), kAutomaticSitemaps); ++i) {
    state_->plan({urls[i], "a sitemap that robots.txt names", Kind::sitemap, true, 0});
  }
}

std::optional<Wanted> Survey::next() {
  State& state = *state_;
  if (state.requests >= state.limits.requests || state.bytes >= state.limits.bytes) return std::nullopt;
  for (int round = 0; round < 2; ++round) {
    for (const Planned& next : state.planned) {
      if (!state.asked.contains(next.url)) return state.ask(next.url, next.why);
    }
    judge_kinds(state.notes);
    if (auto wanted = most_telling(state.notes, state.limits.articles)) return state.ask(wanted->url, wanted->why);
    if (state.probed) break;
    state.plan_probes();
  }
  return std::nullopt;
}

void Survey::add(Answer answer) {
  State& state = *state_;
  if (answer.final.empty()) answer.final = answer.url;
  if (state.bytes + answer.bytes.size() > state.limits.bytes) return;
  state.bytes += answer.bytes.size();
  const Planned* plan = state.plan_of(answer.url);
  if (answer.status / 100 == 2) {
    const bool automatic = plan != nullptr && plan->automatic && plan->kind == Kind::feed;
    const bool html = plan != nullptr && plan->kind == Kind::unknown;
    // Feeds may serve as sitemaps, but tell more as what they are.
    if (!html && (state.read_feed(answer, automatic) || state.read_sitemap(answer, plan))) return;
  }
  if (plan != nullptr && plan->kind != Kind::unknown) return;
  state.read_page(std::move(answer));
}

Findings Survey::findings() const {
  judge_kinds(state_->notes);
  return conclude(state_->notes, state_->base);
}

}  // namespace winnow::survey
