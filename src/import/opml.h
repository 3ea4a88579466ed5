// Lists of feeds (OPML 2.0) to site files: one for each host. Pure, total.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/ftr.h"

namespace winnow::importing {

// Whether a file's bytes begin as XML does.
[[nodiscard]] bool is_opml(std::string_view bytes);
// `lines` and `converted` of each count its feeds. What is no feed of any host comes last, without a name.
[[nodiscard]] std::vector<Imported> import_opml(std::string_view bytes);

}  // namespace winnow::importing
