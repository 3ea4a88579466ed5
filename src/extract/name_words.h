// Words that tell names from roles, publications and labels. Folded to lower case. Tables only; pure.
#pragma once

#include <span>
#include <string_view>

namespace winnow::extract {

[[nodiscard]] bool is_role_word(std::string_view word);  // "reporter", "redakteurin"
[[nodiscard]] bool is_desk_word(std::string_view word);  // "news", "redaktion", "team": no person's name
[[nodiscard]] bool is_particle(std::string_view word);   // "van", "de la", "bin"
[[nodiscard]] bool joins_names(std::string_view word);   // "and", "und", "et"
[[nodiscard]] bool is_no_name(std::string_view whole);   // "admin", "unknown", "guest"

// Longest first, so that the first that fits is the right one; without the colon.
[[nodiscard]] std::span<const std::string_view> author_labels();
// Those that are common words too: what follows must look like a person.
[[nodiscard]] std::span<const std::string_view> short_author_labels();
// Han and Hangul roles that stand directly in front of or behind a name: 记者, 기자.
[[nodiscard]] std::span<const std::string_view> cjk_roles();

}  // namespace winnow::extract
