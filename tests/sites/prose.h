// Prose from small grammars: sentences that look like news in ten languages, with names and titles in each language's
// style. All words are of our own; nothing that it says happened.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sites/dice.h"

namespace winnow::sites {

// Lists parted by "|". In patterns %S is who (a subject), %V what they do, %W where, when or why, %P a person,
// %L a place, %O an organisation, %N a number.
struct Grammar {
  std::string_view language;  // "en", "de", "fr", "es", "pt", "ru", "ar", "zh-Hans", "ja", "ko"
  std::string_view given_names, family_names;
  std::string_view name;  // "%g %f"
  std::string_view places, organisations;
  std::string_view subjects, predicates, tails;
  std::string_view sentences;  // with their marks
  std::string_view titles;
  std::string_view headings;
};

[[nodiscard]] const Grammar& grammar_of(std::string_view language);  // English where there is none
[[nodiscard]] bool is_dense(std::string_view language);              // written without spaces

class Prose {
 public:
  explicit Prose(std::string_view language);

  [[nodiscard]] std::string sentence(Dice& dice) const;
  [[nodiscard]] std::string paragraph(Dice& dice, std::size_t sentences) const;
  [[nodiscard]] std::string title(Dice& dice) const;
  [[nodiscard]] std::string heading(Dice& dice) const;
  [[nodiscard]] std::string person(Dice& dice) const;
  [[nodiscard]] std::string organisation(Dice& dice) const;
  [[nodiscard]] std::string place(Dice& dice) const;

 private:
  [[nodiscard]] std::string filled(std::string_view pattern, Dice& dice) const;
  bool dense_;
  std::string name_;
  std::vector<std::string> given_names_, family_names_, places_, organisations_, subjects_, predicates_, tails_,
      sentences_, titles_, headings_;
};

// The first character in upper case, where its script has one: Latin and Cyrillic.
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace winnow::sites
