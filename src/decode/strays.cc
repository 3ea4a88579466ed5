#include "decode/strays.h"

#include "base/converter.h"
#include "base/single_byte.h"
#include "base/utf8.h"

namespace winnow::decode {
namespace {

constexpr std::size_t kLongestRun = 2;

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Punctuation and signs that are typed in any text, where they stand as they do: the second half of a letter that lost
// its first (é without C3 is ©) stands otherwise.
bool is_sign(char before, char byte, char after) {
  constexpr std::string_view kAnywhere = "\x85\x91\x92\x93\x94\x95\x96\x97\x99\xAE\xB7";  // … ‘ ’ “ ” • – — ™ ® ·
  if (kAnywhere.find(byte) != std::string_view::npos) return true;
  switch (byte) {
    case '\xA0':  // the no-break space
      return !is_letter(before) || !(is_letter(after) || after == ' ');
    case '\xA9':  // ©
    case '\xAB':  // «
      return !is_letter(before) && !is_digit(before);
    case '\xBB':  // »
      return !is_letter(after);
    case '\xA3':  // £
    case '\xB0':  // °
      return is_digit(before) || is_digit(after);
    default:
      return false;
  }
}

// ß to ÿ but for the division sign.
bool is_small(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xDF && byte != 0xF7;
}

bool is_capital(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xC0 && byte < 0xDF && byte != 0xD7;
}

// Letters that are words: à, è, é, í, ó.
bool is_word(char before, char byte, char after) {
  constexpr std::string_view kWords = "\xE0\xE8\xE9\xED\xF3";
  return before == ' ' && after == ' ' && kWords.find(byte) != std::string_view::npos;
}

// Whether the byte makes sense as windows-1252 between its neighbours; '\n' stands for none.
bool makes_sense(char before, char byte, char after) {
  if (is_sign(before, byte, after) || is_word(before, byte, after)) return true;
  if (byte == '\x9A' || byte == '\x9C' || byte == '\x9E') return is_lower(before) && is_lower(after);  // š œ ž
  if (is_small(byte)) return is_lower(before) || is_lower(after) || is_small(before) || is_small(after);
  return is_capital(byte) && !is_letter(before) && is_lower(after);
}

// Bytes from `at` that are no UTF-8, up to the next that are.
std::size_t run_of_errors(std::string_view bytes, std::size_t at) {
  std::size_t end = at;
  while (end < bytes.size() && is_high(bytes[end])) {
    std::size_t next = end;
    if (utf8::next(bytes, next) != utf8::kReplacement || bytes.substr(end, next - end) == "\xEF\xBF\xBD") break;
    end = next;
  }
  return end - at;
}

// Whether a character that lost its end begins at `at`; but ë’s is a letter and an apostrophe.
bool is_cut_character(std::string_view bytes, std::size_t at) {
  std::size_t end = at;
  (void)utf8::next(bytes, end);
  if (end - at < 2) return false;
  const bool apostrophe =
      bytes[at + 1] == '\x92' && at > 0 && is_lower(bytes[at - 1]) && end < bytes.size() && is_lower(bytes[end]);
  return !apostrophe;
}

bool are_strays(std::string_view bytes, std::size_t at, std::size_t size) {
  if (size > kLongestRun || is_cut_character(bytes, at)) return false;
  for (std::size_t i = at; i < at + size; ++i) {
    const char before = i == 0 ? '\n' : bytes[i - 1];
    const char after = i + 1 == bytes.size() ? '\n' : bytes[i + 1];
    if (!makes_sense(before, bytes[i], after)) return false;
  }
  const bool ascii_before = at == 0 || !is_high(bytes[at - 1]);
  const bool ascii_after = at + size == bytes.size() || !is_high(bytes[at + size]);
  return ascii_before && ascii_after;
}

}  // namespace

Strays with_strays(std::string_view bytes) {
  Strays read;
  const HighHalf latin = single_byte("windows-1252").value_or(HighHalf{});
  std::size_t done = 0;  // all before is read
  const auto flush = [&](std::size_t end) {
    std::size_t errors = 0;
    read.utf8 += to_utf8("UTF-8", bytes.substr(done, end - done), &errors);
    read.errors += errors;
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = is_high(bytes[at]) ? run_of_errors(bytes, at) : 0;
    if (size == 0) {
      (void)utf8::next(bytes, at);
      continue;
    }
    if (are_strays(bytes, at, size)) {
      flush(at);
      for (std::size_t i = at; i < at + size; ++i)
        utf8::append(read.utf8, latin[static_cast<unsigned char>(bytes[i]) - 0x80U]);
      read.strays += size;
      done = at + size;
    }
    at += size;
  }
  flush(bytes.size());
  return read;
}

}  // namespace winnow::decode
