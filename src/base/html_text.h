// Text in HTML, also in a quoted attribute. Pure, safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace winnow {

// What would be markup is a reference.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace winnow
