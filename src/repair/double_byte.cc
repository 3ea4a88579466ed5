#include "repair/double_byte.h"

#include <iterator>
#include <string>

#include "base/converter.h"
#include "base/gbk.h"
#include "base/utf8.h"

namespace winnow::repair {
namespace {

constexpr std::string_view kEncodings[] = {"gb18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"};
static_assert(std::size(kEncodings) == DoubleByte::kCount);

// The text of a line when it is one character, and no error.
char32_t only_character(std::string_view line) {
  if (line.empty()) return 0;
  std::size_t at = 0;
  const char32_t c = utf8::next(line, at);
  return at == line.size() && c >= 0x80 && c != utf8::kReplacement ? c : 0;
}

}  // namespace

const DoubleByte& DoubleByte::table(std::size_t number) {
  static const DoubleByte gbk(kEncodings[0]);
  switch (number) {
    case 0:
      return gbk;
    case 1: {
      static const DoubleByte big5(kEncodings[1]);
      return big5;
    }
    case 2: {
      static const DoubleByte shift_jis(kEncodings[2]);
      return shift_jis;
    }
    case 3: {
      static const DoubleByte euc_jp(kEncodings[3]);
      return euc_jp;
    }
    default: {
      static const DoubleByte euc_kr(kEncodings[4]);
      return euc_kr;
    }
  }
}

DoubleByte::DoubleByte(std::string_view encoding)
    : encoding_(encoding),
      kana_alone_(encoding == "Shift_JIS"),
      characters_(std::size_t{kLastLead - kFirstLead + 1} * kTrails),
      bytes_(256) {
  if (encoding == "gb18030") {
    read_gbk();
  } else {
    read_all();
  }
  for (unsigned byte = 0x80; byte < 0x100; ++byte) {
    if (const char32_t c = alone(byte); c != 0) add(c, byte);
  }
}

void DoubleByte::read_gbk() {
  for (unsigned lead = kFirstLead; lead <= kLastLead; ++lead) {
    for (unsigned trail = kFirstTrail; trail <= kLastTrail; ++trail) {
      const char32_t c = gbk::character(lead, trail);
      characters_[(lead - kFirstLead) * kTrails + trail - kFirstTrail] = c;
      if (c != 0) add(c, lead << 8U | trail);
    }
  }
}

// All pairs in one text, a line each: a newline is no trail byte anywhere, so an error ends with its line.
void DoubleByte::read_all() {
  std::string pairs;
  for (unsigned lead = kFirstLead; lead <= kLastLead; ++lead) {
    for (unsigned trail = kFirstTrail; trail <= kLastTrail; ++trail)
      pairs += {static_cast<char>(lead), static_cast<char>(trail), '\n'};
  }
  const std::string text = to_utf8(encoding_, pairs);
  std::size_t at = 0;
  for (std::size_t pair = 0; pair < characters_.size(); ++pair) {
    const std::size_t end = text.find('\n', at);
    const unsigned lead = kFirstLead + static_cast<unsigned>(pair / kTrails);
    const unsigned trail = kFirstTrail + static_cast<unsigned>(pair % kTrails);
    const char32_t c = only_character(std::string_view(text).substr(at, end - at));
    if (c != 0 && alone(lead) == 0) {
      characters_[pair] = c;
      add(c, lead << 8U | trail);
    }
    if (end == std::string::npos) break;
    at = end + 1;
  }
}

void DoubleByte::add(char32_t c, unsigned bytes) {
  if (c >= kEnd) return;
  std::uint16_t& page = pages_[c >> 8U];
  if (page == 0) {
    page = static_cast<std::uint16_t>(bytes_.size() >> 8U);
    bytes_.resize(bytes_.size() + 256);
  }
  std::uint16_t& known = bytes_[(std::size_t{page} << 8U) + (c & 0xFFU)];
  if (known == 0) known = static_cast<std::uint16_t>(bytes);
}

}  // namespace winnow::repair
