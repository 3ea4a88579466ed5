// Pages kept as samples: which stay, in memory and on disk alike; on disk nothing of it is an article, and nothing that
// stands there otherwise does harm.
#include "store/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "store/file_samples.h"
#include "store/memory_samples.h"
#include "store/open.h"
#include "store/sample.h"

namespace winnow::store {
namespace {

namespace fs = std::filesystem;
using std::chrono::hours;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Instant kNow = std::chrono::sys_days{std::chrono::year(2025) / 2 / 11};

SamplePage page(int number, Instant at, Shelf shelf = Shelf::usual) {
  return {"https://a.example/" + std::to_string(number), "text/html; charset=utf-8",
          "<p>\n" + std::to_string(number) + "\n</p>", at, shelf};
}

std::string file_of(const fs::path& folder) { return fs::directory_iterator(folder)->path(); }

class SamplesTest : public testing::TestWithParam<bool> {
 protected:
  SamplesTest() {
    if (GetParam()) samples_ = std::make_unique<MemorySamples>();
    if (!GetParam()) samples_ = std::make_unique<FileSamples>(directory_.path());
  }
  void keep(const SamplePage& page, std::string_view site = "paper") {
    const auto kept = samples_->keep(site, page);
    EXPECT_TRUE(kept) << kept.error().text;
  }
  // The numbers of the pages that are kept.
  std::vector<int> numbers(std::string_view site = "paper") {
    const auto pages = samples_->of(site);
    EXPECT_TRUE(pages);
    std::vector<int> out;
    for (const SamplePage& page : *pages) out.push_back(std::stoi(page.url.substr(page.url.rfind('/') + 1)));
    return out;
  }

  TemporaryDirectory directory_;
  std::unique_ptr<Samples> samples_;
};

TEST_P(SamplesTest, APageComesBackAsItWas) {
  const SamplePage kept = page(1, kNow, Shelf::suspicious);
  keep(kept);
  keep(page(7, kNow), "other");
  const auto pages = samples_->of("paper");
  ASSERT_TRUE(pages);
  ASSERT_THAT(*pages, SizeIs(1));
  const SamplePage& back = pages->front();
  EXPECT_EQ(back.url, kept.url);
  EXPECT_EQ(back.content_type, kept.content_type);
  EXPECT_EQ(back.bytes, kept.bytes);
  EXPECT_EQ(back.fetched_at, kept.fetched_at);
  EXPECT_EQ(back.shelf, kept.shelf);
  EXPECT_THAT(numbers("nobody"), IsEmpty());
}

TEST_P(SamplesTest, OfTheUsualOnesAFewADayApart) {
  for (int i = 0; i < 100; ++i) keep(page(i, kNow + hours(i)));
  EXPECT_THAT(numbers(), ElementsAre(3, 4, 5, 29, 53, 77));
}

TEST_P(SamplesTest, OfTheSuspiciousOnesTheNewest) {
  keep(page(1000, kNow));
  for (int i = 0; i < 20; ++i) keep(page(i, kNow + hours(1), Shelf::suspicious));
  EXPECT_THAT(numbers(), SizeIs(1 + kSuspiciousSamples));
  EXPECT_THAT(numbers(), testing::Contains(1000)) << "the shelves do not crowd each other out";
  EXPECT_THAT(numbers(), testing::Contains(19));
}

TEST_P(SamplesTest, APageStandsOnceOnAShelf) {
  for (int i = 0; i < 3; ++i) keep(page(1, kNow + hours(i)));
  EXPECT_THAT(numbers(), ElementsAre(1));
  EXPECT_EQ(samples_->of("paper")->front().fetched_at, kNow + hours(2));
}

TEST_P(SamplesTest, AClockThatWasSetBackShutsNothing) {
  for (int i = 0; i < 6; ++i) keep(page(i, kNow + hours(24 * 400)));
  keep(page(9, kNow));
  EXPECT_THAT(numbers(), testing::Contains(9));
}

TEST_P(SamplesTest, HugePagesAreNotKept) {
  SamplePage huge = page(1, kNow);
  huge.bytes.assign(kLargestSample + 1, 'x');
  keep(huge);
  EXPECT_THAT(numbers(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Stores, SamplesTest, testing::Values(true, false),
                         [](const auto& row) { return std::string(row.param ? "Memory" : "Disk"); });

TEST(FileSamples, AreStillThereAfterwards) {
  const TemporaryDirectory directory;
  EXPECT_TRUE(FileSamples(directory.path()).keep("paper", page(1, kNow)));
  for (int i = 0; i < 6; ++i) EXPECT_TRUE(FileSamples(directory.path()).keep("paper", page(i, kNow + hours(1))));
  EXPECT_THAT(*FileSamples(directory.path()).of("paper"), SizeIs(6));
}

TEST(FileSamples, NoneOfItIsAnArticle) {
  const TemporaryDirectory directory;
  EXPECT_TRUE(FileSamples(directory.path()).keep("paper", page(1, kNow)));
  auto stores = open_store(directory.path(), Access::read_write);
  ASSERT_TRUE(stores) << stores.error().text;
  EXPECT_EQ(stores->notice, "");
  EXPECT_EQ(stores->articles->rebuild().value(), 0U);
  EXPECT_THAT(*FileSamples(directory.path()).of("paper"), SizeIs(1));
}

TEST(FileSamples, WhatIsTornOrStrangeIsNone) {
  const TemporaryDirectory directory;
  FileSamples samples(directory.path());
  EXPECT_TRUE(samples.keep("paper", page(1, kNow)));
  const fs::path folder = directory.path() / ".samples/paper";
  const std::string torn = file_of(folder);
  fs::resize_file(torn, 5);
  EXPECT_TRUE(samples.keep("paper", page(2, kNow)));
  for (const char* name : {"u-000000000001-.zst", "u-.zst", "note", ".zst", "u-00000000000x-1.zst"})
    std::ofstream(folder / name) << "x";
  fs::create_symlink("/etc/passwd", folder / "u-000000000002-1.zst");
  EXPECT_THAT(*FileSamples(directory.path()).of("paper"), SizeIs(1));
  EXPECT_TRUE(FileSamples(directory.path()).keep("paper", page(3, kNow)));
}

TEST(FileSamples, APlantedLinkIsNotFollowed) {
  const TemporaryDirectory directory;
  fs::create_directories(directory.path() / "elsewhere");
  fs::create_directory_symlink(directory.path() / "elsewhere", directory.path() / ".samples");
  EXPECT_FALSE(FileSamples(directory.path()).keep("paper", page(1, kNow)));
  EXPECT_TRUE(fs::is_empty(directory.path() / "elsewhere"));
}

TEST(FileSamples, AStoreThatIsGoneIsAnError) {
  FileSamples samples("/nowhere/store");
  EXPECT_FALSE(samples.keep("paper", page(1, kNow)));
  EXPECT_FALSE(samples.of("paper"));
}

}  // namespace
}  // namespace winnow::store
