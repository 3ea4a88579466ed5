// A few pages of each site are kept by the way; what is wrong with keeping them is no reason to stop.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crawl/support.h"
#include "store/memory_samples.h"

namespace winnow::crawl {
namespace {

class Full : public store::Samples {
 public:
  Result<void> keep(std::string_view, const store::SamplePage&) override {
    return fail(Code::no_space, "samples: the disk is full");
  }
  Result<std::vector<store::SamplePage>> of(std::string_view) override { return std::vector<store::SamplePage>(); }
};

Summary crawl(const newsstand::Newsstand& stand, store::Samples& samples) {
  store::Stores stores = store::memory_store();
  Recorder events;
  auto fetcher = fetch::make_curl_fetcher();
  InlineCleaner cleaner(*fetcher);
  Parts parts{*fetcher, *stores.state, *stores.articles, cleaner, events, real_now, "winnow-test", "", 16};
  parts.samples = &samples;
  Crawler crawler(std::move(parts));
  EXPECT_TRUE(crawler.begin(std::make_shared<const site::Site>(site_of(stand))));
  const auto deadline = real_now() + std::chrono::seconds(90);
  while (!crawler.idle() && real_now() < deadline) EXPECT_TRUE(crawler.step(Millis(500)));
  return crawler.take_finished().at(0);
}

TEST(KeptSamples, AreArticlesAsTheyWereFetched) {
  auto stand = newsstand::Newsstand::start();
  ASSERT_TRUE(stand) << stand.error().text;
  store::MemorySamples samples;
  EXPECT_EQ(crawl(**stand, samples).stored, newsstand::expected().size());
  const auto pages = samples.of(site_of(**stand).name);
  ASSERT_TRUE(pages);
  ASSERT_THAT(*pages, testing::SizeIs(testing::Ge(store::kUsualSamples)));
  for (const store::SamplePage& page : *pages) {
    EXPECT_THAT(page.url, testing::HasSubstr((*stand)->origin()));
    EXPECT_FALSE(page.bytes.empty());
  }
}

TEST(KeptSamples, ThatCantBeKeptStopNothing) {
  auto stand = newsstand::Newsstand::start();
  ASSERT_TRUE(stand) << stand.error().text;
  Full samples;
  EXPECT_EQ(crawl(**stand, samples).stored, newsstand::expected().size());
}

}  // namespace
}  // namespace winnow::crawl
