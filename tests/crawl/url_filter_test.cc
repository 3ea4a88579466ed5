#include "crawl/url_filter.h"

#include <gtest/gtest.h>

namespace winnow::crawl {
namespace {

site::Site news() {
  site::Site site;
  site.home = "https://www.news.example/";
  site.urls.host_aliases = {"m.news.example"};
  site.urls.refuse = {"/video/"};
  return site;
}

TEST(UrlFilter, KeepsASitesOwnUrlsInOneSpelling) {
  struct Row {
    const char* url;
    Origin origin;
    const char* key;  // "": none of the site's
  };
  const Row rows[] = {
      {"https://www.news.example/a/1.html", Origin::list, "https://www.news.example/a/1.html"},
      {"https://www.news.example/a/1.html#part", Origin::list, "https://www.news.example/a/1.html"},
      {"https://www.news.example/a/1.html?utm_source=x", Origin::list, "https://www.news.example/a/1.html"},
      {"https://m.news.example/a/1.html", Origin::list, "https://www.news.example/a/1.html"},
      {"https://sport.news.example/a/1.html", Origin::sitemap, "https://sport.news.example/a/1.html"},
      {"https://other.example/a/1.html", Origin::list, ""},
      {"https://othernews.example/a/1.html", Origin::list, ""},
      {"https://other.example/a/1.html", Origin::feed, "https://other.example/a/1.html"},
      {"https://www.news.example/video/1.html", Origin::feed, ""},
      {"mailto:a@news.example", Origin::feed, ""},
      {"javascript:void(0)", Origin::list, ""},
      {"https://www.news.example/about", Origin::list, "https://www.news.example/about"},
      {"https://www.news.example/about", Origin::list_guessed, ""},
      {"https://www.news.example/2025/03/a", Origin::list_guessed, "https://www.news.example/2025/03/a"},
  };
  const UrlFilter filter(news());
  for (const Row& row : rows) {
    const auto found = filter.found(row.url, row.origin);
    EXPECT_EQ(found ? found->key : "", row.key) << row.url;
  }
}

TEST(UrlFilter, AcceptDecidesWhereItIsGiven) {
  site::Site site = news();
  site.urls.accept = {R"(^/news/\d+\.html$)"};
  const UrlFilter filter(site);
  EXPECT_TRUE(filter.found("https://www.news.example/news/12.html", Origin::list_guessed));
  EXPECT_FALSE(filter.found("https://www.news.example/news/12.html?page=2", Origin::list));
  // It is asked about the canonical form.
  EXPECT_TRUE(filter.found("https://www.news.example/news/12.html?utm_source=list", Origin::list));
  EXPECT_TRUE(filter.found("https://m.news.example/news/12.html?utm_source=list#top", Origin::list));
  EXPECT_FALSE(filter.found("https://www.news.example/2025/03/long-title-of-a-story", Origin::list_guessed));
}

TEST(UrlFilter, KnowsTheShapeOfAnArticle) {
  for (const char* path : {"/2025/03/01/a", "/a-b-c-d", "/news/123456", "/n/c_20250301.shtml"}) {
    EXPECT_TRUE(looks_like_article(path)) << path;
  }
  for (const char* path : {"/", "/about", "/sport/", "/tag/a-b", "/page/2"})
    EXPECT_FALSE(looks_like_article(path)) << path;
}

}  // namespace
}  // namespace winnow::crawl
