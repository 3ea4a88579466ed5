#include "chaos/newswire.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace winnow::chaos {
namespace {

constexpr int kInTheFeed = 30;

// "/SITE/story/NUMBER.html" and "/SITE/feed.xml".
struct Target {
  int site = -1, story = -1;
};

Target target_of(const std::string& path) {
  Target target;
  const char* at = path.data() + 1;
  const char* end = path.data() + path.size();
  const auto site = std::from_chars(at, end, target.site);
  const std::string_view rest(site.ptr, static_cast<std::size_t>(end - site.ptr));
  constexpr std::string_view kStory = "/story/";
  if (rest.starts_with(kStory)) std::from_chars(rest.data() + kStory.size(), end, target.story);
  return target;
}

}  // namespace

Newswire::Newswire(int sites, Millis period, Millis rush) : sites_(sites), period_(period), rush_(rush) {
  auto server = newsstand::HttpServer::start([this](const newsstand::Query& query) { return answer(query); });
  if (!server) throw std::runtime_error(server.error().text);
  server_ = std::move(*server);
}

int Newswire::published() const {
  const auto age = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begun_);
  constexpr int kFaster = 6;
  return 1 + static_cast<int>((age + std::min(age, rush_) * (kFaster - 1)) / period_);
}

std::string Newswire::file(int site, const std::string& more) const {
  const std::string base = server_->origin() + "/" + std::to_string(site);
  return "site: " + name(site) + "\nhome: " + base + "/\ndiscover: {auto: false, feeds: [" + base +
         "/feed.xml]}\nmanners: {delay: 0s, concurrency: 4, allow_addresses: [127.0.0.0/8]}\n" + more;
}

void Newswire::write_all(const cli::Desk& desk, const std::string& more) const {
  for (int site = 0; site < sites_; ++site) desk.write("sites/" + name(site) + ".yaml", file(site, more));
}

newsstand::Reply Newswire::answer(const newsstand::Query& query) {
  ++requests_;
  // The server remembers each request; here there are too many of them.
  if (requests_ % 1000 == 0 && server_) server_->clear_log();
  const Target target = target_of(query.path());
  newsstand::Reply reply;
  if (target.story >= 0) {
    // Each site tells stories of its own.
    reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    reply.body = cli::Paper::story(target.site * 1'000'000 + target.story);
  } else if (target.site >= 0) {
    reply.headers = {{"Content-Type", "application/rss+xml"}};
    reply.body = "<rss version=\"2.0\"><channel><title>Wire</title>";
    const int newest = published();
    for (int n = newest; n > std::max(0, newest - kInTheFeed); --n) {
      reply.body += "<item><title>Story " + std::to_string(n) + "</title><link>http://" +
                    std::string(query.header("host")) + "/" + std::to_string(target.site) + "/story/" +
                    std::to_string(n) + ".html</link></item>";
    }
    reply.body += "</channel></rss>";
  } else {
    reply.status = 404;
  }
  return reply;
}

}  // namespace winnow::chaos
