#include "sites/onboarding.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "sites/score.h"

namespace winnow::sites {
namespace {

constexpr double kFound = .95, kOthers = .02, kF1 = .98, kTitles = .98, kTimes = .95;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool is_of_an_article(Role role) {
  return role == Role::article || role == Role::part || role == Role::print || role == Role::amp ||
         role == Role::mobile;
}

struct Kept {
  const SitePage* page;
  const Article* article;
};

// By the address of the article; its own page before what is derived from it.
using ByArticle = std::map<std::string, std::vector<Kept>>;

ByArticle by_article(const GeneratedSite& site, const std::vector<Article>& stored, Onboarding& out) {
  ByArticle kept;
  for (const Article& article : stored) {
    const SitePage* page = site.page(article.url);
    if (page != nullptr && is_of_an_article(page->truth.role)) {
      auto& copies = kept[page->truth.canonical];
      copies.insert(page->truth.role == Role::article ? copies.begin() : copies.end(), {page, &article});
      continue;
    }
    ++out.others;
    const std::string role = page == nullptr ? "no page of the site" : std::string(name_of(page->truth.role));
    out.remarks.push_back("stored, but " + role + ": " + article.url);
  }
  return kept;
}

void judge(const Kept& kept, Onboarding& out) {
  const Truth& truth = kept.page->truth;
  const double f1 = text_f1(truth.lines, kept.article->text, truth.neutral);
  const bool title = same_title(truth, kept.article->title), time = same_time(truth, kept.article->published_at);
  out.f1 += f1;
  out.titles += title ? 1 : 0;
  out.times += time ? 1 : 0;
  char number[16];
  std::snprintf(number, sizeof number, "%.3f", f1);
  if (f1 < kF1) out.remarks.push_back("F1 " + std::string(number) + ": " + kept.article->url);
  if (!title)
    out.remarks.push_back("title '" + kept.article->title + "', not '" + truth.title + "': " + kept.article->url);
  if (!time)
    out.remarks.push_back("time '" + kept.article->published_at + "', not '" + truth.published +
                          "': " + kept.article->url);
}

}  // namespace

double Onboarding::share_found() const { return share(found, articles); }
double Onboarding::share_others() const { return std::max(share(others, stored), share(others, other_pages)); }

bool Onboarding::passes() const {
  return articles > 0 && share_found() >= kFound && share_others() <= kOthers && f1 >= kF1 && titles >= kTitles &&
         times >= kTimes;
}

Onboarding judge_onboarding(const GeneratedSite& site, const std::vector<Article>& stored) {
  Onboarding out;
  out.stored = stored.size();
  for (const auto& [url, page] : site.pages()) {
    if (!is_of_an_article(page.truth.role) && page.truth.role != Role::data) ++out.other_pages;
  }
  const ByArticle kept = by_article(site, stored, out);
  for (const SitePage* article : site.articles()) {
    ++out.articles;
    const auto copies = kept.find(article->url);
    if (copies == kept.end()) {
      out.remarks.push_back("missing: " + article->url);
      continue;
    }
    ++out.found;
    judge(copies->second.front(), out);
    for (std::size_t i = 1; i < copies->second.size(); ++i) {
      ++out.others;
      out.remarks.push_back("a second copy: " + copies->second[i].article->url);
    }
  }
  const double count = static_cast<double>(std::max<std::size_t>(out.found, 1));
  out.f1 /= count, out.titles /= count, out.times /= count;
  return out;
}

}  // namespace winnow::sites
