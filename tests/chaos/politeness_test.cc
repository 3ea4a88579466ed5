// No host is asked again before its delay is over, whatever happens to the daemon: kill -9 and restart, reloads, a wall
// clock that jumps. Seen from the server. The hosts are names behind a proxy, which is the test's server; several sites
// share each of them, and each site has a user agent of its own, which tells whose request it was.
#include <glob.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <random>
#include <string>
#include <thread>

#include "base/url.h"
#include "chaos/scale.h"
#include "cli/desk.h"
#include "newsstand/http_server.h"

namespace winnow::chaos {
namespace {

using namespace cli;
using Clock = std::chrono::steady_clock;
using newsstand::Logged;
using newsstand::Query;
using newsstand::Reply;

// A server that is held up notes a request late, and the next one, which it is not, seems early.
constexpr Millis kTolerance{100};

int hosts() { return scaled(20, 200); }
std::string host(int number) { return "h" + std::to_string(number % hosts()) + ".test"; }
std::string site(int number) { return "site-" + std::to_string(number); }
Millis delay_of(int site) { return Millis(site % 3 == 0 ? 1500 : 1000); }

// libfaketime as Debian has it; "" where it is not installed.
std::string faketime() {
  glob_t found{};
  std::string path;
  if (::glob("/usr/lib/*/faketime/libfaketimeMT.so.1", 0, nullptr, &found) == 0) path = found.gl_pathv[0];
  ::globfree(&found);
  return path;
}

// A feed of pages on three hosts, new ones each time; the pages are gone. robots.txt and all else are missing too.
Reply answer(const Query& query, int& pages) {
  Reply reply;
  reply.status = 404;
  const auto url = Url::parse(query.target);
  if (!url || url->pathname() != "/feed.xml") return reply;
  const int first = std::stoi(url->hostname().substr(1));
  std::string items;
  for (int i = 0; i < 6; ++i) {
    items += "<item><title>x</title><link>http://" + host(first + i % 3) + "/story/" + std::to_string(++pages) +
             ".html</link></item>";
  }
  reply.status = 200;
  reply.headers = {{"Content-Type", "application/rss+xml"}};
  reply.body = "<rss version=\"2.0\"><channel><title>x</title>" + items + "</channel></rss>";
  return reply;
}

class Town {
 public:
  explicit Town(std::uint64_t seed) : random_(seed) {
    int pages = 0;
    server_ = *newsstand::HttpServer::start([pages](const Query& query) mutable { return answer(query, pages); });
    for (int i = 0; i < hosts(); ++i) write_site(i);
    set_clock(0);
  }

  void run(Clock::duration length) {
    const auto end = Clock::now() + length;
    start();
    while (Clock::now() < end) {
      std::this_thread::sleep_for(Millis(between(200, 900)));
      disturb();
    }
    daemon_->signal(SIGTERM);
    EXPECT_EQ(daemon_->wait().status, 0);
  }

  // What each host saw, in order.
  [[nodiscard]] std::map<std::string, std::vector<Logged>> seen() const {
    std::map<std::string, std::vector<Logged>> out;
    for (Logged& request : server_->log()) {
      const auto url = Url::parse(request.target);
      if (url) out[url->hostname()].push_back(std::move(request));
    }
    return out;
  }
  int kills = 0, reloads = 0, steps = 0;

 private:
  int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }

  void write_site(int number) {
    const std::string delay = std::to_string(delay_of(number).count()) + "ms";
    desk_.write("sites/" + site(number) + ".yaml",
                "site: " + site(number) + "\nhome: http://" + host(number) + "/\ndiscover: {feeds: [http://" +
                    host(number) + "/feed.xml], auto: false}\nschedule: {every: 1s}\nmanners: {delay: " + delay +
                    ", concurrency: " + std::to_string(1 + number % 4) + ", user_agent: " + site(number) +
                    ", proxy: '" + server_->origin() + "', allow_addresses: [127.0.0.0/8]}\n");
  }

  void start() {
    daemon_ = desk_.start({"daemon"}, {.environment = {{"LD_PRELOAD", faketime()},
                                                       {"FAKETIME_TIMESTAMP_FILE", desk_.path("clock")},
                                                       {"FAKETIME_NO_CACHE", "1"},
                                                       {"FAKETIME_DONT_FAKE_MONOTONIC", "1"},
                                                       {"DONT_FAKE_MONOTONIC", "1"}}});
    EXPECT_TRUE(daemon_->says("running:")) << daemon_->err();
  }

  void set_clock(int seconds) {
    desk_.write("clock.new", (seconds < 0 ? "" : "+") + std::to_string(seconds) + "\n");
    fs::rename(desk_.path("clock.new"), desk_.path("clock"));
  }

  void disturb() {
    switch (between(0, 5)) {
      case 0:
        daemon_->signal(SIGKILL);
        (void)daemon_->wait();
        start();
        ++kills;
        break;
      case 1:
        daemon_->signal(SIGTERM);
        (void)daemon_->wait();
        start();
        break;
      case 2:
        write_site(between(0, hosts() - 1));
        daemon_->signal(SIGHUP);
        ++reloads;
        break;
      default:
        set_clock(between(-200'000, 200'000));
        ++steps;
    }
  }

  std::mt19937_64 random_;
  Desk desk_;
  std::unique_ptr<newsstand::HttpServer> server_;
  std::unique_ptr<Program> daemon_;
};

TEST(Politeness, NoGapOnAHostIsShorterThanItsDelay) {
  if (faketime().empty()) GTEST_SKIP() << "libfaketime is not installed";
  Town town(20250211);
  town.run(std::chrono::seconds(scaled(10, 300)));
  std::size_t requests = 0, early = 0;
  Millis least{1'000'000};
  for (const auto& [name, asked] : town.seen()) {
    requests += asked.size();
    for (std::size_t i = 1; i < asked.size(); ++i) {
      const auto number = [](const Logged& request) { return std::stoi(request.user_agent.substr(5)); };
      const Millis delay = std::max(delay_of(number(asked[i - 1])), delay_of(number(asked[i])));
      const Millis over = asked[i].at - asked[i - 1].at - delay;
      least = std::min(least, over);
      if (over >= -kTolerance) continue;
      ++early;
      EXPECT_GE(over, -kTolerance) << name << " at " << asked[i].at.count() << " ms: " << asked[i - 1].target << " by "
                                   << asked[i - 1].user_agent << ", then " << asked[i].target << " by "
                                   << asked[i].user_agent;
    }
  }
  std::printf(
      "%d hosts, %zu requests, %d kills, %d reloads, %d steps of the clock: %zu gaps too short; the shortest is"
      " its delay %+lld ms\n",
      hosts(), requests, town.kills, town.reloads, town.steps, early, static_cast<long long>(least.count()));
  EXPECT_EQ(town.seen().size(), static_cast<std::size_t>(hosts()));
  EXPECT_GT(requests, static_cast<std::size_t>(hosts()) * 3);
}

}  // namespace
}  // namespace winnow::chaos
