// Special schemes (URL Standard, 4.2). Internal to base; pure.
#pragma once

#include <string_view>

namespace winnow::url_scheme {

// 0 where the scheme has no default port: "file" and all that are not special.
[[nodiscard]] constexpr int default_port(std::string_view scheme) {
  if (scheme == "http" || scheme == "ws") return 80;
  if (scheme == "https" || scheme == "wss") return 443;
  return scheme == "ftp" ? 21 : 0;
}

[[nodiscard]] constexpr bool is_special(std::string_view scheme) {
  return default_port(scheme) != 0 || scheme == "file";
}

}  // namespace winnow::url_scheme
