// What a site repeats, over generated sites: read page after page as a crawl does.
#include "winnow/site_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "newsstand/repeating_server.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

using newsstand::RandomText;
using newsstand::RepeatingPage;

constexpr std::size_t kPagesBefore = 5;  // from page 6 on a site's lines are known
constexpr const char* kLanguages[] = {"en", "de", "ru", "ar", "zh", "ja"};

Reading read(const RepeatingPage& page, const std::string& memory, const Options& options = {}) {
  const std::string url = "https://news.example" + page.path;
  return Reader(options).read({.bytes = page.html, .url = url, .content_type = {}, .fetched_at = {}, .site = memory});
}

// Repeated lines from page 6 on, those of them that are still there, paragraphs that are gone.
struct Tally {
  std::size_t repeated = 0, left = 0, lost = 0;

  void count(const RepeatingPage& page, const std::string& text, bool known) {
    lost += newsstand::paragraphs_lost(page, text);
    if (!known) return;
    repeated += page.repeated.size();
    left += newsstand::lines_left(page, text);
  }
};

// The memory after all pages.
std::string crawl(const std::vector<RepeatingPage>& pages, Tally& tally) {
  std::string memory;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Reading reading = read(pages[i], memory);
    tally.count(pages[i], reading.article.text, i >= kPagesBefore);
    memory = remember(memory, reading.seen);
  }
  return memory;
}

std::vector<RepeatingPage> shuffled(std::vector<RepeatingPage> pages, unsigned seed) {
  RandomText random(seed, "order");
  for (std::size_t i = pages.size(); i > 1; --i) std::swap(pages[i - 1], pages[random.below(i)]);
  return pages;
}

TEST(SiteLines, AreGoneFromTheSixthPageOnInAnyOrder) {
  for (const char* language : kLanguages) {
    Tally tally;
    for (unsigned seed = 1; seed <= 4; ++seed) {
      (void)crawl(shuffled(newsstand::repeating_site({.seed = seed, .language = language}), seed), tally);
    }
    EXPECT_EQ(tally.lost, 0U) << language;
    EXPECT_GT(tally.repeated, 1000U) << language;
    EXPECT_LE(tally.left * 100, tally.repeated) << language << ": " << tally.left << " of " << tally.repeated;
  }
}

TEST(SiteLines, StayWhereLearningIsOffOrNothingIsRemembered) {
  const auto pages = newsstand::repeating_site({.pages = 12, .rare_lines = 0});
  Tally tally;
  const std::string memory = crawl(pages, tally);
  Options off;
  off.clean.learn = false;
  const Reading kept = read(pages[11], memory, off);
  EXPECT_TRUE(kept.seen.lines.empty());
  const std::string url = "https://news.example" + pages[11].path;
  const Reading alone = Reader({}).read({.bytes = pages[11].html, .url = url, .content_type = {}, .fetched_at = {}});
  EXPECT_TRUE(alone.seen.lines.empty());
  EXPECT_EQ(kept.article, alone.article);
  EXPECT_EQ(read(pages[11], "").article, alone.article);
  EXPECT_GE(newsstand::lines_left(pages[11], alone.article.text), 6U) << "else this test proves nothing";
}

TEST(SiteLines, AreTold) {
  const auto pages = newsstand::repeating_site({.pages = 8, .rare_lines = 0});
  Tally tally;
  std::vector<RepeatingPage> before(pages.begin(), pages.end() - 1);
  Options options;
  options.trace = true;
  const Reading reading = read(pages.back(), crawl(before, tally), options);
  const std::string why = "seen on 7 of the last 7 pages of the site";
  std::size_t told = 0, traced = 0;
  for (const Removed& removed : reading.article.removed) {
    EXPECT_EQ(removed.why, removed.kind == RemovedKind::learned ? why : "") << removed.text;
    told += removed.kind == RemovedKind::learned ? 1 : 0;
  }
  for (const TraceStep& step : reading.trace) traced += step.why == "learned: " + why ? 1 : 0;
  EXPECT_GE(told, 5U);  // some of the eight are taken for something else by their form
  EXPECT_EQ(traced, told);
  const auto again = article_from_json(to_json(reading.article));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->removed, reading.article.removed);
}

// A story that is told again and again, with a new paragraph and a new title each time, among other stories.
TEST(SiteLines, AStoryToldAgainAndAgainKeepsItsText) {
  RandomText random(3, "en");
  const auto others = newsstand::repeating_site({.seed = 9, .pages = 10, .rare_lines = 0});
  std::vector<std::string> story;
  for (int i = 0; i < 5; ++i) story.push_back(random.paragraph());
  Tally tally;
  std::string memory;
  for (std::size_t i = 0; i < 30; ++i) {
    RepeatingPage page = i % 3 == 2 ? others[i / 3] : RepeatingPage{};
    if (page.path.empty()) {
      page.path = "/update/" + std::to_string(i) + ".html";
      page.paragraphs = story;
      page.paragraphs.push_back(random.paragraph());
      page.html = "<html lang=en><head><title>" + random.words(6) + "</title></head><body><article>";
      for (const std::string& paragraph : page.paragraphs) page.html += "<p>" + paragraph + "</p>";
      page.html += "</article></body></html>";
    }
    const Reading reading = read(page, memory);
    tally.count(page, reading.article.text, false);
    memory = remember(memory, reading.seen);
  }
  EXPECT_EQ(tally.lost, 0U);
}

TEST(SiteLines, AMemoryIsMadeAnewFromArticles) {
  for (const char* language : {"en", "zh"}) {
    const auto pages = newsstand::repeating_site({.seed = 5, .language = language, .pages = 30, .rare_lines = 0});
    std::string memory, anew;
    for (std::size_t i = 0; i + 1 < pages.size(); ++i) {
      const Reading reading = read(pages[i], memory);
      memory = remember(memory, reading.seen);
      anew = remember(anew, seen_in(reading.article));
    }
    Tally tally;
    tally.count(pages.back(), read(pages.back(), anew).article.text, true);
    EXPECT_EQ(tally.repeated, 8U);
    EXPECT_LE(tally.left, 1U) << language;
    EXPECT_EQ(tally.lost, 0U);
  }
}

TEST(SiteLines, TakenApartIsTheSameMemory) {
  const auto pages = newsstand::repeating_site({.seed = 6, .pages = 80});
  std::string memory;
  SiteLines open(memory);
  EXPECT_EQ(open.memory(), "");
  for (const RepeatingPage& page : pages) {
    const Reading reading = read(page, memory), alone = read(page, "");
    const std::string next = remember(memory, reading.seen);
    EXPECT_EQ(open.remember(reading.seen), next != memory);
    memory = next;
    ASSERT_EQ(open.memory(), memory);
    ASSERT_EQ(SiteLines(memory).memory(), memory);
    EXPECT_FALSE(open.remember(reading.seen)) << "it is known";
    EXPECT_EQ(open.reads_otherwise(alone.seen), reads_otherwise(memory, alone.seen));
    EXPECT_EQ(open.reads_otherwise(reading.seen), reads_otherwise(memory, reading.seen));
  }
  EXPECT_EQ(open.pages(), 64U);
}

TEST(SiteLines, APageThatWasReadTooSoonReadsOtherwiseLater) {
  const auto pages = newsstand::repeating_site({.pages = 9, .rare_lines = 0});
  Tally tally;
  const std::string memory = crawl(std::vector<RepeatingPage>(pages.begin(), pages.end() - 1), tally);
  const Reading soon = read(pages.back(), ""), later = read(pages.back(), memory);
  EXPECT_FALSE(reads_otherwise("", soon.seen));
  EXPECT_TRUE(reads_otherwise(memory, soon.seen));
  EXPECT_FALSE(reads_otherwise(memory, later.seen));
  EXPECT_TRUE(reads_otherwise("", later.seen));
}

}  // namespace
}  // namespace winnow
