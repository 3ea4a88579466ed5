#include "survey/kinds.h"

#include <algorithm>
#include <map>
#include <set>

namespace winnow::survey {
namespace {

constexpr std::size_t kProse = 140;        // weight of the least that is an article: what a paywall leaves
constexpr std::size_t kFilmText = 300;     // beside a film: a text that is more than its description
constexpr std::size_t kListLinks = 4;      // headlines of a list
constexpr std::size_t kGalleryImages = 5;  // of one

// What is the same all over the site says nothing of a page.
struct Common {
  std::map<std::string, std::size_t> dates;  // pages with that date of publication
  std::size_t pages = 0;
  bool dated = false;  // the site's articles say when they were published

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
  for (const Looked& looked : notes.pages) {
    common.dated = common.dated || (looked.page.prose >= kProse && common.has_own_date(looked.page));
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

void judge_by_content(const Notes& notes, const Common& common, Looked& looked) {
  const Page& page = looked.page;
  const Seen& seen = notes.seen[looked.seen];
  const OwnRow row = own_row(notes, looked, common);
  const std::size_t loose = page.sentences > row.teased ? page.sentences - row.teased : 0;
  const std::size_t prose = std::min(page.prose, loose);
  const bool told = seen.in_feed || seen.in_news;
  if (looked.answer.status != 200) return set(looked, Kind::missing, "HTTP " + std::to_string(looked.answer.status));
  if (looked.seen == notes.find(notes.home)) return set(looked, Kind::list, "the home page");
  if (!page.refused.empty() && page.links.empty()) return set(looked, Kind::other, page.refused);
  const bool little = prose < 3 * kProse || prose * 2 < page.prose;
  if (row.links >= kListLinks && little && (!told || prose < kProse)) {
    return set(looked, Kind::list, "a list: " + count_of(row.links, "headline") + " of one make");
  }
  if (prose < kProse) {
    return set(looked, row.links >= kListLinks ? Kind::list : Kind::other, "there is hardly any text of its own");
  }
  if (page.says_other && !told) return set(looked, Kind::other, "it says that it is no article");
  if (page.players > 0 && prose < kFilmText && !told) return set(looked, Kind::other, "a film with a few words");
  if (is_gallery(page) && !told) return set(looked, Kind::other, "pictures: " + std::to_string(page.images));
  if (common.dated && !common.has_own_date(page) && !told) return set(looked, Kind::other, "it has no date");
  set(looked, Kind::article, count_of(page.paragraphs, "paragraph") + (page.published.empty() ? "" : ", a date"));
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
  for (Looked& looked : notes.pages) judge_by_content(notes, common, looked);
  find_copies(notes);
}

}  // namespace winnow::survey
