#include "sites/reading_sums.h"

#include "sites/score.h"

namespace winnow::sites {

double ReadingSums::add(const SitePage& page, const Article& article) {
  const Truth& truth = page.truth;
  const double f1 = text_f1(truth.lines, article.text, truth.neutral);
  ++pages;
  f1_ += f1;
  titles_ += same_title(truth, article.title) ? 1 : 0;
  times_ += same_time(truth, article.published_at) ? 1 : 0;
  authors_ += same_authors(truth, article.authors) ? 1 : 0;
  return f1;
}

}  // namespace winnow::sites
