// The encodings of East Asia with two bytes a character, as tables in both directions: for text that was cut or misread
// as bytes. Built once each. Pure, safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace winnow::repair {

class DoubleByte {
 public:
  // By the WHATWG's names, likeliest first: gb18030 (its two-byte part, GBK), Big5, Shift_JIS, EUC-JP, EUC-KR.
  static constexpr std::size_t kCount = 5;
  [[nodiscard]] static const DoubleByte& table(std::size_t number);

  [[nodiscard]] std::string_view encoding() const { return encoding_; }
  // The character of two bytes; 0 where there is none.
  [[nodiscard]] char32_t character(unsigned lead, unsigned trail) const {
    if (lead < kFirstLead || lead > kLastLead || trail < kFirstTrail || trail > kLastTrail) return 0;
    return characters_[(lead - kFirstLead) * kTrails + trail - kFirstTrail];
  }
  // The character of a byte from 0x80 that stands alone (half-width Katakana in Shift_JIS); 0 where it doesn't.
  [[nodiscard]] char32_t alone(unsigned byte) const {
    return kana_alone_ && byte >= 0xA1 && byte <= 0xDF ? 0xFF61 + byte - 0xA1 : 0;
  }
  // lead << 8 | trail, or the byte that stands alone; 0 where the character has none.
  [[nodiscard]] unsigned bytes(char32_t c) const {
    return c < kEnd ? bytes_[(std::size_t{pages_[c >> 8U]} << 8U) + (c & 0xFFU)] : 0;
  }

 private:
  static constexpr unsigned kFirstLead = 0x81, kLastLead = 0xFE, kFirstTrail = 0x40, kLastTrail = 0xFE;
  static constexpr unsigned kTrails = kLastTrail - kFirstTrail + 1;
  static constexpr char32_t kEnd = 0x30000;  // Big5 has characters of plane 2

  explicit DoubleByte(std::string_view encoding);
  void read_all();
  void read_gbk();
  void add(char32_t c, unsigned bytes);

  std::string_view encoding_;
  bool kana_alone_;
  std::vector<char32_t> characters_;
  std::array<std::uint16_t, (kEnd >> 8U)> pages_{};  // page 0 is empty
  std::vector<std::uint16_t> bytes_;
};

}  // namespace winnow::repair
