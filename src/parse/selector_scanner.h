// The tokens of CSS Syntax 3 that a selector is made of: names with escapes, strings, white space. Positions are
// bytes; errors are counted in characters by the parser. Private to parse/.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::parse::css {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  void skip(std::size_t count = 1) { at_ = std::min(text_.size(), at_ + count); }
  void skip_to_end() { at_ = text_.size(); }

  bool accept(char c);
  bool skip_space();  // whether there was any
  // Whether an identifier starts here (CSS Syntax 3, 4.3.9).
  [[nodiscard]] bool at_identifier() const;
  // A run of name characters and escapes (4.3.11); empty when there is none.
  [[nodiscard]] std::string name();
  // A quoted string at its opening quote (4.3.5); nothing when it does not end.
  [[nodiscard]] std::optional<std::string> quoted();
  // All up to ')' or the word "of", as it stands.
  [[nodiscard]] std::string_view until_of();
  bool accept_of();

 private:
  [[nodiscard]] bool at_escape(std::size_t ahead = 0) const;
  [[nodiscard]] bool at_of() const;
  void escape(std::string& out);

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace winnow::parse::css
