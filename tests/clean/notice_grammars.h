// Grammars of the lines in which pages speak of themselves, in the languages that winnow must know, and of sentences of
// articles that merely mention the same things. Chinese is written in Simplified; tests put it into Traditional too.
#pragma once

#include <span>
#include <string_view>

namespace winnow::cleaning {

struct NoticeLanguage {
  std::string_view language;  // of test_articles()
  std::span<const std::string_view> notices;
  std::span<const std::string_view> prose;
};

[[nodiscard]] std::span<const NoticeLanguage> notice_languages();

}  // namespace winnow::cleaning
