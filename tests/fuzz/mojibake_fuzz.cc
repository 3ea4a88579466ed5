// Wrong decodings and their repair. The first line chooses two encodings, the rest is the text: taken as it is, and
// misread in one and in both of them first.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "base/converter.h"
#include "base/utf8.h"
#include "fuzz/check.h"
#include "winnow/winnow.h"

using namespace winnow;

namespace {

constexpr std::string_view kEncodings[] = {"windows-1252", "windows-1251", "windows-1250", "macintosh", "windows-1253",
                                           "windows-1254", "windows-1257", "ISO-8859-2",   "gb18030",   "Shift_JIS",
                                           "Big5",         "EUC-JP",       "EUC-KR"};

std::string_view encoding_for(std::string_view name, std::size_t place) {
  const auto byte = place < name.size() ? static_cast<unsigned char>(name[place]) : 0U;
  return kEncodings[byte % std::size(kEncodings)];
}

void require_repairs(const std::string& text) {
  RepairOptions options;
  options.mirror = options.punctuation = Mode::off;
  const std::string once = repair_text(text, options).text;
  fuzz::require_utf8(once);
  fuzz::require(once.size() <= 3 * text.size() + 3, "a repair is not much longer than what it repairs");
  fuzz::require(std::count(text.begin(), text.end(), '\n') == std::count(once.begin(), once.end(), '\n'),
                "lines stay lines");
  fuzz::require(repair_text(text, options).text == once, "repair is deterministic");
  fuzz::require(repair_text(once, options).text == once, "repairing twice changes nothing more");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [name, bytes] = fuzz::first_line(fuzz::text_of(data, size));
  const std::string text = utf8::scrub(bytes);
  require_repairs(text);
  const std::string misread = to_utf8(encoding_for(name, 0), text);
  require_repairs(misread);
  require_repairs(to_utf8(encoding_for(name, 1), misread));
  // Bytes of an encoding of the text's own, read as Latin.
  if (const auto legacy = from_utf8(encoding_for(name, 1), text)) require_repairs(to_utf8("windows-1252", *legacy));
  return 0;
}
