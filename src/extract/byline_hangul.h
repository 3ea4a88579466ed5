// Korean bylines: 홍길동 기자 hong@example.com, 글·사진 홍길동, 입력 2024.05.03 10:15. Internal to read_byline.
#pragma once

#include <string_view>

#include "extract/fields.h"

namespace winnow::extract {

// `text` has no dates left in it: each stands as a newline. `dated` says that there was one.
void read_hangul_byline(std::string_view text, bool dated, Byline& out);

}  // namespace winnow::extract
