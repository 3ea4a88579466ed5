// Whether a document is a mirror's: decided on the whole of it, because a paragraph is often too little. Real
// Traditional text, dictionaries, glossaries and textbooks have readings too, but not on Traditional characters only,
// nearly always, and sparsely over the whole text. Pure, linear.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "repair/mirror/census.h"
#include "repair/mirror/table.h"

namespace winnow::repair::mirror {

struct Evidence {
  Table table;                  // the keys
  std::size_t marks = 0;        // readings in brackets that the character has
  std::size_t wrong = 0;        // that it doesn't have
  std::size_t traditional = 0;  // marks of keys: characters that Simplified text doesn't have
  std::size_t single = 0;       // keys with one reading
  std::size_t expected = 0;     // occurrences of keys
  std::size_t han = 0;          // characters of the document

  [[nodiscard]] bool convinces() const;
  [[nodiscard]] std::string describe() const;
};

// The marks of a document.
[[nodiscard]] Evidence look_for_marks(std::span<const std::string_view> segments);
// Decides which characters are keys, and how regularly they are marked.
void weigh(Evidence& evidence, const Census& census);

// Whether a document that shows too little by itself has the damage of a mirror whose table is known from the same
// host: the host's keys are marked wherever they stand.
[[nodiscard]] bool fits(const Evidence& evidence, const Census& census, const Table& known);

// Whether a Traditional text without readings was converted character by character: writers of Traditional choose 麼 in
// 什麼, and such converters leave 么. Real sites convert so, too: alone it proves nothing.
[[nodiscard]] bool is_converted(const Census& census);

}  // namespace winnow::repair::mirror
