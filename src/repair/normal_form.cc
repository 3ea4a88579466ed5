#include "repair/normal_form.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "base/variants.h"
#include "repair/points.h"

namespace winnow::repair {
namespace {

bool is_radical(char32_t c) { return c >= 0x2E80 && c < 0x2FE0; }
bool is_ordinary(char32_t c) { return c >= 0x4E00 && c < 0xA000; }

// U+2E80 to U+2FFF is E2 BA 80 to E2 BF BF.
bool may_have_radicals(std::string_view text) {
  for (std::size_t at = text.find('\xE2'); at != std::string_view::npos; at = text.find('\xE2', at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xBA) return true;
  }
  return false;
}

// Texts about radicals mean what they show.
bool speaks_of_radicals(std::string_view text) {
  for (const std::string_view sign : {"部首", "偏旁", "康熙", "adical"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}
bool names_a_radical(char32_t after) {
  return std::u32string_view(U"部旁字头頭底框").find(after) != std::u32string_view::npos;
}

// A radical in a word: at most a few side by side, beside ordinary ideographs, and not named as one.
bool stands_for_ideograph(std::string_view before, std::string_view text, std::size_t after) {
  constexpr int kMost = 4;
  char32_t next = after < text.size() ? next_point(text, after) : U'\0';
  if (names_a_radical(next)) return false;
  for (int n = 1; n < kMost && is_radical(next) && after < text.size(); ++n) next = next_point(text, after);
  if (is_ordinary(next)) return true;
  std::size_t at = before.size();
  return at > 0 && is_ordinary(utf8::previous(before, at));
}

std::string without_radicals(std::string_view text, Log& log) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_point(text, at);
    const char32_t ordinary = is_radical(c) ? han::unified(c) : c;
    if (ordinary == c || !is_ordinary(ordinary) || !stands_for_ideograph(out, text, at)) {
      out += text.substr(start, at - start);
      continue;
    }
    if (log.detailed()) {
      log.note("normal_form", utf8::length(out), text.substr(start, at - start), utf8::of(ordinary),
               "a radical in place of the ideograph");
    } else {
      log.count("normal_form", 1);
    }
    utf8::append(out, ordinary);
  }
  return out;
}

// Where two texts begin to differ, at the start of a character of both.
std::size_t common_start(std::string_view a, std::string_view b) {
  auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  while (at > 0 && at < a.size() && (static_cast<unsigned char>(a[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

std::string fix_normal_form(std::string_view text, Log& log) {
  std::string composed = unicode::nfc(text);
  if (composed != text) {
    const std::size_t at = common_start(text, composed);
    log.note("normal_form", utf8::length(composed.substr(0, at)), text.substr(at),
             std::string_view(composed).substr(at), "text that was not in normal form C");
  }
  if (!may_have_radicals(composed) || speaks_of_radicals(composed)) return composed;
  return without_radicals(composed, log);
}

}  // namespace winnow::repair
