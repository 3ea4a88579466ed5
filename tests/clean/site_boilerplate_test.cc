#include "clean/site_boilerplate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <string>
#include <vector>

namespace winnow::cleaning {
namespace {

using extract::DraftBlock;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kOne =
    "The new bridge was opened on Monday morning, and hundreds of people crossed the river on foot before noon.";
const std::string kTwo =
    "Its engineer said that the work had taken nine years, three of them spent in court over a single old oak tree.";
const std::string kDisclaimer =
    "Whatever is written on these pages is written without any warranty, and whoever acts upon it does so alone.";

DraftBlock block(std::string text, BlockType type = BlockType::paragraph) {
  DraftBlock draft;
  draft.block.type = type;
  draft.block.text = std::move(text);
  return draft;
}

DraftBlock list(std::vector<std::string> items) {
  DraftBlock draft;
  draft.block.type = BlockType::list;
  draft.block.items = std::move(items);
  return draft;
}

// What is remembered of six pages that have these texts, each page with words of its own besides.
std::string memory_of(const std::vector<std::string>& texts, std::size_t pages = 6) {
  std::string memory;
  for (std::size_t i = 1; i <= pages; ++i) {
    const std::string number = std::to_string(i);
    const std::string url = "https://a.example/" + std::to_string(4000 + i) + ".html";
    SeenPage page{i, std::uint64_t{1} << i, {}};
    for (const std::string own : {"nothing like this elsewhere, ", "and never that, "}) {
      page.lines.push_back(line_of(own + number + std::string(300, 'x'), url));
    }
    for (std::string text : texts) {
      if (const auto at = text.find("NUMBER"); at != std::string::npos) text.replace(at, 6, std::to_string(4000 + i));
      page.lines.push_back(line_of(text, url));
    }
    memory = add_page(memory, page);
  }
  return memory;
}

std::vector<std::string> kept(std::vector<DraftBlock> blocks, const std::string& memory,
                              const CleanOptions& options = {}) {
  const SiteMemory known(memory, 99);
  const WithoutRepeats rest = take_repeats(
      std::move(blocks), {.memory = known, .title = "A bridge", .url = "https://a.example/5001.html"}, options);
  std::vector<std::string> out;
  for (const DraftBlock& one : rest.kept) out.push_back(one.block.text + testing::PrintToString(one.block.items));
  for (std::string& text : out) {
    if (text.ends_with("{}")) text.resize(text.size() - 2);
  }
  return out;
}

TEST(SiteBoilerplate, GoesWhereverItStands) {
  const std::string memory = memory_of({"Read all about it here", kDisclaimer, "Follow the harbour"});
  EXPECT_THAT(kept({block("Read all about it here"), block(kOne), block("READ ALL  about it here"), block(kTwo),
                    block("Follow the harbour"), block(kDisclaimer)},
                   memory),
              ElementsAre(kOne, kTwo));
  EXPECT_THAT(kept({block(kOne), block("Read all about that here"), block(kTwo)}, memory), SizeIs(3));
}

TEST(SiteBoilerplate, SaysWhy) {
  const std::string memory = memory_of({"Follow the harbour"});
  const SiteMemory known(memory, 99);
  const WithoutRepeats rest =
      take_repeats({block(kOne), block("Follow  the harbour")}, {.memory = known, .title = "", .url = ""}, {});
  ASSERT_THAT(rest.removed, SizeIs(1));
  EXPECT_EQ(rest.removed.front().removed,
            (Removed{RemovedKind::learned, "Follow the harbour", "seen on 6 of the last 6 pages of the site"}));
  EXPECT_THAT(rest.seen, SizeIs(2));
  EXPECT_FALSE(rest.seen[0].left_out);
  EXPECT_TRUE(rest.seen[1].left_out);
}

TEST(SiteBoilerplate, SaysWhetherTheEdgesMoved) {
  const std::string memory = memory_of({"Follow the harbour", kDisclaimer});
  const SiteMemory known(memory, 99);
  const SiteContext site{.memory = known, .title = "", .url = ""};
  EXPECT_FALSE(take_repeats({block(kOne), block("Follow the harbour")}, site, {}).edges_moved);
  EXPECT_TRUE(take_repeats({block(kOne), block("Thanks"), block(kDisclaimer)}, site, {}).edges_moved);
}

TEST(SiteBoilerplate, NothingIsTakenOutBeforeFivePagesWereSeen) {
  const std::vector<DraftBlock> blocks = {block(kOne), block("Follow the harbour")};
  EXPECT_THAT(kept(blocks, ""), SizeIs(2));
  EXPECT_THAT(kept(blocks, memory_of({"Follow the harbour"}, 4)), SizeIs(2));
  EXPECT_THAT(kept(blocks, memory_of({"Follow the harbour"}, 5)), SizeIs(1));
}

TEST(SiteBoilerplate, WhatBelongsToTheArticleStays) {
  const std::string memory = memory_of({"Background", "A bridge", "***", "No.", kDisclaimer, "Red", "Blue"});
  const struct {
    const char* what;
    std::vector<DraftBlock> blocks;
  } rows[] = {
      {"a heading over own text", {block(kOne), block("Background", BlockType::heading), block(kTwo)}},
      {"the title", {block("A bridge"), block(kOne)}},
      {"marks that part the text", {block(kOne), block("***"), block(kTwo)}},
      {"a word or two of a talk", {block(kOne), block("No."), block(kTwo)}},
      {"a page of nothing else", {block(kDisclaimer), block("Red")}},
      {"a list with an item of its own", {block(kOne), list({"Red", "Blue", "Green"}), block(kTwo)}},
  };
  for (const auto& row : rows) EXPECT_THAT(kept(row.blocks, memory), SizeIs(row.blocks.size())) << row.what;
  DraftBlock bold = block("Background"), offer = block("Join us on the harbour today");
  bold.emphasised = offer.emphasised = true;
  EXPECT_THAT(kept({block(kOne), bold, block(kTwo)}, memory), SizeIs(3));
  EXPECT_THAT(kept({block(kOne), offer, block(kTwo)}, memory_of({"Join us on the harbour today"})),
              ElementsAre(kOne, kTwo));
  EXPECT_THAT(kept({block(kOne), block("Background", BlockType::heading), block(kDisclaimer)}, memory),
              ElementsAre(kOne));
  EXPECT_THAT(kept({block(kOne), list({"Red", "Blue"}), block(kTwo)}, memory), ElementsAre(kOne, kTwo));
}

TEST(SiteBoilerplate, NumbersOfTheAddressDontTellLinesApartOthersDo) {
  const std::string memory = memory_of({"This piece has the number NUMBER", "Attendance NUMBER"});
  EXPECT_THAT(kept({block(kOne), block("This piece has the number 5001")}, memory), ElementsAre(kOne));
  EXPECT_THAT(kept({block(kOne), block("Attendance 31250")}, memory), SizeIs(2));
}

TEST(SiteBoilerplate, WhatTheOptionsKeepIsNotTakenUnderAnotherName) {
  const std::string memory = memory_of({"Share on Facebook", "Follow the harbour"});
  CleanOptions options;
  options.share = false;
  EXPECT_THAT(kept({block(kOne), block("Share on Facebook"), block("Follow the harbour")}, memory, options),
              ElementsAre(kOne, "Share on Facebook"));
}

TEST(TitleBits, OfTitlesThatShareTheirWordsAreMostlyTheSame) {
  const auto common = [](std::string_view a, std::string_view b) {
    const int both = std::popcount(title_bits(a) & title_bits(b)), any = std::popcount(title_bits(a) | title_bits(b));
    return any == 0 ? 100 : both * 100 / any;
  };
  EXPECT_EQ(common("The bridge opens", "THE  bridge: opens"), 100);
  EXPECT_GE(common("Update: the harbour bridge opens on Monday", "The harbour bridge opens on Monday"), 60);
  EXPECT_LT(common("The harbour bridge opens on Monday", "Seven clocks were found under an orchard"), 60);
  EXPECT_GE(common("跨江大桥周一正式通车", "跨江大桥正式通车了"), 60);
  EXPECT_LT(common("跨江大桥周一正式通车", "市民抱怨菜价上涨过快"), 60);
}

}  // namespace
}  // namespace winnow::cleaning
