// The title of an article, and the names that a site calls itself by. Internal to the stage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/draft.h"
#include "extract/page.h"

namespace winnow::extract {

struct FoundTitle {
  std::string text;
  parse::NodeId heading = parse::kNone;  // the element that shows it, where one does
  std::vector<Witness> witnesses;
  Witness won;
};

// og:site_name, the publisher of JSON-LD, the host's own word; the best name first.
[[nodiscard]] std::vector<std::string> site_names(const Page& page);
// The name that the site states itself; "" where only its host tells.
[[nodiscard]] std::string stated_site_name(const Page& page);
[[nodiscard]] FoundTitle find_title(const Page& page, const std::vector<std::string>& sites);
// "Headline - Section | Site" without the site's name, cut at separators.
[[nodiscard]] std::string without_site(std::string_view title, const std::vector<std::string>& sites);

}  // namespace winnow::extract
