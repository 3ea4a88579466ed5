// Lines of a body that only lead to the other parts of the same article. Internal to the stage and to winnow/.
#pragma once

#include "base/url.h"
#include "extract/draft.h"
#include "parse/document.h"

namespace winnow::extract {

// Moves "Next page", "1 2 3" and their like to `removed`: short blocks whose words all stand in links to parts of the
// page at `here`, by their addresses. `base` is what relative links are resolved against; nothing is done without
// `here`.
void drop_pagers(const parse::Document& document, const Url* here, const Url* base, Body& body);

}  // namespace winnow::extract
