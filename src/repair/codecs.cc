#include "repair/codecs.h"

#include <iterator>

#include "base/single_byte.h"

namespace winnow::repair {
namespace {

constexpr std::string_view kNames[] = {"windows-1252", "windows-1251", "windows-1250", "macintosh", "windows-1257",
                                       "windows-1253", "windows-1254", "ISO-8859-2",   "IBM437"};
static_assert(std::size(kNames) == kCodecs);

// The code page of DOS, which the WHATWG's standard leaves out.
constexpr char16_t kDos[] =
    u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
    u"αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";
static_assert(std::size(kDos) == 129);

HighHalf half_of(std::size_t codec) {
  if (codec != kCodePage437) return single_byte(kNames[codec]).value_or(HighHalf{});
  HighHalf half;
  for (std::size_t i = 0; i < half.size(); ++i) half[i] = kDos[i];
  return half;
}

}  // namespace

const Codecs& Codecs::tables() {
  static const Codecs tables;
  return tables;
}

std::string_view Codecs::name(std::size_t codec) { return kNames[codec]; }

Codecs::Codecs() : roles_(256) {
  for (auto& bytes : bytes_) bytes.resize(256);
  for (std::size_t codec = 0; codec < kCodecs; ++codec) {
    const HighHalf half = half_of(codec);
    for (unsigned i = 0; i < half.size(); ++i) {
      if (half[i] >= 0x80 && half[i] != 0xFFFD) add(codec, 0x80 + i, half[i]);
    }
  }
  for (unsigned c = 0x80; c < 0xA0; ++c) add(kWindows1252, c, c);
}

void Codecs::add(std::size_t codec, unsigned byte, char32_t c) {
  std::uint8_t& page = pages_[c >> 8U];
  if (page == 0) {
    page = static_cast<std::uint8_t>(roles_.size() >> 8U);
    roles_.resize(roles_.size() + 256);
    for (auto& bytes : bytes_) bytes.resize(roles_.size());
  }
  bytes_[codec][slot(c)] = static_cast<std::uint8_t>(byte);
  Roles& roles = roles_[slot(c)];
  const auto bit = static_cast<CodecSet>(1U << codec);
  if (byte < 0xC0) roles.tail |= bit;
  if (byte >= 0xC2 && byte <= 0xDF) roles.lead2 |= bit;
  if (byte >= 0xE0 && byte <= 0xEF) roles.lead3 |= bit;
  if (byte >= 0xF0 && byte <= 0xF4) roles.lead4 |= bit;
}

}  // namespace winnow::repair
