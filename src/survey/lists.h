// Pages that list articles, with their further pages and the selector that leads to these. Pure.
#pragma once

#include <string>
#include <vector>

#include "survey/notes.h"

namespace winnow::survey {

struct ListFound {
  std::size_t page = 0;               // the first one, of Notes::pages
  std::vector<std::size_t> articles;  // addresses on its pages, of Notes::seen
  std::vector<std::size_t> further;   // pages of it that were looked at, of Notes::pages
  std::string second;                 // address of the second page; "" where there is none
  std::string next;                   // selector of the link to the next page; "" where rel=next does
  bool on_every_page = false;         // the site's pages link to it: a section
};

// The page behind the list's first, of Notes::seen; kNowhere where its links lead to none.
[[nodiscard]] std::size_t second_page(const Notes& notes, const Looked& list);

// `articles`: by Notes::seen, whether it is an article.
[[nodiscard]] std::vector<ListFound> find_lists(const Notes& notes, const std::vector<bool>& articles);

}  // namespace winnow::survey
