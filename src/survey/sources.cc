#include "survey/sources.h"

#include <algorithm>

#include "survey/kinds.h"
#include "survey/lists.h"

namespace winnow::survey {
namespace {

constexpr int kMostPages = 50;      // of a list that are read in a visit
constexpr int kFurtherInAll = 190;  // a visit leads to 200 sources beyond those of the file
constexpr std::size_t kMostLists = 40;

// Which articles are named by what was chosen so far.
class Cover {
 public:
  explicit Cover(const std::vector<bool>& articles) : articles_(articles), named_(articles.size()) {}

  [[nodiscard]] std::size_t fresh(const std::vector<std::size_t>& seen) const {
    return static_cast<std::size_t>(
        std::count_if(seen.begin(), seen.end(), [this](std::size_t i) { return articles_[i] && !named_[i]; }));
  }
  void take(const std::vector<std::size_t>& seen) {
    for (const std::size_t i : seen) named_[i] = true;
  }
  [[nodiscard]] std::size_t left() const {
    std::size_t left = 0;
    for (std::size_t i = 0; i < articles_.size(); ++i) left += articles_[i] && !named_[i] ? 1U : 0U;
    return left;
  }
  [[nodiscard]] std::size_t all() const {
    return static_cast<std::size_t>(std::count(articles_.begin(), articles_.end(), true));
  }

 private:
  const std::vector<bool>& articles_;
  std::vector<bool> named_;
};

// The sitemaps of an index are one source, which is named by the index: tomorrow it has others.
std::vector<SourceRead> by_top(const Notes& notes) {
  std::vector<SourceRead> out;
  for (const SourceRead& source : notes.sources) {
    const auto same =
        std::find_if(out.begin(), out.end(), [&](const SourceRead& one) { return one.url == source.top; });
    if (same == out.end()) {
      out.push_back(source);
      out.back().url = source.top;
    } else {
      same->named.insert(same->named.end(), source.named.begin(), source.named.end());
    }
  }
  return out;
}

class Choice {
 public:
  Choice(const Notes& notes, const std::vector<bool>& articles)
      : notes_(notes), cover_(articles), lists_(find_lists(notes, articles)), sources_(by_top(notes)) {}

  Sources run() && {
    take_automatic();
    const bool whole = sitemaps_ && cover_.left() * 50 <= cover_.all();
    if (!whole) {
      add_sources();
      if (!(sitemaps_ && cover_.left() * 50 <= cover_.all())) add_lists();
    }
    bound_pages();
    return std::move(out_);
  }

 private:
  void take_automatic() {
    for (const SourceRead& source : sources_) {
      if (!source.automatic) continue;
      sitemaps_ = sitemaps_ || (source.kind == Kind::sitemap && !source.named.empty());
      cover_.take(source.named);
    }
  }

  // Feeds and sitemaps that only a guess or a link led to.
  void add_sources() {
    for (const SourceRead& source : sources_) {
      const std::size_t fresh = cover_.fresh(source.named);
      if (source.automatic || fresh == 0) continue;
      (source.kind == Kind::feed ? out_.discover.feeds : out_.discover.sitemaps).push_back(source.url);
      sitemaps_ = sitemaps_ || source.kind == Kind::sitemap;
      cover_.take(source.named);
      out_.evidence.push_back({source.kind == Kind::feed ? "discover.feeds" : "discover.sitemaps",
                               source.url + " names " + count_of(fresh, "article") + " that no other source has", fresh,
                               cover_.all()});
    }
  }

  // Sections that go on behind their first page hold more than was seen, so all of them. Where none does, of the other
  // lists those that have most of what is still missing.
  void add_lists() {
    std::vector<const ListFound*> rest;
    for (const ListFound& list : lists_) {
      if (list.articles.empty()) continue;
      if (list.on_every_page && !is_home(list) && (!list.second.empty() || cover_.fresh(list.articles) > 0)) {
        add(list);
      } else {
        rest.push_back(&list);
      }
    }
    const bool goes_on = std::any_of(out_.discover.lists.begin(), out_.discover.lists.end(),
                                     [](const site::ListSource& list) { return list.max_pages > 1; });
    while (!goes_on && !rest.empty() && out_.discover.lists.size() < kMostLists && cover_.left() * 50 > cover_.all()) {
      const auto best = std::max_element(rest.begin(), rest.end(), [this](const ListFound* a, const ListFound* b) {
        return cover_.fresh(a->articles) < cover_.fresh(b->articles);
      });
      if (cover_.fresh((*best)->articles) == 0) break;
      add(**best);
      rest.erase(best);
    }
  }

  [[nodiscard]] bool is_home(const ListFound& list) const { return notes_.pages[list.page].seen == notes_.home_page; }

  void add(const ListFound& list) {
    if (out_.discover.lists.size() >= kMostLists) return;
    const std::string& url = notes_.seen[notes_.pages[list.page].seen].url;
    if (is_home(list)) name_automatic();
    site::ListSource source;
    source.url = url;
    source.next = list.next;
    const bool goes_on = !list.second.empty() && (!list.next.empty() || !notes_.pages[list.page].page.next.empty());
    source.max_pages = goes_on ? kMostPages : 1;
    const std::size_t fresh = cover_.fresh(list.articles);
    out_.evidence.push_back(
        {"discover.lists",
         url + " links to " + count_of(list.articles.size(), "article") + ", " + std::to_string(fresh) + " of them new",
         list.articles.size(), cover_.all()});
    out_.discover.lists.push_back(std::move(source));
    cover_.take(list.articles);
  }

  // A front page that is read as a list is not read as one that names feeds.
  void name_automatic() {
    for (const SourceRead& source : sources_) {
      if (!source.automatic || source.named.empty()) continue;
      (source.kind == Kind::feed ? out_.discover.feeds : out_.discover.sitemaps).push_back(source.url);
    }
  }

  void bound_pages() {
    int paged = 0;
    for (const site::ListSource& list : out_.discover.lists) paged += list.max_pages > 1 ? 1 : 0;
    if (paged == 0) return;
    const int most = std::clamp(kFurtherInAll / paged, 2, kMostPages);
    for (site::ListSource& list : out_.discover.lists) list.max_pages = std::min(list.max_pages, most);
  }

  const Notes& notes_;
  Cover cover_;
  std::vector<ListFound> lists_;
  std::vector<SourceRead> sources_;
  Sources out_;
  bool sitemaps_ = false;
};

}  // namespace

Sources choose_sources(const Notes& notes, const std::vector<bool>& articles) { return Choice(notes, articles).run(); }

}  // namespace winnow::survey
