#include "crawl/answer.h"

#include "base/url.h"
#include "schedule/manners.h"

namespace winnow::crawl {
namespace {

Answer failure(const Error& error) {
  const bool may_pass = error.code == Code::network || error.code == Code::timeout || error.code == Code::io;
  return {may_pass ? Answer::Kind::retry : Answer::Kind::refused, error.text, {}, {}};
}

Answer redirect(const fetch::Response& response, const std::string& status, Instant now) {
  const auto base = Url::parse(response.url);
  const auto target = Url::parse(response.header("location"), base ? &*base : nullptr);
  if (!target || !target->is_http()) {
    return {Answer::Kind::refused,
            status + " to '" + std::string(response.header("location")) + "', which is no web address",
            {},
            {}};
  }
  // How long the redirected request should wait (RFC 9110, 10.2.3).
  return {Answer::Kind::redirect, status, target->href(), schedule::retry_after(response.header("retry-after"), now)};
}

}  // namespace

Answer understand(const Result<fetch::Response>& result, Instant now) {
  if (!result) return failure(result.error());
  const int status = result->status;
  const std::string name = "HTTP " + std::to_string(status);
  if (status == 304) return {Answer::Kind::not_modified, name, {}, {}};
  if (status >= 200 && status < 300) return {Answer::Kind::ok, name, {}, {}};
  if (status >= 300 && status < 400) return redirect(*result, name, now);
  if (status == 404 || status == 410) return {Answer::Kind::gone, name, {}, {}};
  if (status == 408 || status == 425 || status == 429 || status >= 500) {
    return {Answer::Kind::retry, name, {}, schedule::retry_after(result->header("retry-after"), now)};
  }
  return {Answer::Kind::refused, name, {}, {}};
}

}  // namespace winnow::crawl
