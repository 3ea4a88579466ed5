// The small words that sentences can't do without and lists of keywords hardly have. Constant tables; pure.
#pragma once

#include <string_view>

namespace winnow::cleaning {

// Articles, prepositions, pronouns, conjunctions and the verbs "to be" and "to have" of languages that space their
// words. `word` is folded.
[[nodiscard]] bool is_function_word(std::string_view word);

// Of these and a few more: finite verbs and the words that open a clause. Who asks or invites hardly needs one.
[[nodiscard]] bool is_clause_word(std::string_view word);

// Small words of one Han character, of folded text (hence Simplified).
[[nodiscard]] bool is_function_character(char32_t c);

// Whether a Korean word ends as words in sentences do, with a particle or an ending of a verb.
[[nodiscard]] bool has_korean_ending(std::string_view word);

}  // namespace winnow::cleaning
