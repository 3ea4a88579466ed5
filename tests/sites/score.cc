#include "sites/score.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/time.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "sites/dice.h"

namespace winnow::sites {
namespace {

using Bag = std::map<std::string, long>;

// Words of letters and digits; a character of a script without spaces is a word.
void add_words(std::string_view text, Bag& bag, long sign) {
  std::string word;
  const auto end = [&] {
    if (!word.empty()) bag[word] += sign;
    word.clear();
  };
  const std::string folded = unicode::fold(unicode::nfkc(text));
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    if (unicode::is_cjk(c) && !unicode::is_hangul(c)) {
      end();
      bag[utf8::of(c)] += sign;
    } else if (unicode::is_letter(c) || unicode::is_digit(c)) {
      word += utf8::of(c);
    } else {
      end();
    }
  }
  end();
}

std::string words_only(std::string_view text) {
  std::string out;
  const std::string folded = unicode::fold(unicode::nfkc(text));
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    if (unicode::is_letter(c) || unicode::is_digit(c)) out += utf8::of(c);
  }
  return out;
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> out;
  for (const std::string& line : parts_of(text, '\n')) out.insert(unicode::collapse(line));
  return out;
}

}  // namespace

double text_f1(const std::vector<std::string>& truth, const std::string& text,
               const std::vector<std::string>& neutral) {
  Bag wanted, got;
  for (const std::string& line : truth) add_words(line, wanted, 1);
  const std::set<std::string> free(neutral.begin(), neutral.end());
  for (const std::string& line : parts_of(text, '\n')) {
    if (!free.contains(line)) add_words(line, got, 1);
  }
  long both = 0, all = 0;
  for (const auto& [word, count] : wanted) all += count;
  for (const auto& [word, count] : got) {
    all += count;
    const auto found = wanted.find(word);
    if (found != wanted.end()) both += std::min(count, found->second);
  }
  return all == 0 ? 1 : 2.0 * static_cast<double>(both) / static_cast<double>(all);
}

bool same_title(const Truth& truth, const std::string& title) { return words_only(truth.title) == words_only(title); }

bool same_time(const Truth& truth, const std::string& published) {
  if (truth.exactness == 0) return true;
  const auto wanted = parse_iso(truth.published), got = parse_iso(published);
  if (!wanted || !got) return false;
  if (truth.exactness == 1 || !got->clock) return truth.exactness == 1 && wanted->day == got->day;
  // Minutes: many pages tell no seconds.
  const auto minute = [](Instant t) { return std::chrono::floor<std::chrono::minutes>(t); };
  const auto offset = wanted->offset.value_or(std::chrono::minutes(0));
  return minute(to_instant(*wanted)) == minute(to_instant(*got, offset));
}

bool same_authors(const Truth& truth, const std::vector<std::string>& authors) {
  const std::set<std::string> wanted(truth.authors.begin(), truth.authors.end());
  return wanted == std::set<std::string>(authors.begin(), authors.end());
}

std::size_t lines_left(const Truth& truth, const std::string& text) {
  const std::set<std::string> lines = lines_of(text);
  return static_cast<std::size_t>(std::count_if(truth.lacks.begin(), truth.lacks.end(), [&](const std::string& line) {
    return lines.contains(unicode::collapse(line));
  }));
}

}  // namespace winnow::sites
