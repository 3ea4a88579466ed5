// Puts an article together from its judged parts. Internal to winnow/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clean/lines.h"
#include "clean/site_memory.h"
#include "winnow/internal/part.h"
#include "winnow/winnow.h"

namespace winnow::internal {

// A part whose lines were judged.
struct JudgedPart {
  Part part;
  std::vector<extract::DraftBlock> kept;
  std::vector<extract::DraftRemoved> removed;  // by extraction, rules, words and what the site repeats, in that order
  std::vector<SeenLine> seen;                  // where a memory was given
};

// `title`, `subtitle` and `summary` are those of the article, for the judgement of every part; so is the memory.
[[nodiscard]] JudgedPart judge_part(Part part, const Options& options, const extract::CompiledRules& rules,
                                    const extract::Fields& article_fields,
                                    const std::optional<cleaning::SiteMemory>& memory);

// At least one part. `page` is the first part's.
[[nodiscard]] Reading assemble(std::vector<JudgedPart> parts, const Page& page, const Options& options);

}  // namespace winnow::internal
