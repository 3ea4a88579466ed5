#include "survey/kinds.h"

#include <algorithm>
#include <map>
#include <set>

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

  [[nodiscard]] bool is_everywhere(const Seen& seen) const { return seen.linked_by >= 3 && seen.linked_by * 2 >= pages; }
  [[nodiscard]] bool has_own_date(const Page& page) const {
    if (page.published.empty()) return false;
    const auto found = dates.find(page.published);
    const std::size_t count = found == dates.end() ? 0 : found->second;
    return count < 3 || count * 4 < pages;
  }
};

Common common_of(const Notes& notes) {
  Common common;
  for (const Looked& looked : notes.pages) {
    if (looked.answer.status != 200) continue;
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

bool is_gallery(const Page& page) {
  return page.images >= kGalleryImages && page.images * 3 >= page.paragraphs * 2;
}

bool is_told(const Seen& seen) { return seen.in_feed || seen.in_news; }

// Headlines with little beside them. A related box has a few, too, but beside an article.
bool is_list(const Page& page, const OwnRow& row, std::size_t prose) {
  if (row.links >= kListLinks && (prose < 3 * kProse || prose * 2 < page.prose)) return true;
  if (row.links >= kLongRow && prose < row.links * kProseOfARow && !page.says_article) return true;
  return row.links + 1 >= kListLinks && row.teased * 2 > page.sentences;
}

// Linked from all over the site, or named like a part of it: a page about the site.
bool is_standing_page(const Common& common, const Seen& seen) {
  return common.is_everywhere(seen) || !seen.as_headline || seen.address.pieces.empty() ||
         is_name(seen.address.pieces.back());
}

void judge_by_content(const Notes& notes, const Common& common, Looked& looked) {
  const Page& page = looked.page;
  const Seen& seen = notes.seen[looked.seen];
  const OwnRow row = own_row(notes, looked, common);
  const std::size_t loose = page.sentences > row.teased ? page.sentences - row.teased : 0;
  const std::size_t prose = std::min(page.prose, loose);
  if (looked.answer.status != 200) return set(looked, Kind::missing, "HTTP " + std::to_string(looked.answer.status));
  if (looked.seen == notes.find(notes.home)) return set(looked, Kind::list, "the home page");
  if (!page.refused.empty() && page.links.empty()) return set(looked, Kind::other, page.refused);
  if (is_list(page, row, prose) && (!is_told(seen) || prose < kProse)) {
    return set(looked, Kind::list, "a list: " + count_of(row.links, "headline") + " of one make");
  }
  if (prose < kProse) {
    return set(looked, row.links >= kListLinks ? Kind::list : Kind::other, "there is hardly any text of its own");
  }
  if (is_told(seen)) return set(looked, Kind::article, "a feed or a sitemap of news names it");
  if (page.says_other) return set(looked, Kind::other, "it says that it is no article");
  if (page.players > 0 && prose < kFilmText) return set(looked, Kind::other, "a film with a few words");
  if (is_gallery(page)) return set(looked, Kind::other, "pictures: " + std::to_string(page.images));
  if (!common.has_own_date(page) && is_standing_page(common, seen)) {
    return set(looked, Kind::other, "it has no date, and is linked like a page about the site");
  }
  set(looked, Kind::article, count_of(page.paragraphs, "paragraph") + (page.published.empty() ? "" : ", a date"));
}

// A page is what most of its like are, unless what it holds speaks against it.
struct Votes {
  std::size_t articles = 0, lists = 0, all = 0;
};

void follow_their_like(Notes& notes) {
  std::map<std::string, Votes> groups;
  for (const Looked& looked : notes.pages) {
    if (looked.kind == Kind::missing) continue;
    Votes& votes = groups[notes.seen[looked.seen].group];
    ++votes.all;
    votes.articles += looked.kind == Kind::article ? 1U : 0U;
    votes.lists += looked.kind == Kind::list ? 1U : 0U;
  }
  for (Looked& looked : notes.pages) {
    const Seen& seen = notes.seen[looked.seen];
    const Votes& votes = groups[seen.group];
    if (looked.kind == Kind::missing || votes.all < 3 || is_told(seen)) continue;
    if (looked.kind == Kind::article && votes.articles * 3 <= votes.all) {
      set(looked, votes.lists * 2 > votes.all ? Kind::list : Kind::other, "its like are no articles");
    } else if (looked.kind == Kind::list && votes.articles * 3 >= votes.all * 2 && looked.page.prose >= kProse) {
      set(looked, Kind::article, "its like are articles");
    }
  }
}

// Further pages are of the first one's kind.
void follow_first_pages(Notes& notes) {
  for (Looked& looked : notes.pages) {
    const std::size_t first = notes.seen[looked.seen].first;
    if (first == kNowhere || looked.kind == Kind::missing) continue;
    const Seen& whole = notes.seen[first];
    const bool list = whole.page ? notes.pages[*whole.page].kind != Kind::article : looked.kind == Kind::list;
    set(looked, list ? Kind::list : Kind::part, "a further page of " + whole.url);
  }
}

// Pages that say that they are another one's: print, AMP, the mobile host.
bool is_twin(const Notes& notes, const Looked& looked, const std::map<std::string, std::size_t>& by_text,
             std::string& why) {
  const std::size_t canonical = looked.page.canonical.empty() ? kNowhere : notes.find(looked.page.canonical);
  if (canonical != kNowhere && canonical != looked.seen && canonical != notes.find(notes.home)) {
    why = "it says that it is " + notes.seen[canonical].url;
    return true;
  }
  const auto first = by_text.find(looked.page.content_hash);
  if (first == by_text.end() || first->second == looked.seen) return false;
  why = "it has the text of " + notes.seen[first->second].url;
  return true;
}

// Of pages with one text the one that most lead to.
std::map<std::string, std::size_t> by_text(const Notes& notes) {
  std::map<std::string, std::size_t> out;
  const auto weight = [&notes](std::size_t index) {
    const Seen& seen = notes.seen[index];
    return std::pair((seen.in_feed ? 1000U : 0U) + (seen.as_headline ? 100U : 0U) + seen.linked_by, seen.url.size());
  };
  for (const Looked& looked : notes.pages) {
    if (looked.kind != Kind::article || looked.page.length == 0) continue;
    const auto [found, fresh] = out.emplace(looked.page.content_hash, looked.seen);
    if (fresh) continue;
    const auto one = weight(found->second), other = weight(looked.seen);
    if (other.first > one.first || (other.first == one.first && other.second < one.second)) found->second = looked.seen;
  }
  return out;
}

void find_copies(Notes& notes) {
  std::set<std::size_t> parts;
  for (const Looked& looked : notes.pages) {
    if (!looked.page.next_part.empty() && looked.kind == Kind::article) parts.insert(notes.find(looked.page.next_part));
  }
  const auto texts = by_text(notes);
  for (Looked& looked : notes.pages) {
    if (looked.kind != Kind::article) continue;
    if (parts.contains(looked.seen)) {
      set(looked, Kind::part, "the next page of an article");
    } else if (std::string why; is_twin(notes, looked, texts, why)) {
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
  notes.find_first_pages();
  for (Looked& looked : notes.pages) judge_by_content(notes, common, looked);
  follow_their_like(notes);
  follow_first_pages(notes);
  find_copies(notes);
}

}  // namespace winnow::survey
