// What a site repeats, through the real crawl: a generated site, the real fetcher, the real store.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "crawl/site_memory.h"
#include "crawl/support.h"
#include "newsstand/repeating_site.h"

namespace winnow::crawl {
namespace {

using newsstand::RepeatingPage;

// Serves the first `shown` pages and a sitemap of them.
class RepeatingServer {
 public:
  explicit RepeatingServer(std::string_view language)
      : pages_(newsstand::repeating_site({.seed = 21, .language = language, .pages = 50, .rare_lines = 0})) {
    auto started = newsstand::HttpServer::start([this](const newsstand::Query& query) { return answer(query); });
    if (started) server_ = std::move(*started);
  }
  [[nodiscard]] const RepeatingPage* page(const std::string& url) const {
    for (const RepeatingPage& page : pages_) {
      if (url == server_->origin() + page.path) return &page;
    }
    return nullptr;
  }
  [[nodiscard]] site::Site site(const std::string& more = "") const {
    auto loaded = site::parse_site("site: repeating\nhome: " + server_->origin() + "/\ndiscover: {sitemaps: [" +
                                       server_->origin() + "/sitemap.xml]}\nmanners: {delay: 0s, concurrency: 4, " +
                                       "allow_addresses: [127.0.0.0/8]}\nstore: {raw: true}\n" + more,
                                   "repeating.yaml");
    for (const site::Fault& fault : loaded.faults) ADD_FAILURE() << fault.str();
    return loaded.value;
  }
  void show(std::size_t count) { shown_ = count; }

 private:
  newsstand::Reply answer(const newsstand::Query& query) const {
    newsstand::Reply reply;
    reply.headers = {{"Content-Type", "text/html"}};
    if (query.path() == "/sitemap.xml") {
      reply.headers = {{"Content-Type", "application/xml"}};
      reply.body = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
      for (std::size_t i = 0; i < shown_; ++i) {
        reply.body += "<url><loc>" + server_->origin() + pages_[i].path + "</loc></url>";
      }
      reply.body += "</urlset>";
      return reply;
    }
    for (const RepeatingPage& page : pages_) {
      if (query.path() == page.path) reply.body = page.html;
    }
    if (reply.body.empty()) reply.status = 404;
    return reply;
  }

  std::vector<RepeatingPage> pages_;
  std::size_t shown_ = 50;  // changed between crawls only
  std::unique_ptr<newsstand::HttpServer> server_;
};

struct Stored {
  std::size_t articles = 0, clean = 0, lines = 0, left = 0, lost = 0;
};

Stored look(const std::filesystem::path& store, const RepeatingServer& server) {
  Stored out;
  for (const Article& article : articles_in(store)) {
    const RepeatingPage* page = server.page(article.url);
    if (page == nullptr) continue;
    ++out.articles;
    std::size_t left = 0;
    for (const std::string& line : page->repeated) {
      left += ("\n" + article.text + "\n").find("\n" + line + "\n") != std::string::npos ? 1 : 0;
    }
    for (const std::string& text : page->paragraphs) out.lost += article.text.find(text) == std::string::npos ? 1 : 0;
    out.clean += left == 0 ? 1 : 0;
    out.lines += page->repeated.size();
    out.left += left;
  }
  return out;
}

TEST(SiteLinesOfACrawl, AreGoneFromTheSixthArticleOnAndStayKnown) {
  for (const char* language : {"en", "zh"}) {
    RepeatingServer server(language);
    const Folder folder;
    Recorder events;
    server.show(20);
    EXPECT_EQ(crawl_once(folder.path(), server.site(), events).stored, 20U);
    const Stored first = look(folder.path(), server);
    // Whatever the order in which four connections and two threads settled them.
    EXPECT_EQ(first.clean, 15U) << language;
    EXPECT_EQ(first.lost, 0U) << language;
    server.show(50);  // another run, with everything made anew
    EXPECT_EQ(crawl_once(folder.path(), server.site(), events).stored, 30U);
    const Stored second = look(folder.path(), server);
    EXPECT_EQ(second.clean, 45U) << language;
    EXPECT_EQ(second.lost, 0U) << language;
  }
}

TEST(SiteLinesOfACrawl, StayWhereLearningIsOff) {
  RepeatingServer server("en");
  const Folder folder;
  Recorder events;
  server.show(20);
  EXPECT_EQ(crawl_once(folder.path(), server.site("clean: {learn: false}\n"), events).stored, 20U);
  const Stored stored = look(folder.path(), server);
  EXPECT_GE(stored.left * 10, stored.lines * 8);
  auto stores = store::open_store(folder.path(), store::Access::read_only);
  ASSERT_TRUE(stores);
  EXPECT_EQ(stores->state->site_lines("repeating").value(), "");
}

TEST(SiteLinesOfACrawl, AreKnownAgainAfterTheStateWasLost) {
  RepeatingServer server("de");
  const Folder folder;
  Recorder events;
  server.show(20);
  (void)crawl_once(folder.path(), server.site(), events);
  for (const char* file : {"state.db", "state.db-wal", "state.db-shm"}) std::filesystem::remove(folder.path() / file);
  {
    auto stores = store::open_store(folder.path(), store::Access::read_write);
    ASSERT_TRUE(stores);
    EXPECT_EQ(stores->state->site_lines("repeating").value(), "");
    EXPECT_NE(site_memory(*stores->state, *stores->articles, "repeating").value(), "");
    EXPECT_EQ(site_memory(*stores->state, *stores->articles, "another").value(), "");
  }
  server.show(50);
  EXPECT_EQ(crawl_once(folder.path(), server.site(), events).stored, 30U);
  EXPECT_EQ(look(folder.path(), server).clean, 45U);
}

TEST(SiteLinesOfACrawl, TheSamePagesAgainCountNothing) {
  RepeatingServer server("en");
  const Folder folder;
  Recorder events;
  server.show(12);
  (void)crawl_once(folder.path(), server.site(), events);
  const auto remembered = [&folder] {
    return store::open_store(folder.path(), store::Access::read_only)->state->site_lines("repeating").value();
  };
  const std::string before = remembered();
  EXPECT_NE(before, "");
  EXPECT_EQ(crawl_once(folder.path(), server.site(), events).stored, 0U);
  EXPECT_EQ(remembered(), before);
}

}  // namespace
}  // namespace winnow::crawl
