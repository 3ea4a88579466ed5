// Bytes to UTF-8; the first line is the Content-Type.
#include "decode/decode.h"

#include "fuzz/check.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [content_type, bytes] = fuzz::first_line(fuzz::text_of(data, size));
  (void)decode::not_a_page(bytes, content_type);
  for (const bool html : {true, false}) {
    const decode::Text text = decode::to_text(bytes, content_type, "auto", html);
    fuzz::require_utf8(text.utf8);
    fuzz::require(!text.encoding.empty(), "the encoding has a name");
    fuzz::require(decode::to_text(bytes, content_type, "auto", html).utf8 == text.utf8, "decoding is deterministic");
  }
  fuzz::require_utf8(decode::to_text(bytes, "", content_type, true).utf8);
  return 0;
}
