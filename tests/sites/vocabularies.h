// The tables of vocabulary.h: "key: way|another way", a line each. Private to this folder.
#pragma once

#include <string_view>

namespace winnow::sites {

extern const std::string_view kEnglishWords, kGermanWords, kFrenchWords, kSpanishWords, kPortugueseWords, kRussianWords,
    kArabicWords, kChineseWords, kJapaneseWords, kKoreanWords;

}  // namespace winnow::sites
