// What stands in a feed's elements, as plain values: texts that may be HTML, dates in any of their forms, links with
// their base. Pure, total. Private to discover/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace winnow::discover {

// Plain text as it stands, trimmed, runs of ASCII white space as one space; others are the author's choice.
[[nodiscard]] std::string plain(std::string_view text);
// Plain text of HTML, white space collapsed.
[[nodiscard]] std::string html_to_plain(std::string_view html);
// For elements that do not say whether they hold HTML: it is, where a tag or a character reference stands in it.
[[nodiscard]] std::string maybe_html_to_plain(std::string_view text);

// RFC 822, ISO 8601, and what is met beside them: "2025/2/11 8:05", "2025年2月11日 8:05", "2025-02-11 08:05:00 GMT",
// "2/11/2025 8:05:00 PM", any weekday in front.
[[nodiscard]] std::optional<Stamp> feed_date(std::string_view text);

// `link` as it stands where it is absolute, else resolved; "" when it is no http or https address.
[[nodiscard]] std::string absolute_link(std::string_view link, std::string_view base);

// RFC 4648, section 4, white space ignored; what is no base64 ends it.
[[nodiscard]] std::string from_base64(std::string_view text);

}  // namespace winnow::discover
