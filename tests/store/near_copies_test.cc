// Near copies are found and other articles are not: generated articles of 100 to 1,500 words in languages with spaces
// and without, as news are made (few words often, many seldom, some those of the story), and the stories of the
// newsstand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "base/utf8.h"
#include "clean/fingerprint.h"
#include "newsstand/stories.h"
#include "store/open.h"
#include "store/sample.h"

namespace winnow::store {
namespace {

using Random = std::mt19937_64;
using Words = std::vector<std::string>;

std::size_t below(Random& random, std::size_t bound) { return random() % bound; }

// Rank 0 is the most frequent, rank r about 1/(r + 1) as much.
std::size_t zipf(Random& random, std::size_t words) {
  const double u = static_cast<double>(random() >> 11) * 0x1p-53;
  return std::min(static_cast<std::size_t>(std::pow(static_cast<double>(words), u)) - 1, words - 1);
}

std::string character(char32_t c) {
  std::string out;
  utf8::append(out, c);
  return out;
}

// Frequent words are short.
std::string spaced_word(Random& random, std::size_t rank, const Words& syllables) {
  std::string word;
  const std::size_t count = rank < 25 ? 1 : rank < 400 ? 2 : 2 + below(random, 3);
  for (std::size_t i = 0; i < count; ++i) word += syllables[below(random, syllables.size())];
  return word + " ";
}

struct Language {
  const char* name;
  std::string (*word)(Random& random, std::size_t rank);
};

std::string english(Random& random, std::size_t rank) {
  static const Words kSyllables = {"the", "an",  "in",   "ter", "ment", "pro", "com", "er",
                                   "ly",  "sta", "tion", "al",  "re",   "ful", "co"};
  return spaced_word(random, rank, kSyllables);
}
std::string german(Random& random, std::size_t rank) {
  static const Words kSyllables = {"der", "un",  "schaft", "ge",    "ver", "lich", "keit",
                                   "auf", "ein", "bau",    "stadt", "er",  "wär",  "zu"};
  return spaced_word(random, rank, kSyllables);
}
std::string chinese(Random& random, std::size_t rank) {
  const std::size_t count = rank < 60 ? 1 : 2;
  std::string word;
  for (std::size_t i = 0; i < count; ++i)
    word += character(0x4E00 + static_cast<char32_t>(zipf(random, 2500) * 7 % 2500));
  return word;
}
std::string japanese(Random& random, std::size_t rank) {
  if (rank < 40) return character(0x3042 + static_cast<char32_t>(below(random, 80)));  // a particle
  if (rank % 5 == 0)
    return character(0x30A2 + static_cast<char32_t>(below(random, 80))) +
           character(0x30A2 + static_cast<char32_t>(below(random, 80)));
  return chinese(random, rank);
}

constexpr Language kLanguages[] = {{"en", english}, {"de", german}, {"zh", chinese}, {"ja", japanese}};
constexpr std::size_t kVocabulary = 6000;

Words vocabulary_of(const Language& language) {
  Random random(1);
  Words words;
  for (std::size_t rank = 0; rank < kVocabulary; ++rank) words.push_back(language.word(random, rank));
  return words;
}

// Two fifths of the words are the story's own.
Words story(Random& random, const Words& vocabulary, std::size_t length) {
  Words own, words;
  for (std::size_t i = 0; i < 30 + length / 8; ++i)
    own.push_back(vocabulary[50 + below(random, vocabulary.size() - 50)]);
  while (words.size() < length) {
    words.push_back(below(random, 5) < 2 ? own[zipf(random, own.size())] : vocabulary[zipf(random, vocabulary.size())]);
  }
  return words;
}

// So many of a hundred words replaced, left out or put in.
Words edited(Random& random, const Words& words, const Words& vocabulary, std::size_t percent) {
  std::vector<bool> here(words.size());
  for (std::size_t left = (words.size() * percent + 99) / 100; left > 0;) {
    const std::size_t at = below(random, words.size());
    if (!here[at]) here[at] = true, --left;
  }
  Words out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t kind = here[i] ? below(random, 4) : 4;
    if (kind >= 3) out.push_back(words[i]);
    if (kind != 2 && here[i]) out.push_back(vocabulary[below(random, vocabulary.size())]);
  }
  return out;
}

Article article_of(int number, const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  Article article = article_number(number, text);
  article.near_hash = hex64(cleaning::fingerprint(text).near);
  return article;
}

struct Counts {
  int copies = 0, found = 0, others = 0, taken_for_copies = 0;
};

// Stores the stories, then looks for a near copy of each, and for each as if it were new.
void count(ArticleStore& articles, const std::vector<Words>& stories, const Words& vocabulary, std::size_t percent,
           Counts& counts) {
  Random random(2);
  int number = 0;
  for (const Words& words : stories) {
    const Article article = article_of(number++, words);
    const std::string taken = articles.near_content(article).value();
    counts.others += number - 1;
    counts.taken_for_copies += taken.empty() ? 0 : 1;
    ASSERT_TRUE(articles.put(article, {}));
  }
  for (std::size_t i = 0; i < stories.size(); ++i) {
    for (int round = 0; round < 4; ++round) {
      const Article copy = article_of(100'000, edited(random, stories[i], vocabulary, percent));
      ++counts.copies;
      counts.found += articles.near_content(copy).value() == article_number(static_cast<int>(i)).id ? 1 : 0;
    }
  }
}

TEST(NearCopies, AreFoundWhereThreeOfAHundredWordsWereEditedAndOthersAreNot) {
  Counts all;
  for (const Language& language : kLanguages) {
    SCOPED_TRACE(language.name);
    const Words vocabulary = vocabulary_of(language);
    Random random(3);
    std::vector<Words> stories;
    for (int i = 0; i < 150; ++i)
      stories.push_back(story(random, vocabulary, 100 + below(random, i % 3 == 0 ? 1400 : 300)));
    const Stores stores = memory_store();
    Counts counts;
    count(*stores.articles, stories, vocabulary, 3, counts);
    EXPECT_GE(counts.found, counts.copies * 98 / 100);
    EXPECT_EQ(counts.taken_for_copies, 0);
    std::printf("%s: %d of %d copies found; %d of %d pairs of others taken for copies\n", language.name, counts.found,
                counts.copies, counts.taken_for_copies, counts.others);
    all.others += counts.others;
  }
  EXPECT_GT(all.others, 10'000);
}

TEST(NearCopies, AreFoundAmongTheStoriesOfTheNewsstand) {
  const Stores stores = memory_store();
  std::vector<Words> stories;
  Words vocabulary;
  for (const newsstand::Story& told : newsstand::all_stories()) {
    Words words;
    for (const std::string& paragraph : told.paragraphs) {
      std::string word;
      for (std::size_t at = 0; at < paragraph.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(paragraph, at);
        word.append(paragraph, begin, at - begin);
        if (c != ' ' && c < 0x2E80) continue;
        words.push_back(std::exchange(word, {}));
      }
      words.push_back(word + " ");
    }
    if (words.size() < 100) continue;
    vocabulary.insert(vocabulary.end(), words.begin(), words.end());
    stories.push_back(std::move(words));
  }
  ASSERT_GT(stories.size(), 10u);
  Counts counts;
  count(*stores.articles, stories, vocabulary, 3, counts);
  EXPECT_GE(counts.found, counts.copies * 98 / 100) << counts.found << " of " << counts.copies;
  EXPECT_EQ(counts.taken_for_copies, 0);
}

}  // namespace
}  // namespace winnow::store
