// kill -9 in the middle of a crawl: the next run completes the set, no file is torn, none is there twice.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>

#include "crawl/support.h"

namespace winnow::crawl {
namespace {

// Crawls in a child that is killed after `after`; whether the child had ended by then.
bool crawl_and_kill(const std::filesystem::path& store, const site::Site& site, Millis after) {
  const pid_t child = ::fork();
  if (child == 0) {
    Recorder events;
    (void)crawl_once(store, site, events);
    ::_exit(0);
  }
  ::usleep(static_cast<useconds_t>(after.count() * 1000));
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status);
}

TEST(Crash, TheNextRunCompletesTheSet) {
  for (const int after : {150, 300, 450, 700, 1000}) {
    auto started = newsstand::Newsstand::start();
    ASSERT_TRUE(started);
    site::Site site = site_of(**started);
    site.manners.delay = Millis(15);
    const Folder folder;
    (void)crawl_and_kill(folder.path(), site, Millis(after));
    const std::size_t before = articles_in(folder.path()).size();
    Recorder events;
    (void)crawl_once(folder.path(), site, events);
    std::map<std::string, int> ids;
    for (const Article& article : articles_in(folder.path())) ++ids[article.id];
    EXPECT_EQ(ids.size(), newsstand::expected().size())
        << "killed after " << after << " ms with " << before << " stored";
    for (const auto& [id, count] : ids) EXPECT_EQ(count, 1) << id;
    auto stores = store::open_store(folder.path(), store::Access::read_only);
    ASSERT_TRUE(stores);
    auto listed =
        stores->articles->find({.site = {}, .text = {}, .since = {}, .until = {}, .limit = 1000, .offset = 0});
    ASSERT_TRUE(listed);
    EXPECT_EQ(listed->size(), ids.size());
  }
}

}  // namespace
}  // namespace winnow::crawl
