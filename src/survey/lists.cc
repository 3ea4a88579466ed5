#include "survey/lists.h"

#include <algorithm>

#include "survey/next_selector.h"
#include "survey/paging.h"

namespace winnow::survey {
namespace {

void add_links(const Looked& looked, const std::vector<bool>& articles, ListFound& list) {
  for (const std::size_t target : looked.leads) {
    if (target != kNowhere && articles[target]) list.articles.push_back(target);
  }
}

void add_further(const Notes& notes, const std::vector<bool>& articles, ListFound& list) {
  const std::size_t first = notes.pages[list.page].seen;
  for (std::size_t i = 0; i < notes.pages.size(); ++i) {
    const Looked& looked = notes.pages[i];
    if (notes.seen[looked.seen].of != first || looked.kind != Kind::list) continue;
    list.further.push_back(i);
    add_links(looked, articles, list);
  }
}

}  // namespace

std::size_t second_page(const Notes& notes, const Looked& list) {
  std::size_t second = kNowhere;
  int lowest = 0;
  for (const std::size_t target : list.leads) {
    if (target == kNowhere || target == list.seen || notes.seen[target].of != list.seen) continue;
    const auto number = page_of_list(notes.seen[list.seen].url, notes.seen[target].url);
    if (!number || *number < 2 || (second != kNowhere && *number >= lowest)) continue;
    second = target;
    lowest = *number;
  }
  return second;
}

std::vector<ListFound> find_lists(const Notes& notes, const std::vector<bool>& articles) {
  std::vector<ListFound> out;
  for (std::size_t i = 0; i < notes.pages.size(); ++i) {
    const Looked& looked = notes.pages[i];
    if (looked.kind != Kind::list || notes.seen[looked.seen].of != kNowhere) continue;
    ListFound list;
    list.page = i;
    list.on_every_page = notes.seen[looked.seen].linked_by * 2 >= notes.pages.size();
    add_links(looked, articles, list);
    if (const std::size_t second = second_page(notes, looked); second != kNowhere && !articles[second]) {
      list.second = notes.seen[second].url;
    }
    if (!list.second.empty() || !looked.page.next.empty()) add_further(notes, articles, list);
    std::sort(list.articles.begin(), list.articles.end());
    list.articles.erase(std::unique(list.articles.begin(), list.articles.end()), list.articles.end());
    if (!list.second.empty() && looked.page.next != list.second) {
      std::vector<const Looked*> others;
      for (const std::size_t page : list.further) others.push_back(&notes.pages[page]);
      list.next = next_selector(looked, list.second, others);
    }
    out.push_back(std::move(list));
  }
  return out;
}

}  // namespace winnow::survey
