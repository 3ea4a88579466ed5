// How much of generated keyword spam goes, and that nothing else goes with it. Fixed seed; the figures are printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "clean/articles.h"
#include "clean/lines.h"
#include "clean/spam_grammars.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kEach = 60;  // lines of each language and family
constexpr std::span<const std::string_view> kNoWords{};

extract::DraftBlock paragraph(std::string text) {
  extract::DraftBlock draft;
  draft.block.text = std::move(text);
  return draft;
}

std::vector<extract::DraftBlock> blocks_of(const TestArticle& article) {
  std::vector<extract::DraftBlock> out;
  for (const std::string& text : article.paragraphs) out.push_back(paragraph(text));
  return out;
}

bool is_spam_kind(RemovedKind kind) { return kind == RemovedKind::spam || kind == RemovedKind::spam_header; }

// Whether the line at the article's head or foot is taken for spam; the article itself must stay whole.
bool is_taken(const std::string& line, const TestArticle& article, bool before,
              std::span<const std::string_view> words) {
  std::vector<extract::DraftBlock> blocks = blocks_of(article);
  blocks.insert(before ? blocks.begin() : blocks.end(), paragraph(line));
  Context context;
  context.title = article.title;
  context.spam_words = words;
  const Judged judged = judge(std::move(blocks), context, {});
  bool taken = false;
  for (const auto& removed : judged.removed) {
    if (!is_spam_kind(removed.removed.kind)) continue;
    EXPECT_EQ(removed.removed.text, line) << article.title;
    taken = true;
  }
  return taken;
}

struct Score {
  std::size_t all = 0, good = 0;
  std::vector<std::string> missed;

  void count(bool right, const std::string& what) {
    ++all;
    if (right) ++good;
    if (!right && missed.size() < 12) missed.push_back(what);
  }
  double share() const { return static_cast<double>(good) / static_cast<double>(std::max<std::size_t>(all, 1)); }
  void print(const char* name) const {
    std::printf("%s: %zu of %zu, %.2f %%\n", name, good, all, 100 * share());
    for (const std::string& line : missed) std::printf("  missed: %s\n", line.c_str());
  }
};

Score lines_taken(std::span<const std::string_view> words) {
  Draw draw(20250211);
  Score score;
  for (const SpamLanguage& language : spam_languages()) {
    for (const Family family : kFamilies) {
      for (std::size_t i = 0; i < kEach; ++i) {
        const std::string line = spam_line(draw, language, family);
        score.count(is_taken(line, draw.of(test_articles()), i % 2 == 0, words), line);
      }
    }
  }
  return score;
}

// Keywords are put before or behind a title by their own joint, or by a bar where spaces join them.
std::string put_on(const std::string& title, const std::string& spam, const SpamLanguage& language, Family family,
                   bool before) {
  const bool wide = spam.find("，") != std::string::npos;
  std::string joint = family == Family::commas        ? (wide             ? "，"
                                                         : language.dense ? ","
                                                                          : ", ")
                      : family == Family::underscores ? "_"
                      : family == Family::mixed       ? "|"
                      : language.dense                ? " "
                                                      : " - ";
  return before ? spam + joint + title : title + joint + spam;
}

Score titles_freed(std::span<const std::string_view> words) {
  Draw draw(42);
  Score score;
  for (const SpamLanguage& language : spam_languages()) {
    for (const Family family : kFamilies) {
      for (std::size_t i = 0; i < kEach; ++i) {
        const TestArticle& article = draw.of(test_articles());
        const std::string title =
            put_on(article.title, spam_line(draw, language, family), language, family, i % 2 == 0);
        const std::string cleaned = clean_title(title, "", blocks_of(article), words);
        score.count(cleaned == article.title, title + " -> " + cleaned);
      }
    }
  }
  return score;
}

TEST(GeneratedSpam, HasNoWordOfTheList) {
  Draw draw(7);
  for (const SpamLanguage& language : spam_languages()) {
    for (std::size_t i = 0; i < 400; ++i) {
      const std::string line = spam_line(draw, language, kFamilies[i % 4]);
      EXPECT_EQ(spam_words(fold_for_cues(line)), 0) << line;
    }
  }
}

TEST(GeneratedSpam, LinesGo) {
  const Score score = lines_taken(known_spam_words());
  score.print("spam lines taken out");
  EXPECT_GE(score.share(), 0.99);
}

TEST(GeneratedSpam, LinesGoWithoutTheList) {
  const Score score = lines_taken(kNoWords);
  score.print("spam lines taken out, no list");
  EXPECT_GE(score.share(), 0.95);
}

TEST(GeneratedSpam, TitlesAreFreed) {
  const Score score = titles_freed(known_spam_words());
  score.print("titles freed of spam");
  EXPECT_GE(score.share(), 0.99);
}

TEST(GeneratedSpam, TitlesAreFreedWithoutTheList) {
  const Score score = titles_freed(kNoWords);
  score.print("titles freed of spam, no list");
  EXPECT_GE(score.share(), 0.95);
}

TEST(GeneratedSpam, NothingElseIsTaken) {
  Draw draw(99);
  std::size_t looked = 0, touched = 0;
  const auto look = [&](const std::string& line, const TestArticle& article) {
    ++looked;
    const bool taken = is_taken(line, article, looked % 2 == 0, known_spam_words());
    const std::string title = clean_title(line, "", blocks_of(article));
    if (taken || title != line) ++touched;
    EXPECT_FALSE(taken) << line << "\n  in: " << article.title;
    EXPECT_EQ(title, line) << article.title;
  };
  std::set<std::string> lines;
  for (std::size_t round = 0; round < 120; ++round) {
    for (const std::string_view grammar : innocent_grammars()) {
      const std::string line = draw.line(grammar);
      if (lines.insert(line).second) look(line, draw.of(test_articles()));
    }
  }
  for (const TestArticle& article : test_articles()) {
    for (const char* site : {"", " - Example Times", " | Sport | Football | Example Times", "_新闻频道_财经网"}) {
      look(article.title + site, article);
    }
  }
  std::printf("clean lines and titles touched: %zu of %zu\n", touched, looked);
  EXPECT_GE(looked, 2000u);
  EXPECT_EQ(touched, 0u);
}

}  // namespace
}  // namespace winnow::cleaning
