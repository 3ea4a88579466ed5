#include "sites/prose.h"

#include "base/utf8.h"
#include "sites/grammars.h"

namespace winnow::sites {

const Grammar& grammar_of(std::string_view language) {
  static const std::vector<const Grammar*> kAll = {
      &kEnglishGrammar, &kGermanGrammar, &kFrenchGrammar,  &kSpanishGrammar,  &kPortugueseGrammar,
      &kRussianGrammar, &kArabicGrammar, &kChineseGrammar, &kJapaneseGrammar, &kKoreanGrammar};
  for (const Grammar* grammar : kAll) {
    if (grammar->language == language) return *grammar;
  }
  return kEnglishGrammar;
}

bool is_dense(std::string_view language) { return language == "zh-Hans" || language == "ja"; }

Prose::Prose(std::string_view language) : dense_(is_dense(language)) {
  const Grammar& grammar = grammar_of(language);
  name_ = grammar.name;
  given_names_ = parts_of(grammar.given_names);
  family_names_ = parts_of(grammar.family_names);
  places_ = parts_of(grammar.places);
  organisations_ = parts_of(grammar.organisations);
  subjects_ = parts_of(grammar.subjects);
  predicates_ = parts_of(grammar.predicates);
  tails_ = parts_of(grammar.tails);
  sentences_ = parts_of(grammar.sentences);
  titles_ = parts_of(grammar.titles);
  headings_ = parts_of(grammar.headings);
}

std::string Prose::filled(std::string_view pattern, Dice& dice) const {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%' || i + 1 == pattern.size()) {
      out += pattern[i];
      continue;
    }
    switch (pattern[++i]) {
      case 'S':
        out += filled(dice.pick(subjects_), dice);
        break;
      case 'V':
        out += filled(dice.pick(predicates_), dice);
        break;
      case 'W':
        out += filled(dice.pick(tails_), dice);
        break;
      case 'P':
        out += person(dice);
        break;
      case 'L':
        out += place(dice);
        break;
      case 'O':
        out += organisation(dice);
        break;
      case 'N':
        out += std::to_string(dice.between(2, 97));
        break;
      default:
        out += pattern[i];
    }
  }
  return out;
}

std::string Prose::sentence(Dice& dice) const { return capitalised(filled(dice.pick(sentences_), dice)); }

std::string Prose::paragraph(Dice& dice, std::size_t sentences) const {
  std::string out;
  for (std::size_t i = 0; i < sentences; ++i) out += (i == 0 || dense_ ? "" : " ") + sentence(dice);
  return out;
}

std::string Prose::title(Dice& dice) const { return capitalised(filled(dice.pick(titles_), dice)); }
std::string Prose::heading(Dice& dice) const { return capitalised(filled(dice.pick(headings_), dice)); }
std::string Prose::organisation(Dice& dice) const { return dice.pick(organisations_); }
std::string Prose::place(Dice& dice) const { return dice.pick(places_); }

std::string Prose::person(Dice& dice) const {
  return replaced(replaced(name_, "%g", dice.pick(given_names_)), "%f", dice.pick(family_names_));
}

std::string capitalised(std::string text) {
  std::size_t at = 0;
  const char32_t first = text.empty() ? U' ' : utf8::next(text, at);
  const bool low = (first >= U'a' && first <= U'z') || (first >= 0xE0 && first <= 0xFE && first != 0xF7) ||
                   (first >= 0x430 && first <= 0x44F);
  return low ? utf8::of(first - 0x20) + text.substr(at) : text;
}

}  // namespace winnow::sites
