#include "fetch/support.h"

#include <stdexcept>

namespace winnow::fetch::testing {

Request local(const std::string& url) {
  Request request;
  request.url = url;
  request.user_agent = "winnow-test/1.0";
  request.allow_addresses = {"127.0.0.0/8", "::1/128"};
  request.max_time = Millis(10'000);
  return request;
}

Result<Response> fetch(Fetcher& fetcher, Request request) {
  const std::string url = request.url;
  fetcher.start(1, std::move(request));
  for (int turn = 0; turn < 20; ++turn) {
    auto done = fetcher.wait(Millis(1000));
    if (!done.empty()) return std::move(done.front().result);
  }
  return fail(Code::busy, url + ": nothing came out of wait()");
}

Result<Response> fetch(Request request, const CurlOptions& options) {
  const auto fetcher = make_curl_fetcher(options);
  return fetch(*fetcher, std::move(request));
}

std::unique_ptr<newsstand::HttpServer> serve(newsstand::HttpServer::Handler handler) {
  auto server = newsstand::HttpServer::start(std::move(handler));
  if (!server) throw std::runtime_error(server.error().text);
  return std::move(*server);
}

std::unique_ptr<newsstand::HttpServer> serve(newsstand::Reply reply) {
  return serve([reply = std::move(reply)](const newsstand::Query&) { return reply; });
}

}  // namespace winnow::fetch::testing
