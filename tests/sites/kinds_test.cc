// The thirty kinds as a whole: that they are thirty, and very different.
#include <gtest/gtest.h>

#include <set>

#include "sites/kind.h"
#include "sites/layout.h"
#include "sites/site.h"

namespace winnow::sites {
namespace {

TEST(Kinds, AreThirtyOfDifferentNames) {
  std::set<std::string_view> names;
  for (const Kind& kind : all_kinds()) names.insert(kind.name);
  EXPECT_EQ(names.size(), 30U);
  EXPECT_THROW(static_cast<void>(kind_named("none")), std::out_of_range);
}

TEST(Kinds, SpeakTenLanguages) {
  std::set<std::string_view> languages;
  for (const Kind& kind : all_kinds()) languages.insert(kind.language);
  EXPECT_EQ(languages.size(), 10U);
}

// Each seed of a kind is a site of its own, and no two kinds have the same body.
TEST(Kinds, VaryBySeedAndDifferFromEachOther) {
  std::set<std::string> bodies_of_first;
  for (const Kind& kind : all_kinds()) {
    std::set<std::string> looks;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const Layout layout = layout_of(kind, seed);
      std::string look =
          layout.box("body").notation() + layout.box("title").notation() + layout.date + layout.meta_line;
      for (const std::string& slot : layout.order) look += " " + slot;
      for (const std::string& part : layout.frame) look += " " + part;
      looks.insert(look);
      if (seed == 1) bodies_of_first.insert(layout.box("body").notation());
    }
    EXPECT_GE(looks.size(), 4U) << kind.name;
  }
  EXPECT_GE(bodies_of_first.size(), 27U);
}

// All that an article can be found by occurs, and what it can lack.
TEST(Kinds, CoverTheWaysOfDiscovery) {
  std::size_t only_feeds = 0, only_sitemaps = 0, only_lists = 0;
  for (const Kind& kind : all_kinds()) {
    const GeneratedSite site(SiteOptions{.kind = kind.name, .seed = 1, .stories = 20});
    const bool feeds = !site.feeds().empty(), maps = !site.sitemaps().empty(), lists = !site.lists().empty();
    EXPECT_TRUE(feeds || maps || lists) << kind.name;
    only_feeds += feeds && !maps && !lists ? 1U : 0U;
    only_sitemaps += maps && !feeds && !lists ? 1U : 0U;
    only_lists += lists && !feeds && !maps ? 1U : 0U;
  }
  EXPECT_GE(only_feeds, 1U);
  EXPECT_GE(only_sitemaps, 1U);
  EXPECT_GE(only_lists, 6U);
}

}  // namespace
}  // namespace winnow::sites
