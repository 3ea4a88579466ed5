// Legacy encodings to UTF-8 and back: the one home of ICU's converters. Encodings are named as in the
// WHATWG Encoding Standard, section 4; no others exist here. Pure, safe from any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace winnow {

// The encoding's name ("gb18030", "windows-1252", "UTF-8") for a label as found in headers and pages, by
// the label table of the standard (4.2); nothing for an unknown label.
[[nodiscard]] std::optional<std::string_view> encoding_for_label(std::string_view label);

// Decodes in chunks: a character cut by a chunk's end is whole in the next one's output.
class Converter {
 public:
  // `encoding` is a WHATWG name; an unknown one reads as windows-1252.
  explicit Converter(std::string_view encoding);
  ~Converter();
  Converter(Converter&&) noexcept;
  Converter& operator=(Converter&&) noexcept;

  // Ill-formed input becomes U+FFFD. `last` ends the stream.
  void feed(std::string_view bytes, bool last, std::string& utf8);
  [[nodiscard]] std::size_t errors() const;  // U+FFFD written because of ill-formed input, so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::string to_utf8(std::string_view encoding, std::string_view bytes, std::size_t* errors = nullptr);
// Nothing when a character has no bytes in that encoding.
[[nodiscard]] std::optional<std::string> from_utf8(std::string_view encoding, std::string_view text);

}  // namespace winnow
