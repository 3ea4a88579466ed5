// What an answer means for the crawl, whatever was asked. Pure.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "fetch/fetcher.h"

namespace winnow::crawl {

struct Answer {
  enum class Kind {
    ok,            // 2xx with a body
    not_modified,  // 304
    redirect,      // `location`, absolute
    gone,          // 404, 410
    refused,       // final: another 4xx, a forbidden address, too large
    retry,         // may pass: network, time-out, 408, 425, 429, 5xx
  };
  Kind kind;
  std::string why;  // for people: "HTTP 503", "example.com: connection refused"
  std::string location;
  std::optional<Millis> wait;  // the server asks for it (Retry-After): its host, or before the redirected request
};

[[nodiscard]] Answer understand(const Result<fetch::Response>& result, Instant now);

}  // namespace winnow::crawl
