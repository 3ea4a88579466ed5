#include "decode/utf8_share.h"

#include "base/utf8.h"

namespace winnow::decode {

namespace {

// A surrogate half as three bytes (CESU-8), which the decoder joins with its other one.
bool is_surrogate(std::string_view bytes, std::size_t at) {
  if (at + 3 > bytes.size() || bytes[at] != '\xED') return false;
  return static_cast<unsigned char>(bytes[at + 1]) >= 0xA0 && (bytes[at + 1] & 0xC0) == 0x80 &&
         (bytes[at + 2] & 0xC0) == 0x80;
}

}  // namespace

Utf8Share utf8_share(std::string_view bytes) {
  Utf8Share share;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    char32_t c = utf8::next(bytes, at);
    if (c < 0x80) continue;
    if (c == utf8::kReplacement && is_surrogate(bytes, start)) {
      at = start + 3;
      c = 0xD800;
    }
    const std::size_t size = at - start;
    share.high += size;
    if (c == utf8::kReplacement && bytes.substr(start, size) != "\xEF\xBF\xBD") {
      ++share.errors;
      continue;
    }
    ++share.sequences;
    share.longer += size > 2 ? 1 : 0;
    share.bytes += size;
  }
  return share;
}

}  // namespace winnow::decode
