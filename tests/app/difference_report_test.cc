// How a failed test of a saved page is shown.
#include "app/difference_report.h"

#include <gtest/gtest.h>

#include <string>

namespace winnow::app {
namespace {

using site::Difference;
using Kind = Difference::Kind;

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(DifferenceReport, ShowsWhatDiffersAndSomeOfWhatIsAroundIt) {
  const std::string before = repeated("word ", 30), behind = repeated(" text", 30);
  const std::string head = "…" + before.substr(before.size() - 40), tail = behind.substr(0, 40) + "…";
  const struct {
    const char* name;
    Difference difference;
    std::string shown;
  } rows[] = {
      {"a short field",
       {Kind::field, "title", "Old title", "New title"},
       "title:\n  expected: Old title\n  found:    New title\n"},
      {"nothing is found", {Kind::field, "source", "AP", ""}, "source:\n  expected: AP\n  found:    nothing\n"},
      {"nothing was expected", {Kind::field, "source", "", "AP"}, "source:\n  expected: nothing\n  found:    AP\n"},
      {"a word in a long text",
       {Kind::field, "summary", before + "Paris" + behind, before + "Rome" + behind},
       "summary:\n  expected: " + head + "Paris" + tail + "\n  found:    " + head + "Rome" + tail + "\n"},
      {"a long text behind a short one",
       {Kind::field, "summary", "a", "a" + repeated("b", 200)},
       "summary:\n  expected: a\n  found:    a" + repeated("b", 80) + " … " + repeated("b", 80) + "\n"},
      {"a text that is like a line",
       {Kind::missing, "has", "The bridge opens", "The bridge closes"},
       "has: this is not in the text; what is most like it is\n  expected: The bridge opens\n"
       "  found:    The bridge closes\n"},
      {"a text that is like none",
       {Kind::missing, "has", "木", ""},
       "has: this is not in the text, nor anything like it\n  expected: 木\n"},
      {"a text that should not be there",
       {Kind::unwanted, "lacks", "Share", before + "Share" + behind},
       "lacks: this should not be in the text\n  found:    " + head + "Share" + tail + "\n"},
      {"several lines, and what would move a cursor",
       {Kind::field, "body", "a\nb\x1b[2J", "a\nc"},
       "body:\n  expected: a b [2J\n  found:    a c\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(difference_report(row.difference, 0, false), row.shown) << row.name;
}

TEST(DifferenceReport, ColoursAreForWhatDiffers) {
  EXPECT_EQ(difference_report({Kind::field, "title", "Old title", "New title"}, 2, true),
            "  title:\n    expected: \x1b[32mOld\x1b[0m title\n    found:    \x1b[31mNew\x1b[0m title\n");
  EXPECT_EQ(difference_report({Kind::unwanted, "lacks", "Share", "Share it"}, 0, true),
            "lacks: this should not be in the text\n  found:    \x1b[31mShare\x1b[0m it\n");
}

}  // namespace
}  // namespace winnow::app
