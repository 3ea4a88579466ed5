// The line that is set largest above the text: the headline, on pages whose <title> is only the site's name and that
// have no heading, such as those of before style sheets. Internal to the stage.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/headings.h"
#include "extract/page.h"

namespace winnow::extract {

// `sites` are those of site_names(). The first of equals; nothing that is a link, a byline or a name of the site or of
// a section. Where nothing is set large it is the line over the first byline.
[[nodiscard]] std::optional<Heading> prominent_line(const Page& page, const std::vector<std::string>& sites);

}  // namespace winnow::extract
