// An address as people read it. Pure.
#pragma once

#include <string>
#include <string_view>

namespace winnow::app {

// Without the origin where it is that of `home`; escapes of letters beyond ASCII as the letters. For eyes only: it
// can't be asked for.
[[nodiscard]] std::string readable_address(std::string_view url, std::string_view home);

}  // namespace winnow::app
