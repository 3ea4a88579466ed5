#include "survey/kinds.h"

#include <algorithm>
#include <map>
#include <set>

#include "survey/twins.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kProse = 140;        // weight of the least that is an article: what a paywall leaves
constexpr std::size_t kFilmText = 300;     // beside a film: a text that is more than its description
constexpr std::size_t kListLinks = 4;      // headlines of a list
constexpr std::size_t kLongRow = 6;        // that are more than a box of other stories
constexpr std::size_t kProseOfARow = 100;  // weight a headline: what may introduce a list
constexpr std::size_t kGalleryImages = 5;  // of one

// What is the same all over the site says nothing of a page.
struct Common {
  std::map<std::string, std::size_t> dates;  // pages with that date of publication
  std::size_t pages = 0;

  [[nodiscard]] bool is_everywhere(const Seen& seen) const {
    return seen.linked_by >= 3 && seen.linked_by * 2 >= pages;
  }
  [[nodiscard]] bool has_own_date(const Page& page) const {
    if (page.published.empty()) return false;
    const auto found = dates.find(page.published);
    const std::size_t count = found == dates.end() ? 0 : found->second;
    return count < 3;
  }
};

Common common_of(const Notes& notes) {
  Common common;
  for (const Looked& looked : notes.pages) {
    if (looked.answer.status / 100 != 2) continue;
    ++common.pages;
    if (!looked.page.published.empty()) ++common.dates[looked.page.published];
  }
  return common;
}

// Headlines of the page's longest row that do not stand on every other page too, and the prose that belongs to them.
struct OwnRow {
  std::size_t links = 0, teased = 0;
};

OwnRow own_row(const Notes& notes, const Looked& looked, const Common& common) {
  OwnRow best;
  for (const Row& row : looked.page.rows) {
    std::size_t links = 0;
    for (const std::size_t link : row.links) {
      const std::size_t target = looked.leads[link];
      links += target != kNowhere && !common.is_everywhere(notes.seen[target]) ? 1U : 0U;
    }
    if (links > best.links) best = {links, row.teased};
  }
  return best;
}

void set(Looked& looked, Kind kind, std::string why) {
  looked.kind = kind;
  looked.why = std::move(why);
}

bool is_gallery(const Page& page) { return page.images >= kGalleryImages && page.images * 3 >= page.paragraphs * 2; }

bool is_told(const Seen& seen) { return seen.in_feed || seen.in_news; }

// Headlines with little beside them. A related box has a few, too, but beside an article.
bool is_list(const Page& page, const Seen& seen, const OwnRow& row, std::size_t prose) {
  const std::size_t few = seen.as_headline && is_numbered(seen.address) ? kLongRow + 1 : kListLinks;
  if (row.links >= few && (prose < 3 * kProse || prose * 2 < page.prose)) return true;
  if (row.links >= kLongRow && prose < row.links * kProseOfARow && !page.says_article) return true;
  return row.links + 1 >= kListLinks && row.teased * 2 > page.sentences;
}

// Linked from all over the site by its name: a page about the site, which may well have a date.
bool is_standing_page(const Common& common, const Page& page, const Seen& seen) {
  const bool named = !seen.as_headline || is_named(seen.address);
  return named && ((common.is_everywhere(seen) && !is_numbered(seen.address)) || !common.has_own_date(page));
}

void judge_by_content(const Notes& notes, const Common& common, Looked& looked) {
  const Page& page = looked.page;
  const Seen& seen = notes.seen[looked.seen];
  const OwnRow row = own_row(notes, looked, common);
  const std::size_t loose = page.sentences > row.teased ? page.sentences - row.teased : 0;
  const std::size_t prose = std::min(page.prose, loose);
  const Answer& answer = looked.answer;
  if (answer.status == 0) return set(looked, Kind::missing, answer.why.empty() ? "no answer" : answer.why);
  if (answer.status / 100 != 2) return set(looked, Kind::missing, "HTTP " + std::to_string(answer.status));
  if (looked.seen == notes.home_page) return set(looked, Kind::list, "the home page");
  if (!page.refused.empty() && page.links.empty()) return set(looked, Kind::other, page.refused);
  if (is_list(page, seen, row, prose) && (!is_told(seen) || prose < kProse)) {
    return set(looked, Kind::list, "a list: " + count_of(row.links, "headline") + " of one make");
  }
  if (prose < kProse) {
    return set(looked, row.links >= kListLinks ? Kind::list : Kind::other, "there is hardly any text of its own");
  }
  if (is_told(seen)) return set(looked, Kind::article, "a feed or a sitemap of news names it");
  if (page.says_other) return set(looked, Kind::other, "it says that it is no article");
  if (page.players > 0 && prose < kFilmText) return set(looked, Kind::other, "a film with a few words");
  if (is_gallery(page)) return set(looked, Kind::other, "pictures: " + std::to_string(page.images));
  if (is_standing_page(common, page, seen)) {
    return set(looked, Kind::other, "it is linked like a page about the site");
  }
  set(looked, Kind::article, count_of(page.paragraphs, "paragraph") + (page.published.empty() ? "" : ", a date"));
}

// A page is what most of its like are, unless what it holds speaks against it.
struct Votes {
  std::size_t articles = 0, lists = 0, all = 0;
};

using VotesOf = std::map<std::string, Votes>;

VotesOf count_votes(const Notes& notes, std::string Seen::*what) {
  VotesOf out;
  for (const Looked& looked : notes.pages) {
    if (looked.kind == Kind::missing) continue;
    Votes& votes = out[notes.seen[looked.seen].*what];
    ++votes.all;
    votes.articles += looked.kind == Kind::article ? 1U : 0U;
    votes.lists += looked.kind == Kind::list ? 1U : 0U;
  }
  return out;
}

// Whether the page leads to some article that the others do not all lead to.
bool leads_on(const Notes& notes, const Looked& looked, const Common& common) {
  return std::any_of(looked.leads.begin(), looked.leads.end(), [&](std::size_t target) {
    return target != kNowhere && notes.seen[target].as_headline && !common.is_everywhere(notes.seen[target]);
  });
}

void follow_their_like(Notes& notes, const Common& common) {
  VotesOf shapes = count_votes(notes, &Seen::shape);
  for (Looked& looked : notes.pages) {
    const Votes& votes = shapes[notes.seen[looked.seen].shape];
    const bool may_be = looked.kind == Kind::list && looked.page.prose >= kProse && !looked.page.published.empty();
    if (may_be && votes.all >= 4 && votes.articles * 2 >= votes.all && looked.seen != notes.home_page) {
      set(looked, Kind::article, "its like are articles");
    }
  }
  VotesOf groups = count_votes(notes, &Seen::group);
  for (Looked& looked : notes.pages) {
    const Seen& seen = notes.seen[looked.seen];
    const Votes& votes = groups[seen.group];
    if (looked.kind == Kind::other && votes.lists * 2 >= votes.all && looked.page.prose < kProse &&
        leads_on(notes, looked, common)) {
      set(looked, Kind::list, "a short list: its like are lists");
    }
    if (looked.kind != Kind::article || votes.all < 3 || is_told(seen) || votes.articles * 3 > votes.all) continue;
    set(looked, votes.lists * 2 > votes.all ? Kind::list : Kind::other, "its like are no articles");
  }
}

// Further pages are of the first one's kind, and other forms of a page are none of its own.
void follow_addresses(Notes& notes) {
  for (Looked& looked : notes.pages) {
    const Seen& seen = notes.seen[looked.seen];
    if (seen.of == kNowhere || looked.kind == Kind::missing) continue;
    const Seen& whole = notes.seen[seen.of];
    if (!seen.further) {
      if (looked.kind == Kind::article) set(looked, Kind::twin, "another form of " + whole.url);
      continue;
    }
    const bool list = whole.page ? notes.pages[*whole.page].kind != Kind::article : looked.kind == Kind::list;
    set(looked, list ? Kind::list : Kind::part, "a further page of " + whole.url);
  }
}

// Whether `other` is the better address of one text: the one that feeds name, that headlines lead to, the shorter one.
bool is_better(const Seen& other, const Seen& one) {
  const auto rank = [](const Seen& seen) { return (is_told(seen) ? 2 : 0) + (seen.as_headline ? 1 : 0); };
  if (rank(other) != rank(one)) return rank(other) > rank(one);
  if (other.linked_by != one.linked_by) return other.linked_by > one.linked_by;
  return other.url.size() < one.url.size();
}

bool has_title(const Seen& seen, const std::string& title) {
  const auto& titles = seen.witness.titles;
  return std::find(titles.begin(), titles.end(), title) != titles.end();
}

// Pages that say that they are another one's, or have its text: print, AMP, the mobile host.
class Twins {
 public:
  explicit Twins(const Notes& notes) : notes_(notes) {
    for (std::size_t i = 0; i < notes.seen.size(); ++i) {
      if (!notes.seen[i].as_headline) continue;
      for (const std::string& title : notes.seen[i].witness.titles) by_title_[title].push_back(i);
    }
  }

  // Why the page is one; "" where it is none.
  [[nodiscard]] std::string of(const Looked& looked) const {
    const Seen& seen = notes_.seen[looked.seen];
    const std::size_t stated = looked.page.canonical.empty() ? kNowhere : notes_.find(looked.page.canonical);
    if (stated != kNowhere && stated != looked.seen && stated != notes_.home_page) {
      return "it says that it is " + notes_.seen[stated].url;
    }
    for (const Looked& other : notes_.pages) {
      if (other.kind != Kind::article || other.seen == looked.seen) continue;
      const bool same = other.page.content_hash == looked.page.content_hash ||
                        (other.page.title == looked.page.title && is_near(other.page.near_hash, looked.page.near_hash));
      if (same && is_better(notes_.seen[other.seen], seen)) return "it has the text of " + notes_.seen[other.seen].url;
    }
    const auto found = by_title_.find(looked.page.title);
    if (found == by_title_.end() || seen.as_headline || is_told(seen)) return {};
    return has_title(seen, looked.page.title) ? "" : "it has the title of " + notes_.seen[found->second.front()].url;
  }

 private:
  const Notes& notes_;
  std::map<std::string, std::vector<std::size_t>> by_title_;
};

void find_copies(Notes& notes) {
  std::set<std::size_t> parts;
  for (const Looked& looked : notes.pages) {
    if (!looked.page.next_part.empty() && looked.kind == Kind::article) parts.insert(notes.find(looked.page.next_part));
  }
  const Twins twins(notes);
  for (Looked& looked : notes.pages) {
    if (looked.kind != Kind::article) continue;
    if (parts.contains(looked.seen)) {
      set(looked, Kind::part, "the next page of an article");
    } else if (std::string why = twins.of(looked); !why.empty()) {
      set(looked, Kind::twin, std::move(why));
    }
  }
}

}  // namespace

std::string count_of(std::size_t number, std::string_view what) {
  return std::to_string(number) + " " + std::string(what) + (number == 1 ? "" : "s");
}

void judge_kinds(Notes& notes) {
  const Common common = common_of(notes);
  notes.find_derived();
  for (Looked& looked : notes.pages) judge_by_content(notes, common, looked);
  follow_their_like(notes, common);
  follow_addresses(notes);
  find_copies(notes);
}

}  // namespace winnow::survey
