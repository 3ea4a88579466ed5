#include "extract/byline_hangul.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/names.h"

namespace winnow::extract {
namespace {

using Words = std::vector<std::string>;

// Behind a name, or in front of it, apart or glued to it.
constexpr auto kRoles =
    std::to_array<std::string_view>({"인턴기자", "수습기자", "선임기자", "전문기자", "객원기자", "대기자", "기자",
                                     "특파원", "논설위원", "논설실장", "편집위원", "해설위원", "통신원", "칼럼니스트"});
// In front of names.
constexpr auto kLabels = std::to_array<std::string_view>({"글", "글쓴이", "취재", "작성자", "필자", "지은이"});
constexpr auto kEditorLabels = std::to_array<std::string_view>({"편집", "에디터", "편집자"});
// What stands beside dates and names in such lines and tells nothing more.
constexpr auto kNoise = std::to_array<std::string_view>(
    {"입력",     "기사입력", "수정",     "최종수정", "기사수정", "등록",   "기사등록", "승인",
     "기사승인", "송고",     "업데이트", "최종",     "게재",     "발행",   "작성",     "작성일",
     "등록일",   "수정일",   "입력시간", "수정시간", "댓글",     "공유",   "스크랩",   "인쇄",
     "프린트",   "글자크기", "폰트",     "구독",     "조회",     "조회수", "기사",     "보내기",
     "듣기",     "사진",     "영상",     "날짜",     "일시",     "시간",   "페이스북", "카카오톡"});

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Cut at spaces and marks; an address of mail stays whole, and what stands before an equals sign, a place, is a word
// with it: [서울=홍길동 특파원].
Words words_of(std::string_view text) {
  Words words(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c == U'=' && !words.back().empty()) words.back() += '=';
    const bool inner = unicode::is_letter(c) || unicode::is_digit(c) || c == U'@' || c == U'.' || c == U'_';
    if (inner)
      utf8::append(words.back(), c);
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Two to four syllables: the family's name and the given one.
bool is_name(std::string_view word) {
  const std::u32string text = utf8::decode(word);
  return text.size() >= 2 && text.size() <= 4 && std::all_of(text.begin(), text.end(), unicode::is_hangul) &&
         !among(kRoles, word) && !among(kNoise, word) && !among(kLabels, word);
}

// 홍길동기자: the name without the role.
std::string_view unglued(std::string_view word) {
  for (const std::string_view role : kRoles) {
    if (word.size() > role.size() && word.ends_with(role)) return word.substr(0, word.size() - role.size());
  }
  return {};
}

class HangulByline {
 public:
  HangulByline(std::string_view text, Byline& out) : words_(words_of(text)), out_(out), used_(words_.size()) {}

  void read(bool dated) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (among(kRoles, words_[i])) take_role(i);
      if (among(kLabels, words_[i])) take_behind(i, out_.authors);
      if (among(kEditorLabels, words_[i])) take_behind(i, out_.editors);
      if (const std::string_view name = unglued(words_[i]); is_name(name)) {
        add_once(out_.authors, std::string(name));
        used_[i] = true;
      }
    }
    out_.all = (dated || !out_.authors.empty() || !out_.editors.empty()) && nothing_left();
  }

 private:
  // All names directly in front of the role, else the one behind it: 홍길동·김철수 기자, 기자 홍길동.
  void take_role(std::size_t role) {
    used_[role] = true;
    std::size_t first = role;
    while (first > 0 && !used_[first - 1] && is_name(words_[first - 1])) --first;
    if (first == role && role + 1 < words_.size() && is_name(words_[role + 1])) {
      used_[role + 1] = true;
      return add_once(out_.authors, words_[role + 1]);
    }
    for (std::size_t i = first; i < role; ++i) {
      used_[i] = true;
      add_once(out_.authors, words_[i]);
    }
  }

  // 글·사진 홍길동, with no more in the line: in prose 글 is any text.
  void take_behind(std::size_t label, std::vector<std::string>& into) {
    std::size_t at = label + 1;
    while (at < words_.size() && among(kNoise, words_[at])) ++at;
    if (label > 0 || at + 1 != words_.size() || !is_name(words_[at])) return;
    used_[label] = used_[at] = true;
    add_once(into, words_[at]);
  }

  [[nodiscard]] bool nothing_left() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool digits = words_[i].find_first_not_of("0123456789.") == std::string::npos;
      if (!used_[i] && !digits && !among(kNoise, words_[i]) && words_[i].find('@') == std::string::npos) return false;
    }
    return true;
  }

  Words words_;
  Byline& out_;
  std::vector<bool> used_;
};

}  // namespace

void read_hangul_byline(std::string_view text, bool dated, Byline& out) { HangulByline(text, out).read(dated); }

}  // namespace winnow::extract
