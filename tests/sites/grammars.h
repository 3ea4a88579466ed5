// The grammars of prose.h, a file for each family of languages. Private to this folder.
#pragma once

#include "sites/prose.h"

namespace winnow::sites {

extern const Grammar kEnglishGrammar, kGermanGrammar, kFrenchGrammar, kSpanishGrammar, kPortugueseGrammar,
    kRussianGrammar, kArabicGrammar, kChineseGrammar, kJapaneseGrammar, kKoreanGrammar;

}  // namespace winnow::sites
