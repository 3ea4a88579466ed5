// What a site repeats: `winnow crawl`, `crawl --again` and `show --explain` of a generated site.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/desk.h"
#include "newsstand/repeating_server.h"
#include "winnow/format.h"

namespace winnow::cli {
namespace {

using newsstand::RepeatingPage;
using newsstand::RepeatingServer;
using ::testing::ContainsRegex;

// Articles without any of the site's lines.
std::size_t clean_articles(const Desk& desk, const RepeatingServer& server, const std::string& store = "store") {
  std::size_t clean = 0;
  for (const auto& entry : fs::recursive_directory_iterator(desk.path(store))) {
    if (entry.path().extension() != ".json" || entry.path().stem().has_extension()) continue;
    const auto article = article_from_json(read(entry.path()));
    const RepeatingPage* page = article ? server.page(article->url) : nullptr;
    if (page == nullptr) continue;
    clean += newsstand::lines_left(*page, article->text) == 0 ? 1 : 0;
    EXPECT_EQ(newsstand::paragraphs_lost(*page, article->text), 0U) << entry.path();
  }
  return clean;
}

// The id of an article that lost lines to what was remembered.
std::string learned_article(const Desk& desk) {
  for (const Article& article : desk.articles()) {
    for (const Removed& removed : article.removed) {
      if (removed.kind == RemovedKind::learned) return article.id;
    }
  }
  return "";
}

TEST(SiteLines, AreGoneFromTheSixthArticleOnAndShowSaysWhy) {
  const RepeatingServer server({.seed = 4, .language = "de", .pages = 16, .rare_lines = 0});
  const Desk desk;
  desk.write("sites/repeating.yaml", server.site_file());
  const Ended crawl = desk.winnow({"crawl", "repeating"});
  ASSERT_EQ(crawl.status, 0) << crawl.err;
  EXPECT_EQ(clean_articles(desk, server), 11U);
  const Ended shown = desk.winnow({"show", learned_article(desk), "--explain"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.err,
              ContainsRegex("removed: learned: .+ \\(seen on [0-9]+ of the last [0-9]+ pages of the site\\)"));
}

TEST(SiteLines, AgainTakesThemOutOfTheFirstArticlesToo) {
  const RepeatingServer server({.seed = 4, .language = "de", .pages = 16, .rare_lines = 0});
  const Desk desk;
  desk.write("sites/repeating.yaml", server.site_file("store: {raw: true}\n"));
  ASSERT_EQ(desk.winnow({"crawl", "repeating"}).status, 0);
  const Ended shown = desk.winnow({"show", learned_article(desk), "--explain"});
  EXPECT_THAT(shown.err, ContainsRegex("removed +learned +seen on 15 of the last 15 pages of the site"));
  for (const char* changed : {"repeating: 5 of 16 articles changed\n", "repeating: 0 of 16 articles changed\n"}) {
    const Ended again = desk.winnow({"crawl", "--again", "repeating"});
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_EQ(again.out, changed);
    EXPECT_EQ(clean_articles(desk, server), 16U);
  }
  desk.write("sites/repeating.yaml", server.site_file("store: {raw: true}\nclean: {learn: false}\n"));
  EXPECT_EQ(desk.winnow({"crawl", "--again", "repeating"}).out, "repeating: 16 of 16 articles changed\n");
  EXPECT_EQ(clean_articles(desk, server), 0U);
}

}  // namespace
}  // namespace winnow::cli
