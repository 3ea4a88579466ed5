// An article out of plain text (a page's text as someone scraped it): a line is a block; title, byline, source,
// section and summary are told by form and place. Pure, total.
#pragma once

#include <string_view>
#include <utility>

#include "extract/draft.h"

namespace winnow::extract {

struct PlainDraft {
  Fields fields;
  Body body;  // all lines that may be body; noise lines too, for the clean stage to judge
};

[[nodiscard]] PlainDraft read_plain_text(std::string_view text, std::string_view zone, std::string_view language);

}  // namespace winnow::extract
