// What the tests of fetch/ share: requests to loopback, one fetch.
#pragma once

#include <string>

#include "fetch/curl_fetcher.h"
#include "newsstand/gzip.h"
#include "newsstand/http_server.h"

namespace winnow::fetch::testing {

// A request that may go to loopback.
[[nodiscard]] Request local(const std::string& url);
// Starts it and waits for its end, at most 20 s.
[[nodiscard]] Result<Response> fetch(Request request, const CurlOptions& options = {});
[[nodiscard]] Result<Response> fetch(Fetcher& fetcher, Request request);

[[nodiscard]] std::unique_ptr<newsstand::HttpServer> serve(newsstand::HttpServer::Handler handler);
// A server that gives this one answer to everything.
[[nodiscard]] std::unique_ptr<newsstand::HttpServer> serve(newsstand::Reply reply);

using newsstand::gzip;

}  // namespace winnow::fetch::testing
