// The names that a site calls itself by, and titles without them. Internal to the stage.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/page.h"

namespace winnow::extract {

// og:site_name, the publisher of JSON-LD, the host's own word; the best name first.
[[nodiscard]] std::vector<std::string> site_names(const Page& page);
// The name that the site states itself; "" where only its host tells.
[[nodiscard]] std::string stated_site_name(const Page& page);

// Where a title may be cut: bytes of a separator with the spaces around it.
struct Cut {
  std::size_t begin = 0, end = 0;
};
[[nodiscard]] std::vector<Cut> cuts_of(std::string_view title);
// "Headline - Section | Site" without the site's name, cut at separators.
[[nodiscard]] std::string without_site(std::string_view title, const std::vector<std::string>& sites);

}  // namespace winnow::extract
