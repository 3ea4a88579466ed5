#include "base/url.h"
#include "fetch/curl_fetcher.h"

namespace winnow::fetch {
namespace {

bool is_redirect(const Response& response) {
  const int s = response.status;
  return (s == 301 || s == 302 || s == 303 || s == 307 || s == 308) && !response.header("location").empty();
}

Result<Response> fetch_hop(Fetcher& fetcher, const Request& request) {
  fetcher.start(0, request);
  while (fetcher.in_flight() > 0) {
    auto done = fetcher.wait(request.max_time + Millis(1000));
    if (!done.empty()) return std::move(done.front().result);
  }
  return fail(Code::interrupted, request.url + ": no answer");
}

// The request for the next hop; an error where the redirect leads nowhere that may be fetched.
Result<Request> next_hop(Request request, const Response& response) {
  const auto from = Url::parse(request.url);
  const auto to = Url::parse(response.header("location"), from ? &*from : nullptr);
  const std::string named = "it redirects to '" + std::string(response.header("location")) + "'";
  if (!to) return fail(Code::network, request.url + ": " + named + ", which is no URL");
  if (!to->is_http()) return fail(Code::refused, request.url + ": " + named + "; only http and https are fetched");
  if (from->origin() != to->origin()) request.headers.clear();
  request.if_none_match.clear();
  request.if_modified_since.clear();
  request.url = to->href();
  return request;
}

}  // namespace

Result<Response> fetch_once(Request request, int max_redirects) {
  const auto fetcher = make_curl_fetcher({.connections = 1, .ca_file = {}});
  const std::string asked = request.url;
  for (int hop = 0; hop <= max_redirects; ++hop) {
    auto response = fetch_hop(*fetcher, request);
    if (!response || !is_redirect(*response)) return response;
    auto next = next_hop(std::move(request), *response);
    if (!next) return tl::unexpected(next.error());
    request = std::move(*next);
  }
  return fail(Code::network, asked + ": more than " + std::to_string(max_redirects) + " redirects");
}

}  // namespace winnow::fetch
