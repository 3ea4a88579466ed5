#include "chaos/hostile_site.h"

#include <gtest/gtest.h>

#include "chaos/process.h"

namespace winnow::chaos {

newsstand::Reply reply_of(std::string body, const std::string& type) {
  newsstand::Reply reply;
  reply.headers = {{"Content-Type", type}};
  reply.body = std::move(body);
  return reply;
}

newsstand::Reply sitemap_for(const newsstand::Query& query, int pages) {
  std::string body;
  for (int i = 0; i < pages; ++i) {
    body += "http://" + std::string(query.header("host")) + "/news/" + std::to_string(10'000 + i) + "\n";
  }
  return reply_of(std::move(body), "text/plain");
}

newsstand::Reply not_found() {
  newsstand::Reply reply = reply_of("<h1>404</h1>");
  reply.status = 404;
  return reply;
}

Ending crawl_hostile(newsstand::HttpServer::Handler handler, const std::string& keys) {
  Ending ending;
  auto server = newsstand::HttpServer::start(std::move(handler));
  if (!server) {
    ADD_FAILURE() << server.error().text;
    return ending;
  }
  std::string file = "site: hostile\nmanners: {delay: 0s, concurrency: 2, allow_addresses: [127.0.0.0/8]}\n" + keys;
  for (std::size_t at = file.find("ORIGIN"); at != std::string::npos; at = file.find("ORIGIN", at)) {
    file.replace(at, 6, (*server)->origin());
  }
  const cli::Desk desk;
  desk.write("sites/hostile.yaml", file);
  const auto begin = std::chrono::steady_clock::now();
  const auto program = desk.start({"crawl", "hostile"});
  ending.peak_bytes = peak_until_end(*program);
  ending.ended = program->wait();
  ending.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  ending.requests = (*server)->log().size();
  return ending;
}

}  // namespace winnow::chaos
