#include "repair/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "base/utf8.h"
#include "repair/controls.h"

namespace winnow::repair {
namespace {

struct Entity {
  std::string_view name;
  char32_t character;
};
constexpr Entity kEntities[] = {
    {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},
    {"bdquo", 0x201E},  {"mdash", 0x2014},  {"ndash", 0x2013},  {"hellip", 0x2026}, {"bull", 0x2022},
    {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009}, {"trade", 0x2122},  {"euro", 0x20AC},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"dagger", 0x2020}, {"permil", 0x2030}, {"prime", 0x2032},
    {"Prime", 0x2033},  {"minus", 0x2212},  {"larr", 0x2190},   {"rarr", 0x2192},   {"oelig", 0x153},
    {"OElig", 0x152},   {"scaron", 0x161},  {"Scaron", 0x160},
};
// U+00A0 to U+00FF, in order.
constexpr std::string_view kLatin1[] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",
    "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",
    "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave",
    "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",
    "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute",
    "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide",
    "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};
static_assert(std::size(kLatin1) == 0x60);
constexpr int kLevels = 4;  // how often "&amp;" may be repeated
constexpr std::size_t kLongestName = 8;

char32_t number(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  if (!whole || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
  if (value == '&') return 0;  // what follows it would become a reference in its turn
  return value >= 0x80 && value < 0xA0 ? meant_by_c1(value) : value;
}

char32_t meaning(std::string_view name) {
  if (name.starts_with('#')) return number(name.substr(1));
  if (name == "nbsp") return 0xA0;  // the commonest
  if (name == "quot") return '"';
  if (name == "apos") return '\'';
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  const auto* latin = std::find(std::begin(kLatin1), std::end(kLatin1), name);
  if (latin != std::end(kLatin1)) return static_cast<char32_t>(0xA0 + (latin - std::begin(kLatin1)));
  const Entity* found =
      std::find_if(std::begin(kEntities), std::end(kEntities), [name](const Entity& e) { return e.name == name; });
  return found == std::end(kEntities) ? 0 : found->character;
}

struct Reference {
  char32_t character = 0;  // 0: there is none
  std::size_t size = 0;
  int level = 0;  // how often "amp;" stood before the name
};

bool is_word(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '=';
}

// "&", "amp;" any number of times up to kLevels, a name, ";". The commonest one may lack that before what is no word.
Reference reference_at(std::string_view text) {
  std::size_t at = 1;
  int level = 0;
  while (level < kLevels && text.substr(at).starts_with("amp;")) ++level, at += 4;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("amp;")) return {};
  const std::size_t end = rest.substr(0, kLongestName + 1).find(';');
  if (end != std::string_view::npos) {
    if (const char32_t character = meaning(rest.substr(0, end)); character != 0)
      return {character, at + end + 1, level};
  }
  if (rest.starts_with("nbsp") && (rest.size() == 4 || !is_word(rest[4]))) return {0xA0, at + 4, level};
  // "&amp;amp;" is what "&" becomes when it is escaped twice over.
  return level >= 2 ? Reference{'&', at, level - 1} : Reference{};
}

// "Î&frac14;" is a wrong decoding that was escaped in part: as "Î¼" it would be no nearer to what was meant.
bool completes_wrong_decoding(std::string_view before, char32_t c) {
  std::size_t at = before.size();
  if (c < 0xA1 || c > 0xBF || at == 0) return false;
  const char32_t last = utf8::previous(before, at);
  return last >= 0xC2 && last <= 0xF4;
}

constexpr std::string_view kMarkup[] = {"&lt;", "&gt;", "</", "/>", "```", "<!", "&;", "HTML", "XML"};

// The first bytes of those.
constexpr std::array<bool, 256> kMayShowMarkup = [] {
  std::array<bool, 256> table{};
  for (const std::string_view sign : kMarkup) table[static_cast<unsigned char>(sign[0])] = true;
  return table;
}();

bool shows_markup(std::string_view text) {
  return std::any_of(std::begin(kMarkup), std::end(kMarkup),
                     [text](std::string_view sign) { return text[0] == sign[0] && text.starts_with(sign); });
}

bool is_quote(char32_t c) { return c == '"' || c == '\''; }

// What may be written on purpose is resolved only where the text leaves no doubt.
class Judge {
 public:
  explicit Judge(std::string_view text) : text_(text) {}

  bool is_certain(const Reference& found, std::size_t at) {
    if (found.character >= 0xA0 || found.level > 0) return found.character >= 0xA0 || is_sign(found.character);
    return is_quote(found.character) && (is_apostrophe(at, at + found.size) || is_paired(text_.substr(at, found.size)));
  }

 private:
  static bool is_sign(char32_t c) { return is_quote(c) || c == '&' || c == '<' || c == '>'; }

  bool is_apostrophe(std::size_t start, std::size_t end) const {
    return start > 0 && is_word(text_[start - 1]) && end < text_.size() && is_word(text_[end]);
  }

  // The same reference an even number of times in the segment, apostrophes aside.
  bool is_paired(std::string_view spelling) {
    for (Count& known : counts_) {
      if (known.spelling.empty()) known = {spelling, count(spelling)};
      if (known.spelling == spelling) return known.times % 2 == 0;
    }
    return false;
  }

  std::size_t count(std::string_view spelling) const {
    std::size_t times = 0;
    for (std::size_t at = text_.find(spelling); at != std::string_view::npos; at = text_.find(spelling, at + 1))
      times += is_apostrophe(at, at + spelling.size()) ? 0 : 1;
    return times;
  }

  struct Count {
    std::string_view spelling;
    std::size_t times = 0;
  };

  std::string_view text_;
  std::array<Count, 4> counts_;  // of the first few spellings, so that the work stays linear
};

}  // namespace

bool speaks_of_markup(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kMayShowMarkup[static_cast<unsigned char>(text[at])] && shows_markup(text.substr(at))) return true;
  }
  return false;
}

std::string fix_entities(std::string_view text, Log& log) {
  std::string out;
  out.reserve(text.size());
  Judge judge(text);
  std::size_t length = 0, counted = 0;  // code points of `out`, where the log wants places
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = std::min(text.find('&', at), text.size());
    out += text.substr(at, sign - at);
    if ((at = sign) == text.size()) break;
    const Reference found = reference_at(text.substr(at));
    if (found.character == 0 || !judge.is_certain(found, at) || completes_wrong_decoding(out, found.character)) {
      out += text[at++];
      continue;
    }
    if (log.detailed()) {
      length += utf8::length(std::string_view(out).substr(counted));
      counted = out.size();
      log.note("entity", length, text.substr(at, found.size), utf8::of(found.character),
               "a character reference that was escaped once too often");
    } else {
      log.count("entity", 1);
    }
    utf8::append(out, found.character);
    at += found.size;
  }
  return out;
}

}  // namespace winnow::repair
