// What the automatic extractor, without any rule, makes of the generated sites: a line for each kind. A measure for
// later, no test: nothing here is too little.
//   sites_bench [--seeds N] [--every N] [--kind NAME]
#include <cstdio>
#include <cstring>
#include <string>

#include "sites/kind.h"
#include "sites/score.h"
#include "sites/site.h"
#include "winnow/winnow.h"

namespace {

using namespace winnow::sites;

struct Sums {
  std::size_t pages = 0, bytes = 0, titles = 0, times = 0, authors = 0, left = 0, good = 0;
  double f1 = 0;
};

void measure(const SitePage& page, Sums& sums, bool verbose) {
  const winnow::Article article =
      winnow::clean({.bytes = page.bytes, .url = page.url, .content_type = page.content_type, .fetched_at = {}});
  const std::vector<std::string> here(page.truth.lines.begin() + static_cast<std::ptrdiff_t>(page.truth.from),
                                      page.truth.lines.begin() + static_cast<std::ptrdiff_t>(page.truth.to));
  const double f1 = text_f1(here, article.text, page.truth.neutral);
  ++sums.pages;
  sums.bytes += page.bytes.size();
  sums.f1 += f1;
  sums.good += f1 >= 0.98 ? 1U : 0U;
  sums.titles += same_title(page.truth, article.title) ? 1U : 0U;
  sums.times += same_time(page.truth, article.published_at) ? 1U : 0U;
  sums.authors += same_authors(page.truth, article.authors) ? 1U : 0U;
  sums.left += lines_left(page.truth, article.text);
  if (verbose &&
      (f1 < 0.98 || !same_title(page.truth, article.title) || !same_time(page.truth, article.published_at))) {
    std::printf("%s\n  F1 %.3f\n  title %s\n   read %s\n  time %s (%d) read %s\n", page.url.c_str(), f1,
                page.truth.title.c_str(), article.title.c_str(), page.truth.published.c_str(), page.truth.exactness,
                article.published_at.c_str());
  }
}

void print(const std::string& name, const Sums& sums) {
  const auto share = [&sums](std::size_t count) {
    return static_cast<double>(count) / static_cast<double>(sums.pages == 0 ? 1 : sums.pages);
  };
  std::printf("%-20s %5zu %6.1f %6.3f %6.3f %6.3f %6.3f %6.3f %6.2f\n", name.c_str(), sums.pages,
              share(sums.bytes) / 1024, sums.f1 / static_cast<double>(sums.pages == 0 ? 1 : sums.pages),
              share(sums.good), share(sums.titles), share(sums.times), share(sums.authors), share(sums.left));
}

}  // namespace

int main(int argc, char** argv) {
  unsigned long seeds = 1, every = 1;
  std::string only;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--seeds") == 0) seeds = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--every") == 0) every = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--kind") == 0) only = argv[i + 1];
  }
  std::printf("%-20s %5s %6s %6s %6s %6s %6s %6s %6s\n", "kind", "pages", "KiB", "F1", "F>=.98", "title", "time",
              "author", "left");
  for (const Kind& kind : all_kinds()) {
    if (!only.empty() && only != kind.name) continue;
    Sums sums;
    for (unsigned long seed = 1; seed <= seeds; ++seed) {
      const GeneratedSite site(SiteOptions{.kind = kind.name, .seed = seed});
      const auto articles = site.articles();
      for (std::size_t i = 0; i < articles.size(); i += every) measure(*articles[i], sums, !only.empty());
    }
    print(std::string(kind.name), sums);
  }
}
