// What libcurl reports, in words for the user: which host, what went wrong, what to do. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "fetch/fetcher.h"

namespace winnow::fetch {

// How a transfer ended, without libcurl's types.
struct Failure {
  int code = 0;              // CURLcode
  int os_error = 0;          // errno of the failed connect; 0 when none
  std::string_view detail;   // libcurl's own words; may be empty
  std::size_t received = 0;  // bytes of the body
};

[[nodiscard]] Error explain(const Request& request, const Failure& failure);

}  // namespace winnow::fetch
