// Figures of many readings, held against the truth of their pages.
#pragma once

#include <cstddef>

#include "sites/site.h"
#include "winnow/article.h"

namespace winnow::sites {

class ReadingSums {
 public:
  // `article`: of all its parts. Gives the text's F1.
  double add(const SitePage& page, const Article& article);

  std::size_t pages = 0;
  // Shares of the pages; 1 where there is none.
  [[nodiscard]] double f1() const { return share(f1_); }
  [[nodiscard]] double title() const { return share(titles_); }
  [[nodiscard]] double time() const { return share(times_); }
  [[nodiscard]] double author() const { return share(authors_); }

 private:
  [[nodiscard]] double share(double sum) const { return pages == 0 ? 1 : sum / static_cast<double>(pages); }
  double f1_ = 0, titles_ = 0, times_ = 0, authors_ = 0;
};

}  // namespace winnow::sites
