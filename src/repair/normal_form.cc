#include "repair/normal_form.h"

#include "base/unicode.h"

namespace winnow::repair {

std::string fix_normal_form(std::string_view text, Log& log) {
  std::string out = unicode::nfc(text);
  if (out != text) log.note("normal_form", 0, text, out, "text that was not in normal form C");
  return out;
}

}  // namespace winnow::repair
