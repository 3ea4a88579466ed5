#include "winnow/internal/told.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace winnow::internal {
namespace {

using extract::DraftRemoved;

Article article() {
  Article a;
  a.title = "The harbour is closed until spring";
  a.summary = "A storm broke two piers of the old harbour.";
  a.authors = {"Ann Lee"};
  a.source = "Harbour News";
  a.text =
      "Nobody was hurt. “The sea took it all in one night,” says the keeper.\n"
      "The ferries leave from the fish market now.\n港口将在明年春天重新开放，市长这样说。";
  Block image;
  image.type = BlockType::image;
  image.caption = "The keeper at his window, on Monday";
  a.body = {image};
  return a;
}

struct Row {
  const char* name;
  RemovedKind kind;
  std::string text;
  bool told;
};

TEST(Told, NothingThatTheArticleStillHas) {
  const std::vector<Row> rows = {
      {"a pull quote", RemovedKind::related, "‘The sea took it all in one night’", false},
      {"over two blocks", RemovedKind::navigation, "says the keeper. The ferries leave", false},
      {"cut off", RemovedKind::navigation, "The ferries leave from the fish…", false},
      {"Chinese", RemovedKind::related, "港口将在明年春天重新开放", false},
      {"the title", RemovedKind::navigation, "The harbour is closed until spring", false},
      {"a part of the summary", RemovedKind::byline, "A storm broke two piers", false},
      {"a caption", RemovedKind::navigation, "The keeper at his window", false},
      {"an author", RemovedKind::byline, "Ann Lee", false},
      {"the source", RemovedKind::byline, "Harbour News", false},
      {"an author among others", RemovedKind::byline, "Ann Lee and Bo Mark", true},
      {"a word of the text", RemovedKind::share, "fish", true},
      {"other words", RemovedKind::related, "How the old harbour was built", true},
      {"more than is kept", RemovedKind::related, "The ferries leave from the fish market today", true},
      {"from the text to the title", RemovedKind::related, "市长这样说 The harbour is closed until spring", true},
      {"no letters", RemovedKind::navigation, "| | | | | | | | | |", true},
      {"what a rule names", RemovedKind::rule, "The ferries leave from the fish market", true},
      {"what the site repeats", RemovedKind::learned, "The ferries leave from the fish market", true},
      {"spam", RemovedKind::spam, "The ferries leave from the fish market", true},
  };
  for (const Row& row : rows) {
    Article a = article();
    a.removed = {{row.kind, row.text}};
    untell_kept(a);
    EXPECT_EQ(!a.removed.empty(), row.told) << row.name;
  }
}

TEST(Told, OfSeveralLinesThoseThatTheArticleHasNot) {
  Article a = article();
  a.removed = {
      {RemovedKind::related, "Read also\nThe ferries leave from the fish market now.\nHow the piers were built"},
      {RemovedKind::related, "The harbour is closed until spring\nAnn Lee"}};
  untell_kept(a);
  ASSERT_EQ(a.removed.size(), 1u);
  EXPECT_EQ(a.removed[0].text, "Read also\nHow the piers were built");
}

TEST(Told, HiddenTextOnlyWhereItIsSpam) {
  const std::vector<DraftRemoved> removed = {
      {.removed = {RemovedKind::navigation, "Close this window"}, .why = "hidden", .hidden = true},
      {.removed = {RemovedKind::spam, "casino bonus poker bonus"}, .why = "hidden", .hidden = true},
      {.removed = {RemovedKind::share, "Share"}, .why = "named as a share bar"},
      {.removed = {RemovedKind::share, ""}, .why = "named as a share bar"},
  };
  Article a;
  tell_removed(a, removed);
  ASSERT_EQ(a.removed.size(), 2u);
  EXPECT_EQ(a.removed[0].kind, RemovedKind::spam);
  EXPECT_EQ(a.removed[1].text, "Share");
}

TEST(Told, TheSearchIsBounded) {
  Article a;
  a.text = std::string(1 << 20, 'a');
  a.removed.assign(20000, {RemovedKind::related, std::string(100, 'a') + 'b'});
  untell_kept(a);
  EXPECT_EQ(a.removed.size(), 20000u);
}

}  // namespace
}  // namespace winnow::internal
