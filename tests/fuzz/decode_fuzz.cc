// Bytes to UTF-8; the first line is the Content-Type, whose charset is also decoded by itself, in chunks.
#include "base/converter.h"
#include "decode/decode.h"
#include "fuzz/check.h"

using namespace winnow;

namespace {

// The size of the chunks comes from the input, so that all cuts are tried.
void require_chunks_to_agree(std::string_view encoding, std::string_view bytes) {
  Converter converter(encoding);
  std::string chunked;
  const std::size_t size = bytes.empty() ? 1 : 1 + static_cast<unsigned char>(bytes.back()) % 7;
  for (std::size_t at = 0; at < bytes.size(); at += size) converter.feed(bytes.substr(at, size), false, chunked);
  converter.feed({}, true, chunked);
  std::size_t errors = 0;
  const std::string whole = to_utf8(encoding, bytes, &errors);
  fuzz::require_utf8(whole);
  fuzz::require(whole == chunked, "chunks give what the whole gives");
  fuzz::require(converter.errors() == errors, "chunks have the errors of the whole");
}

void require_decoding(std::string_view bytes, std::string_view content_type, std::string_view forced, bool html) {
  const decode::Text text = decode::to_text(bytes, content_type, forced, html);
  fuzz::require_utf8(text.utf8);
  fuzz::require(!text.encoding.empty(), "the encoding has a name");
  fuzz::require(!text.trace.empty() && text.trace.size() < 64, "the trace says why, and is short");
  fuzz::require(text.utf8.size() <= 4 * bytes.size() + 4, "text is not much longer than its bytes");
  fuzz::require(decode::to_text(bytes, content_type, forced, html).utf8 == text.utf8, "decoding is deterministic");
  fuzz::require(decode::to_text(text.utf8, "text/html; charset=utf-8", "utf-8", false).utf8.size() <= text.utf8.size(),
                "text that was decoded is UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [first, bytes] = fuzz::first_line(fuzz::text_of(data, size));
  (void)decode::not_a_page(bytes, first);
  for (const bool html : {true, false}) require_decoding(bytes, first, "auto", html);
  require_decoding(bytes, "", first, true);
  require_chunks_to_agree(encoding_for_label(first).value_or("UTF-8"), bytes);
  for (const std::string_view encoding :
       {"UTF-8", "gb18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "ISO-2022-JP", "UTF-16LE"})
    require_chunks_to_agree(encoding, bytes);
  return 0;
}
