#include "fetch/support.h"

#include <zlib.h>

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

std::string gzip(const std::string& bytes) {
  z_stream z{};
  deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, bytes.size()), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

}  // namespace winnow::fetch::testing
