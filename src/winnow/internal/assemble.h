// Puts an article together from its judged parts. Internal to winnow/.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clean/lines.h"
#include "winnow/internal/part.h"
#include "winnow/winnow.h"

namespace winnow::internal {

// A part whose lines were judged.
struct JudgedPart {
  Part part;
  std::vector<extract::DraftBlock> kept;
  std::vector<extract::DraftRemoved> removed;  // by extraction, rules and words, in that order
};

// `title`, `subtitle` and `summary` are those of the article, for the judgement of every part.
[[nodiscard]] JudgedPart judge_part(Part part, const Options& options, const extract::CompiledRules& rules,
                                    const extract::Fields& article_fields);

// At least one part. `page` is the first part's.
[[nodiscard]] Reading assemble(std::vector<JudgedPart> parts, const Page& page, const Options& options);

}  // namespace winnow::internal
