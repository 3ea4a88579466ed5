#include "clean/function_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace winnow::cleaning {
namespace {

constexpr std::size_t kLongestWord = 24;  // bytes

// One language a line.
constexpr std::string_view kWords =
    "a an the of and or to in on at for with by from as is are was were be been has have had will would can could that "
    "this these those it its he she they we you i his her their our not but after before into over about than who "
    "which what when where how why if so "
    "der die das den dem des ein eine einen einem einer und oder aber mit von zu zum zur im auf für ist sind war hat "
    "haben wird werden nicht auch als bei nach aus um am dass sie er es wir wie über vor noch sich "
    "le la les du de un une et ou est sont était dans pour pas sur au aux par avec ce cette qui que plus ne se son sa "
    "ses il elle nous vous leur "
    "el los las del y una en con por para su sus lo al como más pero fue está son ha se "
    "o os as do da dos das em na nos nas um uma com não foi são mais pelo pela ao "
    "lo gli di che non per della dei delle nel alla dal sono è anche ha i e "
    "i w z na się nie jest to że od po przez dla jak oraz był są do "
    "и в во на с со не что по из за от до для как это его ее их но к ко у о об был была были он она они мы вы при а "
    "het een van aan voor met op te niet och det att som på är av ett og er "
    "do does did diese diesen dieser dieses diesem à cet ces este esta esto esse essa isto questo questa nei nelle ten "
    "tę ta tego tej этот эта эту этой это своё свои 이 그 저 및 등";

constexpr std::string_view kClauseWords =
    "is are was were has have had will would should must might said says told how why who whom whose which than "
    "ist sind war waren hat hatte hatten wird wurde wurden sagte dass est sont était étaient ont été qui dont "
    "es son era fue fueron ha han dijo é são foi era foram disse è sono era erano ha hanno che detto "
    "jest są był była było były że który która które был была было были что который которая которые сказал сказала";

constexpr std::size_t count_words(std::string_view words) {
  return 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

template <std::size_t kCount>
constexpr std::array<std::string_view, kCount> sorted(std::string_view text) {
  std::array<std::string_view, kCount> words{};
  std::size_t at = 0;
  for (std::string_view& word : words) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    word = text.substr(at, end - at);
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  return words;
}

constexpr auto kSorted = sorted<count_words(kWords)>(kWords);
constexpr auto kSortedClauseWords = sorted<count_words(kClauseWords)>(kClauseWords);

constexpr std::u32string_view kCharacters = U"的了是我你他她它这那就也都与说而被以之其于但着吗呢吧们";

constexpr std::string_view kKoreanEndings[] = {"은", "는", "을", "를",   "이",   "가", "의", "에",
                                               "로", "와", "과", "에서", "니다", "다", "며", "고"};

}  // namespace

bool is_function_word(std::string_view word) {
  return word.size() <= kLongestWord && std::binary_search(kSorted.begin(), kSorted.end(), word);
}

bool is_clause_word(std::string_view word) {
  return word.size() <= kLongestWord && std::binary_search(kSortedClauseWords.begin(), kSortedClauseWords.end(), word);
}

bool is_function_character(char32_t c) { return kCharacters.find(c) != std::u32string_view::npos; }

bool has_korean_ending(std::string_view word) {
  constexpr std::size_t kSyllable = 3;  // bytes
  return word.size() > kSyllable && std::any_of(std::begin(kKoreanEndings), std::end(kKoreanEndings),
                                                [word](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace winnow::cleaning
