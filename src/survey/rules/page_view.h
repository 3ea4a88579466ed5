// A sample as the inference sees it: its tree, what is read from it without rules, and what it should say by its
// witnesses. Internal to survey/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/url.h"
#include "extract/draft.h"
#include "parse/document.h"
#include "parse/selector.h"
#include "survey/sample.h"
#include "winnow/article.h"
#include "winnow/observation.h"
#include "winnow/options.h"

namespace winnow::survey {

struct PageView {
  const Sample* sample = nullptr;
  parse::Document document;  // of the page's text as decoded
  std::optional<Url> url;
  Article automatic;                        // read without rules
  Marks layout;                             // of what the page is made
  std::size_t made_by = 0;                  // the number of its template
  std::string next_page;                    // likewise
  std::vector<extract::DraftBlock> blocks;  // of its body, in order, those that are in its text, and its images
  std::string title;                        // what its witnesses agree on; "" where they don't
  std::optional<Stamp> published;           // what feeds and sitemaps state
};

// The pages that can be read, in their order, at most 24 of them and 64 MiB; `samples` must outlive the views.
[[nodiscard]] std::vector<PageView> look_at(std::span<const Sample> samples, const Options& options);

// The blocks of the page's body in the elements that the selector selects, in order; none where it selects none.
[[nodiscard]] std::vector<extract::DraftBlock> body_by(const PageView& page, const parse::Selector& selector,
                                                       bool prune);

// Letters and digits in one case: texts that say the same are equal.
[[nodiscard]] std::string bare(std::string_view text);

// The words of a block; of a list or table all of them.
[[nodiscard]] std::string text_of(const Block& block);

// On how many of the pages each text stands among the blocks, by its bare form; texts without a letter are left out.
class Census {
 public:
  explicit Census(std::span<const PageView> pages);
  [[nodiscard]] std::size_t pages_with(std::string_view text) const;

 private:
  std::vector<std::pair<std::uint64_t, std::size_t>> counts_;  // by hash, ascending
};

}  // namespace winnow::survey
