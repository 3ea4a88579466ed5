#include "newsstand/mirror_damage.h"

#include <algorithm>

#include "base/gbk.h"
#include "base/han.h"
#include "base/utf8.h"

namespace winnow::newsstand {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0;
constexpr std::string_view kNoBreakSpaceReference = "&nbsp;";

void append_cp936(char32_t c, std::string& bytes) {
  if (c < 0x80) {
    bytes += static_cast<char>(c);
  } else if (c == U'€') {
    bytes += '\x80';
  } else if (const unsigned pair = gbk::bytes(c); pair != 0) {
    bytes += static_cast<char>(pair >> 8U);
    bytes += static_cast<char>(pair & 0xFFU);
  } else {
    bytes += '?';
  }
}

std::string to_cp936(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) append_cp936(utf8::next(text, at), bytes);
  return bytes;
}

std::string to_traditional_cp936(std::string_view simplified) {
  std::string bytes;
  for (std::size_t at = 0; at < simplified.size();) {
    const char32_t c = utf8::next(simplified, at);
    if (c == kNoBreakSpace) {
      bytes += kNoBreakSpaceReference;
    } else {
      append_cp936(c < 0x80 ? c : mirrored(c), bytes);
    }
  }
  return bytes;
}

unsigned value(char c) { return static_cast<unsigned char>(c); }

// Reads the bytes in pairs, in step or not: no character is a "?", a lead byte before white space is lost, one at the
// end of the text is a "?" again.
std::string read_in_pairs(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned lead = value(bytes[at]);
    if (lead <= 0x80) {
      utf8::append(text, lead == 0x80 ? U'€' : char32_t{lead});
      continue;
    }
    if (lead == 0xFF || at + 1 == bytes.size()) {
      text += '?';
      continue;
    }
    const unsigned trail = value(bytes[++at]);
    const char32_t c = gbk::character(lead, trail);
    utf8::append(text, trail < 0x21 || trail == 0x7F ? char32_t{trail} : c == 0 ? U'?' : c);
  }
  return text;
}

// What a reader of the page sees.
std::string displayed(std::string_view text, bool folded) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kNoBreakSpaceReference)) {
      utf8::append(out, kNoBreakSpace);
      at += kNoBreakSpaceReference.size();
      continue;
    }
    const char32_t c = utf8::next(text, at);
    utf8::append(out, folded && c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c);
  }
  return out;
}

}  // namespace

char32_t mirrored(char32_t c) {
  switch (c) {
    case U'复':
      return U'復';
    case U'台':
      return U'臺';
    case U'着':
      return U'著';
    case U'为':
      return U'為';
    case U'众':
      return U'眾';
    case U'启':
      return U'啟';
    case U'钟':
      return U'鐘';
    case U'于':
    case U'么':
    case U'里':
    case U'云':
    case U'群':
      return c;
    default: {
      const std::u32string other = utf8::decode(han::traditionalize(utf8::of(c)));
      return other.size() == 1 && gbk::bytes(other[0]) != 0 ? other[0] : c;
    }
  }
}

Mirror::Mirror(const MirrorTable& table, Width width) : width_(width) {
  for (const MirrorReading& row : table) keys_.push_back(key_of(row));
}

Mirror::Key Mirror::key_of(const MirrorReading& row) {
  const auto mark = [](std::string_view reading) { return "(" + to_cp936(reading) + ")"; };
  return {to_cp936(row.character), mark(row.reading), mark(row.other), to_cp936(row.other_before)};
}

// Finds the bytes of the key, even where they are the end of one character and the start of the next.
void Mirror::mark_all(std::string& bytes, const Key& key) {
  std::size_t copied = 0;
  std::string out;
  for (std::size_t at = bytes.find(key.bytes); at != bytes.npos; at = bytes.find(key.bytes, copied)) {
    const std::size_t end = at + key.bytes.size();
    const std::string_view next = std::string_view(bytes).substr(end, 2);
    const bool other = next.size() == 2 && key.other_before.find(next) != std::string::npos;
    out.append(bytes, copied, end - copied).append(other ? key.other_mark : key.mark);
    copied = end;
  }
  if (copied != 0) bytes = out.append(bytes, copied);
}

std::string Mirror::damage(std::string_view simplified) const {
  std::string bytes = to_traditional_cp936(simplified);
  for (const Key& key : keys_) mark_all(bytes, key);
  return displayed(read_in_pairs(bytes), width_ == Width::folded);
}

std::string mirror_damage(std::string_view simplified) {
  static const Mirror kOurs(newsstand_table());
  return kOurs.damage(simplified);
}

}  // namespace winnow::newsstand
