// How texts are signed at their end, without a label. Internal to the stage.
#pragma once

#include <string>
#include <vector>

#include "extract/page.h"

namespace winnow::extract {

// A name alone at the right: how columns and letters are signed. Several are attributions of quotes: then none.
[[nodiscard]] std::vector<std::string> signed_at_right(const Page& page);
// "……的目标。（周艾琳 林洁琛）": how Chinese papers sign, in brackets behind the last sentence; nothing where two do.
[[nodiscard]] std::vector<std::string> signed_in_brackets(const Page& page);

}  // namespace winnow::extract
