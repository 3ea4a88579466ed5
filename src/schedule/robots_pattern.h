// Path patterns of robots.txt (RFC 9309, 2.2.2 and 2.2.3). Pure, linear; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace winnow::schedule {

// Both sides of a comparison in one spelling: escapes of unreserved characters undone, other escapes in upper
// case, what is not ASCII escaped. In a query ":/?@" are undone too, for there they mean nothing.
// In a pattern `*` and a last `$` stay as they are; elsewhere they are escaped, so that "%2A" means the star itself.
[[nodiscard]] std::string robots_path(std::string_view path);
[[nodiscard]] std::string robots_pattern(std::string_view value);

// Whether the pattern matches from the path's start; `*` is any run, a last `$` the path's end. Both normalised.
[[nodiscard]] bool robots_match(std::string_view pattern, std::string_view path);

}  // namespace winnow::schedule
