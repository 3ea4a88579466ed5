#include "sites/vocabulary.h"

#include <stdexcept>

#include "sites/vocabularies.h"

namespace winnow::sites {
namespace {

std::string_view table_of(std::string_view language) {
  static const std::map<std::string_view, std::string_view> kAll = {
      {"en", kEnglishWords},    {"de", kGermanWords},  {"fr", kFrenchWords}, {"es", kSpanishWords},
      {"pt", kPortugueseWords}, {"ru", kRussianWords}, {"ar", kArabicWords}, {"zh-Hans", kChineseWords},
      {"ja", kJapaneseWords},   {"ko", kKoreanWords}};
  const auto found = kAll.find(language);
  return found == kAll.end() ? kEnglishWords : found->second;
}

}  // namespace

Vocabulary::Vocabulary(std::string_view language) {
  for (const std::string& line : parts_of(table_of(language), '\n')) {
    const std::size_t colon = line.find(": ");
    if (colon == line.npos) throw std::out_of_range("no key in the vocabulary's line: " + line);
    words_[line.substr(0, colon)] = parts_of(std::string_view(line).substr(colon + 2));
  }
}

const std::vector<std::string>& Vocabulary::all(std::string_view key) const {
  const auto found = words_.find(key);
  if (found == words_.end()) throw std::out_of_range("the vocabulary has no " + std::string(key));
  return found->second;
}

}  // namespace winnow::sites
