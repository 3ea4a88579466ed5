// Takes out the lines that a site repeats, by what is remembered of its other pages (site_memory.h), and notes which
// lines this page has. It runs on what the words alone have left (lines.h). Pure, total.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clean/site_memory.h"
#include "extract/draft.h"
#include "winnow/options.h"
#include "winnow/site_lines.h"

namespace winnow::cleaning {

struct SiteContext {
  const SiteMemory& memory;
  std::string_view title;
  std::string_view url;  // its numbers don't tell two lines apart
};

struct WithoutRepeats {
  std::vector<extract::DraftBlock> kept;
  std::vector<extract::DraftRemoved> removed;  // RemovedKind::learned
  std::vector<SeenLine> seen;                  // of all blocks
  bool edges_moved = false;                    // prose went: what stands before and behind the text is another now
};

// A list goes where all its items are repeated. A page of nothing but repeated lines stays as it is.
[[nodiscard]] WithoutRepeats take_repeats(std::vector<extract::DraftBlock> blocks, const SiteContext& site,
                                          const CleanOptions& options);

// As a line that can't be left out: of a block, of a text.
[[nodiscard]] std::vector<SeenLine> lines_of(const Block& block, std::string_view url);
[[nodiscard]] SeenLine line_of(std::string_view text, std::string_view url);

// The words of a title in a few bits: titles that share most words share most bits.
[[nodiscard]] std::uint64_t title_bits(std::string_view title);

}  // namespace winnow::cleaning
