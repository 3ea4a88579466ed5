// How many of generated share bars, notices and other lines of a page about itself go, in eleven languages, and that no
// sentence of an article goes which merely mentions such things. Fixed seed; the figures are printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/han.h"
#include "clean/articles.h"
#include "clean/grammar.h"
#include "clean/lines.h"
#include "clean/notice_grammars.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kNotices = 12, kProse = 40;  // drawn from each grammar; repetitions are left out
constexpr std::size_t kShort = 60;                 // bytes of a line that may stand before an article too

extract::DraftBlock paragraph(std::string text) {
  extract::DraftBlock draft;
  draft.block.text = std::move(text);
  return draft;
}

std::vector<const TestArticle*> articles_in(std::string_view language) {
  std::vector<const TestArticle*> out;
  for (const TestArticle& article : test_articles()) {
    if (article.language == language) out.push_back(&article);
  }
  return out;
}

// The article with the line behind paragraph `at`; whether the line is still there when it is judged.
bool is_kept(const TestArticle& article, const std::string& line, std::size_t at) {
  std::vector<extract::DraftBlock> blocks;
  for (const std::string& text : article.paragraphs) blocks.push_back(paragraph(text));
  blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(std::min(at, blocks.size())), paragraph(line));
  Context context;
  context.title = article.title;
  const Judged judged = judge(std::move(blocks), context, {});
  bool kept = false;
  for (const auto& block : judged.kept) kept = kept || block.block.text == line;
  EXPECT_EQ(judged.kept.size(), article.paragraphs.size() + (kept ? 1 : 0)) << "with: " << line;
  return kept;
}

// Calls `look` with each different line of the grammars, and with Chinese in both scripts.
template <class Look>
void for_each_line(std::span<const std::string_view> grammars, std::string_view language, std::size_t each, Draw& draw,
                   Look look) {
  std::set<std::string> seen;
  for (const std::string_view grammar : grammars) {
    for (std::size_t i = 0; i < each; ++i) {
      const std::string line = draw.line(grammar);
      if (!seen.insert(line).second) continue;
      look(line, language);
      if (language == "zh-Hans") look(han::traditionalize(line), std::string_view("zh-Hant"));
    }
  }
}

TEST(GeneratedNotices, Go) {
  Draw draw(20250611);
  std::size_t all = 0, gone = 0;
  std::map<std::string, std::vector<std::string>> missed;
  for (const NoticeLanguage& language : notice_languages()) {
    for_each_line(language.notices, language.language, kNotices, draw, [&](const std::string& line, auto of) {
      const std::vector<const TestArticle*> articles = articles_in(of);
      ASSERT_FALSE(articles.empty()) << of;
      const TestArticle& article = *draw.of(articles);
      const bool kept =
          is_kept(article, line, line.size() < kShort && draw.below(5) == 0 ? 0 : article.paragraphs.size());
      ++all;
      if (!kept) ++gone;
      if (kept) missed[std::string(of)].push_back(line);
    });
  }
  const double share = static_cast<double>(gone) / static_cast<double>(all);
  std::printf("notices and share bars gone: %zu of %zu, %.2f %%\n", gone, all, 100 * share);
  for (const auto& [language, lines] : missed) {
    for (const std::string& line : lines) std::printf("  kept (%s): %s\n", language.c_str(), line.c_str());
  }
  EXPECT_GE(all, 1000u);
  EXPECT_GE(share, 0.99);
}

TEST(GeneratedNotices, SentencesThatMentionSuchThingsStay) {
  Draw draw(20250612);
  std::size_t all = 0, lost = 0;
  for (const NoticeLanguage& language : notice_languages()) {
    for_each_line(language.prose, language.language, kProse, draw, [&](const std::string& line, auto of) {
      const TestArticle& article = *draw.of(articles_in(of));
      ++all;
      const bool kept = is_kept(article, line, draw.below(article.paragraphs.size() + 1));
      if (!kept) ++lost;
      EXPECT_TRUE(kept) << line;
    });
  }
  std::printf("sentences lost: %zu of %zu\n", lost, all);
  EXPECT_GE(all, 1000u);
  EXPECT_EQ(lost, 0u);
}

}  // namespace
}  // namespace winnow::cleaning
