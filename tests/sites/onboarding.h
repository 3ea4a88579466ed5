// How well a site was onboarded: what a store holds after `winnow site add` and `winnow crawl`, against the truth.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sites/site.h"
#include "winnow/article.h"

namespace winnow::sites {

struct Onboarding {
  std::size_t articles = 0, found = 0;   // of the site; stored, under whatever address
  std::size_t stored = 0, others = 0;    // in all; what is no article, and second copies of one
  std::size_t other_pages = 0;           // of the site that are no articles
  double f1 = 0, titles = 0, times = 0;  // mean and shares of those found

  [[nodiscard]] double share_found() const;
  [[nodiscard]] double share_others() const;  // the larger of two: of what is stored, and of all that should not be
  [[nodiscard]] bool passes() const;
  std::vector<std::string> remarks = {};  // what is missing, or should not be there, or is not as it should be
};

[[nodiscard]] Onboarding judge_onboarding(const GeneratedSite& site, const std::vector<Article>& stored);

}  // namespace winnow::sites
