#include "newsstand/mirror_damage.h"

#include <array>
#include <utility>

#include "base/converter.h"
#include "base/han.h"
#include "base/utf8.h"

namespace winnow::newsstand {
namespace {

// The mirror's table: always these characters, always this reading.
constexpr std::array<std::pair<const char*, const char*>, 46> kReadings = {{
    {"這", "zhè"},  {"個", "gè"},    {"們", "men"},  {"國", "guó"},   {"時", "shí"}, {"來", "lái"},  {"會", "huì"},
    {"認", "rèn"},  {"學", "xué"},   {"發", "fā"},   {"說", "shuō"},  {"對", "duì"}, {"經", "jīng"}, {"過", "guò"},
    {"後", "hòu"},  {"開", "kāi"},   {"關", "guān"}, {"電", "diàn"},  {"車", "chē"}, {"東", "dōng"}, {"間", "jiān"},
    {"問", "wèn"},  {"將", "jiāng"}, {"與", "yǔ"},   {"業", "yè"},    {"務", "wù"},  {"產", "chǎn"}, {"動", "dòng"},
    {"實", "shí"},  {"現", "xiàn"},  {"機", "jī"},   {"場", "chǎng"}, {"報", "bào"}, {"記", "jì"},   {"數", "shù"},
    {"據", "jù"},   {"網", "wǎng"},  {"驗", "yàn"},  {"進", "jìn"},   {"運", "yùn"}, {"達", "dá"},   {"還", "hái"},
    {"點", "diǎn"}, {"題", "tí"},    {"頂", "dǐng"}, {"樓", "lóu"},
}};

// What such converters write whatever the context, and what they leave.
std::string traditional(char32_t c) {
  switch (c) {
    case U'复':
      return "復";
    case U'台':
      return "臺";
    case U'着':
      return "著";
    case U'为':
      return "為";
    case U'众':
      return "眾";
    case U'启':
      return "啟";
    case U'钟':
      return "鐘";
    case U'于':
    case U'么':
    case U'里':
    case U'云':
    case U'群':
      return utf8::of(c);
    default:
      return han::traditionalize(utf8::of(c));
  }
}

std::string to_cp936(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();)
    bytes += from_utf8("GBK", traditional(utf8::next(text, at))).value_or("?");
  return bytes;
}

// Finds the bytes of the key, even where they are the end of one character and the start of the next.
void replace_all(std::string& bytes, const std::string& key, const std::string& with) {
  for (std::size_t at = bytes.find(key); at != bytes.npos; at = bytes.find(key, at + with.size())) {
    bytes.replace(at, key.size(), with);
  }
}

bool is_lead(char c) { return static_cast<unsigned char>(c) > 0x80; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string character(std::string_view pair) {
  std::size_t errors = 0;
  std::string text = to_utf8("GBK", pair, &errors);
  return errors == 0 ? text : "?";
}

// Reads the bytes in pairs, in step or not: no character is a '?', a lead byte before white space is lost.
std::string read_in_pairs(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    if (!is_lead(bytes[at])) {
      text += bytes[at] == '\x80' ? "€" : std::string(1, bytes[at]);
      ++at;
    } else if (at + 1 == bytes.size() || is_space(bytes[at + 1])) {
      ++at;
    } else {
      text += character(bytes.substr(at, 2));
      at += 2;
    }
  }
  return text;
}

std::string half_width(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    utf8::append(out, c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c);
  }
  return out;
}

}  // namespace

std::string mirror_damage(std::string_view simplified) {
  std::string bytes = to_cp936(simplified);
  for (const auto& [key, reading] : kReadings) {
    const std::string k = from_utf8("GBK", key).value_or("");
    replace_all(bytes, k, k + "(" + from_utf8("GBK", reading).value_or("") + ")");
  }
  return half_width(read_in_pairs(bytes));
}

}  // namespace winnow::newsstand
