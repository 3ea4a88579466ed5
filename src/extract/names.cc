#include "extract/names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/dates.h"
#include "extract/genre_label.h"
#include "extract/name_words.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kMaxField = 600;  // bytes of an author field; longer ones are prose
constexpr std::size_t kMaxName = 64;    // code points
constexpr std::size_t kMaxNames = 32;

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool any_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (unicode::is_cjk(utf8::next(text, at))) return true;
  }
  return false;
}

bool all_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = utf8::next(text, at);
    if (!unicode::is_cjk(c) && c != 0x00B7 && c != 0x30FB) return false;
  }
  return !text.empty();
}

std::string_view trim_marks(std::string_view text) {
  constexpr std::u32string_view kEdge =
      U" \t.,:;|/\\-\u2013\u2014*\u00B7\u2022\"'()[]<>\u201C\u201D\u3010\u3011"
      U"\uFF1A\uFF08\uFF09\uFF5C\u4E28\u3000\u00A0@#+=&>\u300C\u300D\uFF0F\uFF1D_~";
  while (!text.empty()) {
    std::size_t at = 0;
    if (kEdge.find(utf8::next(text, at)) == kEdge.npos) break;
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    std::size_t at = text.size();
    char32_t c = utf8::previous(text, at);
    if (kEdge.find(c) == kEdge.npos) break;
    if (c == U'.' && text.size() >= 2 && !any_han(text)) {  // "John F.", "Jr."
      std::size_t space = text.rfind(' ');
      if (space != text.npos && text.size() - space <= 4) break;
    }
    text.remove_suffix(text.size() - at);
  }
  return text;
}

// Takes out "(...)": a role, an agency or a reading.
std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = utf8::next(text, at);
    if (c == U'(' || c == U'\uFF08' || c == U'[' || c == U'<') ++depth;
    if (depth == 0) utf8::append(out, c);
    if ((c == U')' || c == U'\uFF09' || c == U']' || c == U'>') && depth > 0) --depth;
  }
  return depth == 0 ? out : std::string(text);
}

// URLs and addresses tell who somebody is nowhere.
std::string without_addresses(std::string_view text) {
  std::string out;
  for (std::string_view word : words_of(text)) {
    bool address = word.find("://") != word.npos || word.starts_with("www.") || word.find('@') != word.npos;
    if (address) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

bool splits(char32_t c) {
  constexpr std::u32string_view kSplit =
      U",;|/\u3001\uFF0C\uFF1B\u00B7\u2022\uFF5C\u2223\u4E28\uFF0F\n\u2013\u2014\u25CF\u060C\uFF06\u2503";
  return kSplit.find(c) != kSplit.npos;
}

// Cuts at marks; the middle dot cuts only between spaced words, since it stands inside Han names (卡尔·马克思), and
// between Korean ones.
std::vector<std::string> at_marks(std::string_view text) {
  std::vector<std::string> pieces(1);
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = utf8::next(text, at);
    std::size_t behind = at;
    const bool hangul = at < text.size() && unicode::is_hangul(utf8::next(text, behind));
    const bool inner_dot = c == 0x00B7 && !hangul && !(at < text.size() && text[at] == ' ');
    if (splits(c) && !inner_dot) {
      pieces.emplace_back();
    } else {
      utf8::append(pieces.back(), c);
    }
  }
  return pieces;
}

bool weak_joiner(std::string_view word) {
  return word == "y" || word == "e" || word == "i" || word == "en" || word == "a" || word == "ve";
}

// Cuts at "and" and its like; the one-letter ones only between whole names ("Ortega y Gasset" stays).
std::vector<std::string> at_joiners(std::string_view piece) {
  std::vector<std::string> out(1);
  Words words = words_of(piece);
  std::size_t since = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string folded = unicode::lower(words[i]);
    bool joins = i > 0 && i + 1 < words.size() && joins_names(folded) && words[i] == folded;
    if (joins && weak_joiner(folded)) joins = i - since >= 2 && words.size() - i - 1 >= 2;
    if (joins || words[i] == "-") {
      out.emplace_back();
      since = i + 1;
      continue;
    }
    if (!out.back().empty()) out.back() += ' ';
    out.back() += words[i];
  }
  return out;
}

// "يوسف منصور ورانيا منصور": Arabic writes its "and" before a name as a part of the word. What follows it must be two
// words, as what stands before, and some names begin with the letter.
std::vector<std::string> at_waw(const std::string& piece) {
  constexpr std::string_view kWaw = "\u0648";
  constexpr auto kNames = std::to_array<std::string_view>(
      {"وليد", "وائل", "وسام", "وفاء", "وداد", "وجدي", "وهبة", "وحيد", "وردة", "ورد",  "وسيم",
       "وجيه", "وصفي", "وضاح", "وديع", "ولاء", "وئام", "ولي",  "وهب",  "وفيق", "والي", "ونوس"});
  if (piece.find(kWaw) == piece.npos) return {piece};
  std::vector<std::string> out(1);
  const Words words = words_of(piece);
  std::size_t since = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view word = words[i];
    const bool joins = i >= since + 2 && i + 2 <= words.size() && word.starts_with(kWaw) && utf8::length(word) >= 4 &&
                       std::find(kNames.begin(), kNames.end(), word) == kNames.end();
    if (joins) {
      word.remove_prefix(kWaw.size());
      out.emplace_back();
      since = i;
    }
    if (!out.back().empty()) out.back() += ' ';
    out.back() += word;
  }
  return out;
}

bool all_single_han(const Words& words) {
  return std::all_of(words.begin(), words.end(),
                     [](std::string_view word) { return utf8::length(word) == 1 && all_han(word); });
}

// 张三 李四: several names where each piece could be one.
std::vector<std::string> at_han_spaces(std::string_view piece, const NameStyle& style) {
  Words words = words_of(piece);
  const bool spaced_out = words.size() > 1 && words.size() <= 3 && all_single_han(words);  // 赵 培
  if (spaced_out && !style.japanese) {
    std::string name;
    for (std::string_view word : words) name += word;
    return {name};
  }
  bool several = words.size() > 1 && !style.japanese;
  for (std::string_view word : words) {
    std::size_t size = utf8::length(word);
    several = several && all_han(word) && size >= 2 && size <= 12;
  }
  if (!several) return {std::string(piece)};
  return {words.begin(), words.end()};
}

// "张蕊 摄", "张蕊/摄影": who took the picture wrote no article.
bool took_picture(std::string_view name) {
  return name.ends_with("摄") || name.ends_with("攝") || name.ends_with("摄影") || name.ends_with("攝影");
}

std::string_view without_cjk_role(std::string_view name) {
  for (std::string_view role : cjk_roles()) {
    if (name.size() > role.size() && name.starts_with(role)) {
      name.remove_prefix(role.size());
      name = trim_marks(name);
    } else if (name.size() > role.size() && name.ends_with(role)) {
      name.remove_suffix(role.size());
      name = trim_marks(name);
    } else if (name == role) {
      return {};
    }
  }
  return name;
}

bool is_role_phrase(const Words& words) {
  std::size_t roles = 0, capitals = 0;
  for (std::string_view word : words) {
    std::string folded = unicode::lower(trim_marks(word));
    bool role = is_role_word(folded);
    roles += role;
    std::size_t at = 0;
    capitals += !role && unicode::is_upper(utf8::next(word, at));
  }
  return roles > 0 && (capitals < 2 || roles >= 2);
}

// "Jane Doe Senior Reporter": the role behind a name goes.
std::string without_role(std::string_view name) {
  Words words = words_of(name);
  std::size_t keep = words.size();
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (is_role_word(unicode::lower(trim_marks(words[i])))) {
      keep = i;
      break;
    }
  }
  std::string out;
  for (std::size_t i = 0; i < keep; ++i) {
    if (i > 0) out += ' ';
    out += words[i];
  }
  return out;
}

std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (unicode::is_letter(utf8::next(text, at))) return true;
  }
  return false;
}

// What begins another statement behind a name: "Jane Doe am 3. Mai", "Jane Doe Illustration von ...".
bool ends_name(std::string_view folded) {
  constexpr auto kEnds = std::to_array<std::string_view>(
      {"am",          "on",         "at",     "stand",  "illustration", "illustrationen",
       "fotos",       "foto",       "photo",  "photos", "quelle",       "source",
       "übersetzung", "translated", "follow", "full",   "updated",      "published",
       "in",          "im",         "zapisz", "aus",    "für",          "for",
       "from",        "le",         "el",     "uhr",    "dodano",       "às",
       "vor",         "posted",     "email",  "e-mail", "via"});
  return std::find(kEnds.begin(), kEnds.end(), folded) != kEnds.end();
}

std::string up_to_end(std::string_view name) {
  const Words words = words_of(name);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string folded = unicode::lower(trim_marks(words[i]));
    const bool particle = is_particle(folded) && i + 1 < words.size();
    if (i >= 1 && ends_name(folded) && !particle) break;
    out += (i > 0 ? " " : "") + std::string(words[i]);
  }
  return out;
}

// "Interview: Julia Lauter", "Mark Newton: EN": the part that is a person.
std::string person_by_colon(std::string_view name) {
  const std::size_t colon = name.find(": ");
  if (colon == name.npos) return std::string(name);
  const std::string_view before = trim_marks(name.substr(0, colon)), behind = trim_marks(name.substr(colon + 1));
  return std::string(is_person(before) ? before : behind);
}

std::string clean_name(std::string_view raw) {
  std::string name(trim_marks(raw));
  if (took_picture(name)) return {};
  if (Unlabelled u = without_author_label(name); u.found) name = std::string(trim_marks(u.rest));
  name = std::string(without_cjk_role(trim_marks(name)));
  name = person_by_colon(trim_marks(up_to_end(trim_marks(without_role(name)))));
  name = std::string(trim_marks(name));
  std::size_t size = utf8::length(name);
  if (size < 2 || size > kMaxName || words_of(name).size() > 7 || !has_letter(name)) return {};
  if (is_no_name(unicode::lower(name)) || digits_in(name) > 4) return {};
  if (all_han(name) && size > 20) return {};
  if (name.find_first_of("=\"<>{}[]") != name.npos) return {};
  return name;
}

std::string cut_at_date(std::string_view text) {
  std::vector<FoundDate> dates = find_dates(text, {}, 1);
  return std::string(dates.empty() ? text : text.substr(0, dates.front().begin));
}

bool label_fits(std::string_view folded, std::string_view label) {
  if (!folded.starts_with(label) || folded.size() <= label.size()) return false;
  std::size_t at = label.size();
  char32_t c = utf8::next(folded, at);
  return !unicode::is_letter(c) && !unicode::is_digit(c) && c != U'-';
}

std::optional<Unlabelled> one_label_less(std::string_view text) {
  const std::string folded = unicode::lower(text.substr(0, 256));
  if (const std::size_t label = genre_label(folded); label > 0 && label < text.size())
    return Unlabelled{trim_marks(text.substr(label)), true, false};
  for (bool sure : {true, false}) {
    for (std::string_view label : sure ? author_labels() : short_author_labels()) {
      if (label_fits(folded, label)) return Unlabelled{trim_marks(text.substr(label.size())), true, sure};
    }
  }
  return std::nullopt;
}

// ", Staff Writer" behind a name is its role, "Staff Writer" alone is what the page calls its author.
bool only_role(std::string_view piece) { return is_role_phrase(words_of(piece)); }

}  // namespace

std::string name_key(std::string_view text) {
  std::string key;
  const std::string folded = unicode::fold(unicode::nfkc(text));
  for (std::size_t at = 0; at < folded.size();) {
    char32_t c = utf8::next(folded, at);
    if (unicode::is_letter(c) || unicode::is_digit(c) || (c >= 0x0900 && !unicode::is_punctuation(c)))
      utf8::append(key, c);
  }
  return key;
}

void add_once(std::vector<std::string>& names, std::string name) {
  const std::string key = name_key(name);
  if (key.empty() || names.size() >= kMaxNames) return;
  for (const std::string& other : names) {
    if (name_key(other) == key) return;
  }
  names.push_back(std::move(name));
}

Unlabelled without_author_label(std::string_view text) {
  Unlabelled out{text};
  for (int labels = 0; labels < 3; ++labels) {  // "Author: By Jane Doe"
    std::optional<Unlabelled> step = one_label_less(out.rest);
    if (!step) break;
    out = {step->rest, true, out.sure || step->sure};
  }
  return out;
}

namespace {

// 渡辺さくら: a family's name in Han, and a given one in kana.
bool has_kana_name(std::string_view name) {
  std::size_t at = 0, han = 0, kana = 0;
  while (at < name.size()) {
    const char32_t c = utf8::next(name, at);
    if (unicode::is_han(c) && kana == 0)
      ++han;
    else if (unicode::is_kana(c) && c != U'の' && c != U'を' && c != U'は')
      ++kana;
    else
      return false;
  }
  return han >= 1 && kana >= 2;
}

// Letters of scripts that have no capitals, from Hebrew to Thai: there a name is one by its length alone.
bool is_caseless(char32_t c) { return c >= 0x0590 && c <= 0x0E7F && unicode::is_letter(c); }

}  // namespace

bool is_person(std::string_view name) {
  if (any_han(name)) {
    std::size_t size = utf8::length(name);
    bool dotted = name.find("\u00B7") != name.npos || name.find("\u30FB") != name.npos || name.find(' ') != name.npos;
    if (size <= 6 && has_kana_name(name)) return size >= 3;
    return size >= 2 && size <= (dotted ? 16u : 4u);
  }
  Words words = words_of(name);
  if (words.size() < 2 || words.size() > 6 || digits_in(name) > 0) return false;
  std::size_t start = 0;
  if (is_caseless(utf8::next(name, start)) && words.size() > 4) return false;
  std::size_t capitals = 0;
  for (std::string_view word : words) {
    std::string folded = unicode::lower(trim_marks(word));
    if (is_desk_word(folded) || is_role_word(folded)) return false;
    std::size_t at = 0;
    const char32_t first = utf8::next(word, at);
    const bool upper = unicode::is_upper(first) || is_caseless(first);
    capitals += upper;
    if (!upper && !is_particle(folded) && word.find('\'') == word.npos) return false;
  }
  return capitals >= 2;
}

bool is_author_label(std::string_view text) {
  constexpr std::size_t kLongest = 32;  // bytes
  if (text.empty() || text.size() > kLongest || text.find_first_of("0123456789") != text.npos) return false;
  const std::string labelled = std::string(unicode::trim(text)) + " X";
  const Unlabelled found = without_author_label(labelled);
  return found.found && found.rest == "X";
}

bool is_publication(std::string_view name) {
  std::size_t size = utf8::length(name);
  if (any_han(name)) return size >= 2 && size <= 20;
  Words words = words_of(name);
  if (words.empty() || words.size() > 5 || size > 48) return false;
  std::size_t at = 0;
  char32_t c = utf8::next(name, at);
  return unicode::is_upper(c) || name.find('.') != name.npos;
}

bool is_domain(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0 || name.find(' ') != name.npos) return false;
  const std::string_view last = name.substr(dot + 1);
  return last.size() >= 2 && last.size() <= 6 &&
         std::all_of(last.begin(), last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

namespace {

// What stands between two marks, cut at all that joins names in words.
std::vector<std::string> pieces_of(std::string_view marked, const NameStyle& style) {
  std::vector<std::string> pieces;
  for (const std::string& joined : at_joiners(marked)) {
    for (const std::string& spaced : at_han_spaces(joined, style)) {
      for (std::string& piece : at_waw(spaced)) pieces.push_back(std::move(piece));
    }
  }
  return pieces;
}

}  // namespace

std::vector<std::string> names_in(std::string_view text, const NameStyle& style) {
  std::vector<std::string> names;
  if (text.size() > kMaxField) return names;
  const std::string plain = cut_at_date(without_addresses(without_brackets(unicode::collapse(text))));
  for (const std::string& marked : at_marks(plain)) {
    for (const std::string& piece : pieces_of(unicode::trim(marked), style)) {
      if (!names.empty() && only_role(piece)) continue;
      add_once(names, clean_name(piece));
    }
  }
  return names;
}

}  // namespace winnow::extract
