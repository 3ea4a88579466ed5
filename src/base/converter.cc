#include "base/converter.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <array>
#include <climits>
#include <iterator>

#include "base/encoding_index.h"
#include "base/single_byte.h"
#include "base/utf8.h"

namespace winnow {
namespace {

// ICU's converter for a multi-byte encoding; the standard extends what the old names say.
struct MultiByte {
  std::string_view encoding;
  const char* icu;
};
constexpr MultiByte kMultiByte[] = {
    {"GBK", "gb18030"},        {"gb18030", "gb18030"},         {"Big5", "ibm-1375_P100-2008"},
    {"EUC-JP", "EUC-JP"},      {"ISO-2022-JP", "ISO-2022-JP"}, {"Shift_JIS", "ibm-943_P15A-2003"},
    {"EUC-KR", "windows-949"}, {"UTF-16BE", "UTF-16BE"},       {"UTF-16LE", "UTF-16LE"},
};

const char* icu_name(std::string_view encoding) {
  const MultiByte* row = std::find_if(std::begin(kMultiByte), std::end(kMultiByte),
                                      [encoding](const MultiByte& m) { return m.encoding == encoding; });
  return row == std::end(kMultiByte) ? nullptr : row->icu;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using IcuConverter = std::unique_ptr<UConverter, CloseConverter>;

IcuConverter open_icu(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  IcuConverter converter(ucnv_open(name, &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

constexpr bool is_high_surrogate(char16_t c) { return c >= 0xD800 && c < 0xDC00; }
constexpr bool is_low_surrogate(char16_t c) { return c >= 0xDC00 && c < 0xE000; }
constexpr char32_t joined(char16_t high, char16_t low) {
  return 0x10000 + ((char32_t{high} - 0xD800) << 10) + (char32_t{low} - 0xDC00);
}

// The surrogate half that stands at `at` as three bytes, ED A0 80 to ED BF BF; 0: none.
char16_t surrogate_at(std::string_view bytes, std::size_t at) {
  if (at + 3 > bytes.size() || bytes[at] != '\xED') return 0;
  const auto second = static_cast<unsigned char>(bytes[at + 1]), third = static_cast<unsigned char>(bytes[at + 2]);
  if (second < 0xA0 || second > 0xBF || third < 0x80 || third > 0xBF) return 0;
  return static_cast<char16_t>(0xD000 | (second & 0x3FU) << 6 | (third & 0x3FU));
}

// How many bytes at the end of `bytes` begin a UTF-8 sequence that is not complete yet.
std::size_t cut_sequence(std::string_view bytes) {
  const std::size_t most = std::min<std::size_t>(3, bytes.size());
  for (std::size_t back = 1; back <= most; ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) return 0;
    if (byte < 0xC0) continue;
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return back < length ? back : 0;
  }
  return 0;
}

// The same, with the high half of a pair, which waits for its low one.
std::size_t cut_tail(std::string_view bytes) {
  const std::size_t cut = cut_sequence(bytes);
  const std::size_t before = bytes.size() - cut;
  if (cut != 0 && bytes[before] != '\xED') return cut;
  return before >= 3 && is_high_surrogate(surrogate_at(bytes, before - 3)) ? cut + 3 : cut;
}

}  // namespace

struct Converter::State {
  explicit State(std::string_view encoding);

  void feed_utf8(std::string_view bytes, bool last, std::string& out);
  void append_utf8(std::string_view bytes, std::size_t& at, std::string& out);
  void feed_single(std::string_view bytes, std::string& out);
  void feed_icu(std::string_view bytes, bool last, std::string& out);
  void feed_replacement(std::string_view bytes, std::string& out);
  void append_utf16(const UChar* text, std::size_t size, bool last, std::string& out);
  void append_indexed(char16_t c, std::string& out);
  static void on_error(const void* context, UConverterToUnicodeArgs* args, const char* bytes, int32_t length,
                       UConverterCallbackReason reason, UErrorCode* status);

  enum class Kind { utf8, single, icu, replacement } kind = Kind::single;
  HighHalf high{};
  IcuConverter icu;
  std::string pending;        // utf8: the start of a sequence
  char16_t pending_half = 0;  // icu: a high surrogate
  Index index = Index::none;
  bool ended = false;  // replacement: its one error was given
  std::size_t errors = 0;
};

Converter::State::State(std::string_view encoding) {
  if (encoding == "UTF-8") {
    kind = Kind::utf8;
  } else if (encoding == "replacement") {
    kind = Kind::replacement;
  } else if (const char* name = icu_name(encoding); name != nullptr && (icu = open_icu(name)) != nullptr) {
    kind = Kind::icu;
    index = index_of(encoding);
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(icu.get(), &State::on_error, this, nullptr, nullptr, &status);
  } else {
    high = single_byte(encoding).value_or(single_byte("windows-1252").value_or(HighHalf{}));
  }
}

void Converter::State::on_error(const void* context, UConverterToUnicodeArgs* args, const char* bytes, int32_t length,
                                UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // the converter is reset, closed or cloned
  auto& state = *static_cast<State*>(const_cast<void*>(context));
  *status = U_ZERO_ERROR;
  std::array<UChar, 2> written{0xFFFD, 0};
  int32_t count = 1;
  const bool single_80 = length == 1 && static_cast<unsigned char>(bytes[0]) == 0x80;
  if (single_80 && state.index == Index::gb18030) {
    written[0] = 0x20AC;  // 10.2.1, step 5
  } else if (single_80 && state.index == Index::shift_jis) {
    written[0] = 0x80;  // 12.3.1, step 6
  } else {
    ++state.errors;
    // A trail byte that is ASCII is never eaten (security considerations, section 2).
    if (length == 2 && static_cast<unsigned char>(bytes[1]) < 0x80) written[count++] = static_cast<UChar>(bytes[1]);
  }
  ucnv_cbToUWriteUChars(args, written.data(), count, 0, status);
}

void Converter::State::feed_utf8(std::string_view bytes, bool last, std::string& out) {
  std::string joined;
  if (!pending.empty()) {
    joined = pending.append(bytes);
    bytes = joined;
  }
  const std::size_t tail = last ? 0 : cut_tail(bytes);
  pending.assign(bytes.substr(bytes.size() - tail));
  bytes.remove_suffix(tail);
  if (utf8::valid(bytes)) {
    out += bytes;
    return;
  }
  for (std::size_t at = 0; at < bytes.size();) append_utf8(bytes, at, out);
}

// One character. Surrogate halves as three bytes each (CESU-8) are joined; a lone one is one error, not three.
void Converter::State::append_utf8(std::string_view bytes, std::size_t& at, std::string& out) {
  if (const char16_t half = surrogate_at(bytes, at); half != 0) {
    const char16_t next = is_high_surrogate(half) ? surrogate_at(bytes, at + 3) : char16_t{0};
    const bool pair = is_low_surrogate(next);
    at += pair ? 6 : 3;
    errors += pair ? 0 : 1;
    return utf8::append(out, pair ? joined(half, next) : utf8::kReplacement);
  }
  const std::size_t start = at;
  const char32_t c = utf8::next(bytes, at);
  if (c == utf8::kReplacement && bytes.substr(start, at - start) != "\xEF\xBF\xBD") ++errors;
  utf8::append(out, c);
}

void Converter::State::feed_single(std::string_view bytes, std::string& out) {
  out.reserve(out.size() + bytes.size() + bytes.size() / 2);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x80) {
      out += byte;
      continue;
    }
    const char16_t c = high[value - 0x80U];
    if (c == 0xFFFD) ++errors;
    utf8::append(out, c);
  }
}

void Converter::State::append_indexed(char16_t c, std::string& out) {
  const Indexed found = indexed(index, c);
  if (found.character == utf8::kReplacement) ++errors;
  utf8::append(out, found.character);
  if (found.more != 0) utf8::append(out, found.more);
}

void Converter::State::append_utf16(const UChar* text, std::size_t size, bool last, std::string& out) {
  for (std::size_t i = 0; i < size; ++i) {
    const char16_t c = text[i];
    if (pending_half != 0 && is_low_surrogate(c)) {
      utf8::append(out, joined(pending_half, c));
      pending_half = 0;
      continue;
    }
    if (pending_half != 0) utf8::append(out, utf8::kReplacement);
    pending_half = is_high_surrogate(c) ? c : char16_t{0};
    if (pending_half != 0) continue;
    if (index != Index::none && may_differ(c)) {
      append_indexed(c, out);
    } else {
      utf8::append(out, c);  // a lone low surrogate becomes U+FFFD there
    }
  }
  if (last && pending_half != 0) utf8::append(out, utf8::kReplacement);
  if (last) pending_half = 0;
}

void Converter::State::feed_icu(std::string_view bytes, bool last, std::string& out) {
  out.reserve(out.size() + bytes.size() + bytes.size() / 2);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 4096> buffer;
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* target = buffer.data();
    ucnv_toUnicode(icu.get(), &target, target + buffer.size(), &source, end, nullptr, last ? 1 : 0, &status);
    const bool done = status != U_BUFFER_OVERFLOW_ERROR;
    append_utf16(buffer.data(), static_cast<std::size_t>(target - buffer.data()), done && last, out);
  }
}

// 14.1: one error for the whole stream, so that no script hides in it.
void Converter::State::feed_replacement(std::string_view bytes, std::string& out) {
  if (bytes.empty() || ended) return;
  ended = true;
  ++errors;
  utf8::append(out, utf8::kReplacement);
}

Converter::Converter(std::string_view encoding) : state_(std::make_unique<State>(encoding)) {}
Converter::~Converter() = default;
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;

void Converter::feed(std::string_view bytes, bool last, std::string& utf8) {
  switch (state_->kind) {
    case State::Kind::utf8:
      return state_->feed_utf8(bytes, last, utf8);
    case State::Kind::single:
      return state_->feed_single(bytes, utf8);
    case State::Kind::icu:
      return state_->feed_icu(bytes, last, utf8);
    case State::Kind::replacement:
      return state_->feed_replacement(bytes, utf8);
  }
}

std::size_t Converter::errors() const { return state_->errors; }

std::string to_utf8(std::string_view encoding, std::string_view bytes, std::size_t* errors) {
  Converter converter(encoding);
  std::string out;
  converter.feed(bytes, true, out);
  if (errors != nullptr) *errors = converter.errors();
  return out;
}

namespace {

std::optional<std::string> to_single(const HighHalf& high, std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c < 0x80) {
      out += static_cast<char>(c);
      continue;
    }
    const auto found = std::find_if(high.begin(), high.end(), [c](char16_t h) { return h == c && h != 0xFFFD; });
    if (found == high.end()) return std::nullopt;
    out += static_cast<char>(0x80 + (found - high.begin()));
  }
  return out;
}

std::u16string to_utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c < 0x10000) {
      out += static_cast<char16_t>(c);
    } else {
      out += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
      out += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return out;
}

// GBK's encoder knows no four-byte sequences (10.1.2).
bool has_four_bytes(std::string_view gb18030) {
  for (std::size_t i = 0; i + 1 < gb18030.size(); ++i) {
    if (static_cast<unsigned char>(gb18030[i]) < 0x80) continue;
    const char trail = gb18030[i + 1];
    if (trail >= '0' && trail <= '9') return true;
    ++i;
  }
  return false;
}

std::optional<std::string> to_icu(UConverter* converter, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const std::u16string source = to_utf16(text);
  std::string out(source.size() * 4 + 16, '\0');
  const int32_t length = ucnv_fromUChars(converter, out.data(), static_cast<int32_t>(out.size()), source.data(),
                                         static_cast<int32_t>(source.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(length));
  return out;
}

}  // namespace

std::optional<std::string> from_utf8(std::string_view encoding, std::string_view text) {
  if (encoding == "UTF-8") return std::string(text);
  if (encoding == "replacement" || text.size() > INT_MAX / 8) return std::nullopt;
  if (const char* name = icu_name(encoding)) {
    const IcuConverter converter = open_icu(name);
    if (converter == nullptr) return std::nullopt;
    std::optional<std::string> out = to_icu(converter.get(), text);
    if (out && encoding == "GBK" && has_four_bytes(*out)) return std::nullopt;
    return out;
  }
  const std::optional<HighHalf> high = single_byte(encoding);
  return to_single(high ? *high : single_byte("windows-1252").value_or(HighHalf{}), text);
}

}  // namespace winnow
