#include "sites/onboarding.h"

#include <gtest/gtest.h>

#include <functional>

namespace winnow::sites {
namespace {

// What a perfect crawl stores.
std::vector<Article> all_articles(const GeneratedSite& site) {
  std::vector<Article> out;
  for (const SitePage* page : site.articles()) {
    Article article;
    article.url = page->url;
    article.title = page->truth.title;
    article.published_at = page->truth.published;
    for (const std::string& line : page->truth.lines) article.text += line + "\n";
    out.push_back(std::move(article));
  }
  return out;
}

std::string url_of(const GeneratedSite& site, Role role) {
  for (const auto& [url, page] : site.pages()) {
    if (page.truth.role == role) return url;
  }
  return "";
}

using Articles = std::vector<Article>;

struct Row {
  const char* what;
  std::function<void(Articles&, const GeneratedSite&)> change;
  bool passes;
  std::size_t missing, others;
};

TEST(Onboarding, TellsWhatIsMissingAndWhatShouldNotBeThere) {
  const GeneratedSite site(SiteOptions{.kind = "korean_daily", .seed = 2});
  const Row rows[] = {
      {"all of them", [](Articles&, const GeneratedSite&) {}, true, 0, 0},
      {"nothing", [](Articles& a, const GeneratedSite&) { a.clear(); }, false, site.articles().size(), 0},
      {"one is missing", [](Articles& a, const GeneratedSite&) { a.pop_back(); }, true, 1, 0},
      {"a quarter is missing", [](Articles& a, const GeneratedSite&) { a.resize(a.size() * 3 / 4); }, false,
       site.articles().size() - site.articles().size() * 3 / 4, 0},
      {"one twice", [](Articles& a, const GeneratedSite&) { a.push_back(a.front()); }, false, 0, 1},
      {"lists and strangers",
       [](Articles& a, const GeneratedSite& s) {
         for (int i = 0; i < 3; ++i) a.emplace_back().url = url_of(s, Role::list);
         a.emplace_back().url = "https://elsewhere.example/1.html";
       },
       false, 0, 4},
      {"texts of other articles",
       [](Articles& a, const GeneratedSite&) {
         for (Article& one : a) one.text = "Something else.";
       },
       false, 0, 0},
      {"no title",
       [](Articles& a, const GeneratedSite&) {
         for (Article& one : a) one.title.clear();
       },
       false, 0, 0},
      {"no time",
       [](Articles& a, const GeneratedSite&) {
         for (Article& one : a) one.published_at.clear();
       },
       false, 0, 0},
  };
  for (const Row& row : rows) {
    Articles articles = all_articles(site);
    row.change(articles, site);
    const Onboarding judged = judge_onboarding(site, articles);
    EXPECT_EQ(judged.passes(), row.passes) << row.what;
    EXPECT_EQ(judged.articles - judged.found, row.missing) << row.what;
    EXPECT_EQ(judged.others, row.others) << row.what;
  }
}

TEST(Onboarding, ATwinStandsForItsArticleAndIsASecondCopyBesideIt) {
  const GeneratedSite site(SiteOptions{.kind = "mixed_hosts", .seed = 1});
  Articles articles = all_articles(site);
  const SitePage* twin = nullptr;
  for (const auto& [url, page] : site.pages()) {
    if (page.truth.role == Role::print || page.truth.role == Role::amp || page.truth.role == Role::mobile) twin = &page;
  }
  ASSERT_NE(twin, nullptr);
  articles.push_back(articles.front());
  articles.back().url = twin->url;
  EXPECT_EQ(judge_onboarding(site, articles).others, 1U);
  std::erase_if(articles, [&](const Article& article) { return article.url == twin->truth.canonical; });
  const Onboarding alone = judge_onboarding(site, articles);
  EXPECT_EQ(alone.others, 0U);
  EXPECT_EQ(alone.found, alone.articles);
}

}  // namespace
}  // namespace winnow::sites
