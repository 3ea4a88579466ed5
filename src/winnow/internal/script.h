// Puts all texts of an article into one Chinese script. Internal to winnow/.
#pragma once

#include "winnow/article.h"
#include "winnow/options.h"

namespace winnow::internal {

// Texts that are not Chinese are left alone; `language` is set to what the article then is.
void convert_script(Article& article, Script script);

}  // namespace winnow::internal
