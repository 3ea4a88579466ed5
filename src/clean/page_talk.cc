#include "clean/page_talk.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/function_words.h"
#include "clean/page_words.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kLongest = 260, kLongestNotice = 420;  // characters
constexpr std::size_t kMostTokens = 72;
constexpr std::size_t kMostOpening = 7;    // tokens before the verb
constexpr std::size_t kMostLabel = 6;      // tokens before a colon
constexpr std::size_t kLongestValue = 80;  // characters behind it
constexpr double kInside = 0.65, kEdge = 0.5, kVerbLast = 0.75, kRights = 0.45, kCompany = 0.3;

constexpr std::uint32_t kOpening = kFillerWord | kReaderWord;

constexpr std::uint32_t kLabelWords =
    kRoleWord | kTagsLabel | kReadVerb | kAlsoWord | kPageWord | kFillerWord | kReaderWord;

struct Token {
  std::uint32_t is = 0;
  double weight = 0;    // 0: a small word of any sentence
  bool clause = false;  // a finite verb, or what opens a clause
};

bool is_quote(std::string_view text) {
  return text.starts_with("\"") || text.starts_with("“") || text.starts_with("«") || text.starts_with("„") ||
         text.starts_with("「");
}

bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  // False at the end of the text.
  bool next(Token& token) {
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      const char32_t c = utf8::next(text_, at_);
      if (c == U'©' || c == U'ⓒ') return set(token, kRightsWord, 1);
      if (!unicode::is_letter(c)) {
        if (c == U':' || c == U'|') colon_ = colon_ == 0 ? start : colon_;
        continue;
      }
      return unicode::is_han(c) || unicode::is_kana(c) ? dense(start, c, token) : word(start, token);
    }
    return false;
  }

  std::size_t colon() const { return colon_; }  // where the first one stands; 0 while none was passed

 private:
  static bool set(Token& token, std::uint32_t is, double weight) {
    token = {is, weight, false};
    return true;
  }

  bool dense(std::size_t start, char32_t c, Token& token) {
    if (const DenseWord word = dense_page_word(text_.substr(start)); word.size > 0) {
      at_ = start + word.size;
      return set(token, word.is, 1);
    }
    // Two characters make a word.
    set(token, 0, is_hiragana(c) || is_function_character(c) ? 0 : 0.5);
    token.clause = c == U'说' || c == U'称';
    return true;
  }

  bool word(std::size_t start, Token& token) {
    std::size_t joint_at = start, part = start;  // the first apostrophe or hyphen, and behind the last
    while (at_ < text_.size()) {
      const std::size_t here = at_;
      const char32_t c = utf8::next(text_, at_);
      const bool joint = c == U'\'' || c == U'’' || c == U'-';
      if (joint && joint_at == start) joint_at = here;
      if (joint) part = at_;
      if (joint || (unicode::is_letter(c) && !unicode::is_han(c) && !unicode::is_kana(c))) continue;
      at_ = here;
      break;
    }
    const std::string_view whole = text_.substr(start, at_ - start);
    std::uint32_t is = page_word(whole);
    if (is == 0 && part > start) {
      // "suivez-nous", "l'article"
      is = page_word(text_.substr(start, joint_at - start)) | page_word(text_.substr(part, at_ - part));
    }
    set(token, is, is == 0 && is_function_word(whole) ? 0 : 1);
    token.clause = is_clause_word(whole);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0, colon_ = 0;
};

// What the words of a line do, all together.
struct Talk {
  std::array<Token, kMostTokens> tokens;
  std::size_t count = 0;
  std::size_t colon = 0;  // tokens before the first colon; 0: there is none, or it stands too far behind
  std::size_t colon_at = 0;
  double all = 0, known = 0;
  bool clauses = false;

  double coverage() const { return all > 0 ? known / all : 0; }
  // Tokens that are one of these.
  std::size_t has(std::uint32_t kinds) const {
    return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(count),
                                                  [kinds](const Token& token) { return (token.is & kinds) != 0; }));
  }

  // What the last word does that is not one of any sentence.
  std::uint32_t last() const {
    std::size_t at = count;
    while (at > 0 && tokens[at - 1].weight <= 0 && tokens[at - 1].is == 0) --at;
    return at > 0 ? tokens[at - 1].is : 0;
  }

  void add(const Token& token) {
    tokens[count++] = token;
    all += token.weight;
    clauses = clauses || token.clause;
    if (token.is != 0) known += token.weight;
  }

  // The first token with one of the kinds, where all before it may open a call; `count` when there is none.
  std::size_t opener(std::uint32_t kinds) const {
    for (std::size_t i = 0; i < count && i <= kMostOpening; ++i) {
      if ((tokens[i].is & kinds) != 0) return i;
      if ((tokens[i].is & kOpening) == 0 && tokens[i].weight > 0) break;
    }
    return count;
  }
};

Talk read(std::string_view text) {
  Talk talk;
  Tokens tokens(text);
  for (Token token; talk.count < kMostTokens && tokens.next(token);) {
    if (tokens.colon() != 0 && talk.colon_at == 0) {
      talk.colon = talk.count;
      talk.colon_at = tokens.colon();
    }
    talk.add(token);
  }
  return talk;
}

struct Call {
  std::uint32_t verb, object;
  RemovedKind kind;
  double less;  // how much less of the line must be such words
  std::string_view why;
};

constexpr Call kCalls[] = {
    {kSubscribeVerb, kLetterWord, RemovedKind::notice, 0, "asks to subscribe"},
    {kShareVerb, kChannelWord | kPageWord, RemovedKind::share, 0, "asks to share"},
    {kFollowVerb, kChannelWord, RemovedKind::share, 0.1, "asks to follow"},
    {kReportVerb, kFaultWord | kReportVerb, RemovedKind::notice, 0, "asks to report a fault"},
    {kCommentWord, kReaderWord | kPageWord | kCommentWord | kReadVerb | kFillerWord, RemovedKind::comments, 0,
     "asks to comment"},
    {kReadVerb, kAlsoWord, RemovedKind::related, -0.2, "points to another article"},
    {kWindowVerb, kWindowVerb | kPageWord, RemovedKind::notice, -0.1, "closes, prints or goes back"},
};

std::optional<Verdict> call(const Talk& talk, const Line& line) {
  const double least = line.place == Place::inside ? kInside : kEdge;
  const double coverage = talk.coverage();
  if (line.folded.ends_with(':')) return std::nullopt;  // what follows is the article's again
  if (talk.all < 2 || coverage < kEdge - 0.1) return std::nullopt;
  for (const Call& c : kCalls) {
    // "What is your opinion?" has one by right.
    if (talk.clauses && (c.verb != kCommentWord || talk.has(kReaderWord) == 0)) continue;
    if (talk.has(c.verb) == 0 || talk.has(c.object) == 0 || talk.has(c.verb | c.object) < 2) continue;
    const bool opens = talk.opener(c.verb) < talk.count;
    const bool closes = coverage >= kVerbLast && (talk.last() & (c.verb | c.object | kFillerWord)) != 0;
    if ((opens && coverage >= least - c.less) || closes) return Verdict{c.kind, std::string(c.why)};
  }
  return std::nullopt;
}

std::optional<Verdict> label(const Talk& talk, const Line& line) {
  if (talk.colon == 0 || talk.colon > kMostLabel) return std::nullopt;
  std::uint32_t seen = 0;
  for (std::size_t i = 0; i < talk.colon; ++i) {
    const Token& token = talk.tokens[i];
    if ((token.is & kLabelWords) == 0 && token.weight > 0) return std::nullopt;
    seen |= token.is;
  }
  const std::size_t value = utf8::length(line.folded.substr(talk.colon_at + 1));
  if (value == 0) return std::nullopt;
  if ((seen & kAlsoWord) != 0 && (seen & (kReadVerb | kPageWord)) != 0)
    return Verdict{RemovedKind::related, "a read-also line"};
  if (line.place == Place::inside) return std::nullopt;
  if ((seen & kTagsLabel) != 0 && value <= 2 * kLongestValue) return Verdict{RemovedKind::navigation, "a line of tags"};
  if ((seen & kRoleWord) != 0 && value <= kLongestValue && !line.folded.ends_with('.'))
    return Verdict{RemovedKind::byline, "a credit"};
  return std::nullopt;
}

std::optional<Verdict> notice(const Talk& talk) {
  if (talk.has(kRightsWord) >= 3 && talk.coverage() >= kRights)
    return Verdict{RemovedKind::notice, "speaks of rights and permissions"};
  const auto heads = [](const Token& token) { return (token.is & kAboutWord) != 0; };
  const auto colon = talk.tokens.begin() + static_cast<std::ptrdiff_t>(std::min(talk.colon, kMostLabel));
  if (std::any_of(talk.tokens.begin(), colon, heads) && talk.has(kCompanyWord) >= 3 && talk.coverage() >= kCompany)
    return Verdict{RemovedKind::notice, "about the company"};
  return std::nullopt;
}

}  // namespace

std::optional<Verdict> page_talk(const Line& line) {
  const bool edge = line.place != Place::inside;
  if (line.characters > (edge ? kLongestNotice : kLongest) || is_quote(line.folded)) return std::nullopt;
  const Talk talk = read(line.folded);
  if (line.characters <= kLongest) {
    if (auto verdict = call(talk, line)) return verdict;
    if (auto verdict = label(talk, line)) return verdict;
  }
  return edge ? notice(talk) : std::nullopt;
}

}  // namespace winnow::cleaning
