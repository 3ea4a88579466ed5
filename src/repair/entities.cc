#include "repair/entities.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/utf8.h"

namespace winnow::repair {
namespace {

struct Entity {
  std::string_view name;
  char32_t character;
};
constexpr Entity kEntities[] = {
    {"nbsp", 0xA0},    {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"mdash", 0x2014},
    {"ndash", 0x2013}, {"hellip", 0x2026}, {"middot", 0xB7},  {"bull", 0x2022},  {"ensp", 0x2002},  {"emsp", 0x2003},
    {"times", 0xD7},   {"copy", 0xA9},     {"reg", 0xAE},     {"trade", 0x2122}, {"euro", 0x20AC},  {"yen", 0xA5},
    {"deg", 0xB0},     {"eacute", 0xE9},   {"laquo", 0xAB},   {"raquo", 0xBB},
};
constexpr int kLevels = 4;  // how often "&amp;" may be repeated
constexpr std::size_t kLongestName = 8;

char32_t number(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && value >= 0xA0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) ? value : 0;
}

char32_t meaning(std::string_view name) {
  if (name.starts_with('#')) return number(name.substr(1));
  const Entity* found =
      std::find_if(std::begin(kEntities), std::end(kEntities), [name](const Entity& e) { return e.name == name; });
  return found == std::end(kEntities) ? 0 : found->character;
}

struct Reference {
  char32_t character = 0;  // 0: there is none
  std::size_t size = 0;
};

// "&", "amp;" any number of times up to kLevels, a name, ";".
Reference reference_at(std::string_view text) {
  std::size_t at = 1;
  for (int level = 0; level < kLevels && text.substr(std::min(at, text.size())).starts_with("amp;"); ++level) at += 4;
  const std::string_view rest = text.substr(std::min(at, text.size()));
  const std::size_t end = rest.substr(0, kLongestName + 1).find(';');
  if (end == std::string_view::npos) return {};
  return {meaning(rest.substr(0, end)), at + end + 1};
}

}  // namespace

bool speaks_of_markup(std::string_view text) {
  for (const std::string_view sign : {"&lt;", "&gt;", "</", "/>", "```", "&quot;"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

std::string fix_entities(std::string_view text, Log& log) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = std::min(text.find('&', at), text.size());
    out += text.substr(at, sign - at);
    if ((at = sign) == text.size()) break;
    const Reference found = reference_at(text.substr(at));
    if (found.character == 0) {
      out += text[at++];
      continue;
    }
    log.note("entity", utf8::length(out), text.substr(at, found.size), utf8::of(found.character),
         "a character reference escaped twice");
    utf8::append(out, found.character);
    at += found.size;
  }
  return out;
}

}  // namespace winnow::repair
