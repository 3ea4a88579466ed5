// What spam mirrors do to a text so that it no longer looks like a copy: Traditional characters one by one, readings
// after the characters of a table, all on the bytes of CP936, so that neighbours are torn. Forward only: the inverse
// is the repair stage's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "newsstand/mirror_tables.h"

namespace winnow::newsstand {

// What such converters write for a Simplified character whatever the context; some they leave.
[[nodiscard]] char32_t mirrored(char32_t simplified);

// One mirror of the family. Immutable once made.
class Mirror {
 public:
  enum class Width { folded, kept };  // whether full-width ASCII becomes half-width in the end

  explicit Mirror(const MirrorTable& table, Width width = Width::folded);

  // The text of a page, lines and all. NBSP goes through as an entity, as it does on a page.
  [[nodiscard]] std::string damage(std::string_view simplified) const;

 private:
  // A row of the table in CP936.
  struct Key {
    std::string bytes, mark;
    std::string other_mark, other_before;  // see MirrorReading
  };
  static Key key_of(const MirrorReading& row);
  static void mark_all(std::string& bytes, const Key& key);

  std::vector<Key> keys_;
  Width width_;
};

// The newsstand's own.
[[nodiscard]] std::string mirror_damage(std::string_view simplified);

}  // namespace winnow::newsstand
