#include "base/gbk.h"

#include <iterator>

namespace winnow::gbk {
namespace {

#include "gbk_tables.inc"

}  // namespace

char32_t character(unsigned lead, unsigned trail) {
  return is_lead(lead) && is_trail(trail) ? kCharacters[lead - 0x81][trail - 0x40] : 0;
}

std::uint16_t bytes(char32_t c) {
  const char32_t page = c >> 8;
  return page < std::size(kPages) ? kPairs[kPages[page]][c & 0xFF] : 0;
}

}  // namespace winnow::gbk
