// What the tests of this folder share.
#pragma once

#include <string>
#include <string_view>

#include "base/pinyin.h"
#include "base/utf8.h"
#include "newsstand/mirror_tables.h"
#include "repair/mirror/table.h"

namespace winnow::repair::mirror {

// The mirror's own table as the repair would have learned it.
inline Table table_of(const newsstand::MirrorTable& rows) {
  Table table;
  for (const newsstand::MirrorReading& row : rows) {
    const std::string_view reading = std::string_view(row.reading).substr(0, row.reading.find(' '));
    table.add(utf8::decode(row.character).front(), han::syllable_id(utf8::decode(reading)));
  }
  return table;
}

// Full-width ASCII as half-width: the mirror's fold, which is not undone here.
inline std::u32string folded(std::string_view text) {
  std::u32string points = utf8::decode(text);
  for (char32_t& c : points) c = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
  return points;
}

}  // namespace winnow::repair::mirror
