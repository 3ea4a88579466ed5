// What a site repeats, through the real crawl: a generated site, the real fetcher, the real store.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "crawl/site_memory.h"
#include "crawl/support.h"
#include "newsstand/repeating_server.h"

namespace winnow::crawl {
namespace {

using newsstand::RepeatingPage;
using newsstand::RepeatingServer;

site::Site site_of(const RepeatingServer& server, const std::string& more = "") {
  auto loaded = site::parse_site(server.site_file(more), "repeating.yaml");
  for (const site::Fault& fault : loaded.faults) ADD_FAILURE() << fault.str();
  return loaded.value;
}

struct Stored {
  std::size_t articles = 0, clean = 0, lines = 0, left = 0, lost = 0;
};

Stored look(const std::filesystem::path& store, const RepeatingServer& server) {
  Stored out;
  for (const Article& article : articles_in(store)) {
    const RepeatingPage* page = server.page(article.url);
    if (page == nullptr) continue;
    ++out.articles;
    const std::size_t left = newsstand::lines_left(*page, article.text);
    out.lost += newsstand::paragraphs_lost(*page, article.text);
    out.clean += left == 0 ? 1 : 0;
    out.lines += page->repeated.size();
    out.left += left;
  }
  return out;
}

TEST(SiteLinesOfACrawl, AreGoneFromTheSixthArticleOnAndStayKnown) {
  for (const char* language : {"en", "zh"}) {
    RepeatingServer server({.seed = 21, .language = language, .rare_lines = 0});
    const Folder folder;
    Recorder events;
    server.show(20);
    EXPECT_EQ(crawl_once(folder.path(), site_of(server), events).stored, 20U);
    const Stored first = look(folder.path(), server);
    // Whatever the order in which four connections and two threads settled them.
    EXPECT_EQ(first.clean, 15U) << language;
    EXPECT_EQ(first.lost, 0U) << language;
    server.show(50);  // another run, with everything made anew
    EXPECT_EQ(crawl_once(folder.path(), site_of(server), events).stored, 30U);
    const Stored second = look(folder.path(), server);
    EXPECT_EQ(second.clean, 45U) << language;
    EXPECT_EQ(second.lost, 0U) << language;
  }
}

TEST(SiteLinesOfACrawl, StayWhereLearningIsOff) {
  RepeatingServer server({.seed = 21, .language = "en", .rare_lines = 0});
  const Folder folder;
  Recorder events;
  server.show(20);
  EXPECT_EQ(crawl_once(folder.path(), site_of(server, "clean: {learn: false}\n"), events).stored, 20U);
  const Stored stored = look(folder.path(), server);
  EXPECT_GE(stored.left * 10, stored.lines * 8);
  auto stores = store::open_store(folder.path(), store::Access::read_only);
  ASSERT_TRUE(stores);
  EXPECT_EQ(stores->state->site_lines("repeating").value(), "");
}

TEST(SiteLinesOfACrawl, AreKnownAgainAfterTheStateWasLost) {
  RepeatingServer server({.seed = 21, .language = "de", .rare_lines = 0});
  const Folder folder;
  Recorder events;
  server.show(20);
  (void)crawl_once(folder.path(), site_of(server), events);
  for (const char* file : {"state.db", "state.db-wal", "state.db-shm"}) std::filesystem::remove(folder.path() / file);
  {
    auto stores = store::open_store(folder.path(), store::Access::read_write);
    ASSERT_TRUE(stores);
    EXPECT_EQ(stores->state->site_lines("repeating").value(), "");
    EXPECT_NE(site_memory(*stores->state, *stores->articles, "repeating").value(), "");
    EXPECT_EQ(site_memory(*stores->state, *stores->articles, "another").value(), "");
  }
  server.show(50);
  EXPECT_EQ(crawl_once(folder.path(), site_of(server), events).stored, 30U);
  EXPECT_EQ(look(folder.path(), server).clean, 45U);
}

TEST(SiteLinesOfACrawl, TheSamePagesAgainCountNothing) {
  RepeatingServer server({.seed = 21, .language = "en", .rare_lines = 0});
  const Folder folder;
  Recorder events;
  server.show(12);
  (void)crawl_once(folder.path(), site_of(server), events);
  const auto remembered = [&folder] {
    return store::open_store(folder.path(), store::Access::read_only)->state->site_lines("repeating").value();
  };
  const std::string before = remembered();
  EXPECT_NE(before, "");
  EXPECT_EQ(crawl_once(folder.path(), site_of(server), events).stored, 0U);
  EXPECT_EQ(remembered(), before);
}

}  // namespace
}  // namespace winnow::crawl
