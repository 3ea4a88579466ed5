// How articles and questions become words that can be compared: width, case and script folded, each Chinese,
// Japanese or Korean character a word of its own, so that a word of two characters is found in running text.
// The index's tokenizer (FTS5's unicode61) cuts the rest at what is no letter or digit and drops diacritics.
// Pure, safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace winnow::store {

// A text as it goes into the index.
[[nodiscard]] std::string index_text(std::string_view text);

// What a person typed as an FTS5 expression: every word, divided by spaces, must occur; all that FTS5 would take
// for its syntax is quoted. A run of CJK characters must occur as it stands. Empty when there is no word in it.
[[nodiscard]] std::string match_expression(std::string_view typed);

}  // namespace winnow::store
