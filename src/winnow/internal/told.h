// Which of the removed texts an article tells of: what stood before the reader's eyes and is not in the article any
// more. Internal to winnow/.
#pragma once

#include <span>
#include <vector>

#include "extract/draft.h"
#include "winnow/article.h"

namespace winnow::internal {

// Adds what was taken out of a part. Hidden text is left out, since no reader misses it, unless it is spam: that was
// hidden on purpose.
void tell_removed(Article& article, std::span<const extract::DraftRemoved> removed);

// Drops from `removed` the lines that the article still has in its text, title, subtitle, summary or names: pages say
// many a thing twice. What is spam, what the site repeats and what a rule names stays told. Needs the article's text;
// does no more than a bounded search, behind which entries stay.
void untell_kept(Article& article);

}  // namespace winnow::internal
