#include "fetch/curl_error.h"

#include <curl/curl.h>

#include <system_error>

#include "base/url.h"

namespace winnow::fetch {
namespace {

std::string host_of(const std::string& url) {
  const auto parsed = Url::parse(url);
  return parsed ? parsed->host() : url;
}

// "proxy P" where one is used: then it is the proxy that is dialled.
std::string peer_of(const Request& request) {
  return request.proxy.empty() ? host_of(request.url) : "the proxy " + host_of(request.proxy);
}

std::string detail_of(const Failure& failure) {
  if (!failure.detail.empty()) return std::string(failure.detail);
  return curl_easy_strerror(static_cast<CURLcode>(failure.code));
}

std::string cause_of(const Failure& failure) {
  if (failure.os_error == 0) return detail_of(failure);
  return std::generic_category().message(failure.os_error);
}

Error timed_out(const Request& request, const Failure& failure) {
  const std::string so_far = std::to_string(failure.received) + " bytes had come";
  if (failure.detail.find("too slow") != std::string_view::npos) {
    return {Code::timeout, "the answer of " + host_of(request.url) + " stalled; " + so_far};
  }
  return {Code::timeout,
          host_of(request.url) + " did not answer in full within " + to_text(request.max_time) + "; " + so_far};
}

Error tls_failed(const Request& request, const Failure& failure) {
  return {Code::network, "no TLS connection to " + host_of(request.url) + ": " + detail_of(failure)};
}

Error cut_short(const Request& request, const Failure& failure) {
  return {Code::network, host_of(request.url) + " closed the connection in the middle of its answer; " +
                             std::to_string(failure.received) + " bytes had come (" + detail_of(failure) + ")"};
}

Error cause(const Request& request, const Failure& failure) {
  const std::string host = host_of(request.url);
  switch (static_cast<CURLcode>(failure.code)) {
    case CURLE_URL_MALFORMAT:
      return {Code::invalid, "it is no URL that can be fetched: " + detail_of(failure)};
    case CURLE_COULDNT_RESOLVE_HOST:
      return {Code::network, "the name " + host + " can't be resolved; check its spelling and the DNS"};
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {Code::network, "the name of " + peer_of(request) + " can't be resolved; check the setting 'proxy'"};
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
      return {Code::network, "can't connect to " + peer_of(request) + ": " + cause_of(failure)};
    case CURLE_OPERATION_TIMEDOUT:
      return timed_out(request, failure);
    case CURLE_PEER_FAILED_VERIFICATION:
      return {Code::network, "the TLS certificate of " + host + " can't be trusted: " + detail_of(failure)};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
      return tls_failed(request, failure);
    case CURLE_GOT_NOTHING:
      return {Code::network, host + " closed the connection without an answer"};
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return cut_short(request, failure);
    case CURLE_BAD_CONTENT_ENCODING:
      return {Code::network, "the compressed answer of " + host + " can't be read: " + detail_of(failure)};
    case CURLE_FILESIZE_EXCEEDED:
      return {Code::too_large,
              "the answer is announced as larger than " + std::to_string(request.max_encoded) + " bytes (limits.page)"};
    case CURLE_OUT_OF_MEMORY:  // what libcurl 7.88 says to a header line over 100 KiB
      return {Code::too_large, "a header of the answer is longer than 100 KiB, or memory ran out"};
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:  // HTTP/0.9; the URL's scheme was looked at before
      return {Code::network, host + " does not answer in HTTP: " + detail_of(failure)};
    default:
      return {Code::network, host + ": " + detail_of(failure)};
  }
}

}  // namespace

Error explain(const Request& request, const Failure& failure) { return cause(request, failure).in(request.url); }

}  // namespace winnow::fetch
