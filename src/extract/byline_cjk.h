// Bylines with labels in Han: 作者:周艾琳 责编:林洁琛, 来源：新华网, （记者 张三）. Internal to read_byline.
#pragma once

#include <string>
#include <string_view>

#include "extract/fields.h"

namespace winnow::extract {

// Drops readings that some mirrors put behind a Han character: 責(zé)編.
[[nodiscard]] std::string without_readings(std::string_view text);
// `text` has no dates left in it: each stands as a newline. `dated` says that there was one.
void read_cjk_byline(std::string_view text, bool dated, const NameStyle& style, Byline& out);

}  // namespace winnow::extract
