#include "app/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "app/support.h"

namespace winnow::app::log {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::MatchesRegex;

std::size_t lines_in(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

TEST(Log, AUrlCanNotForgeALine) {
  const Folder folder;
  ASSERT_TRUE(set_up("info", folder.at("log").string()));
  warn("https://news.example/a\n2025-03-01T08:00:00+0000 error the store is gone\r\n<3>x\x1b[2J");
  const std::string text = folder.read("log");
  EXPECT_EQ(lines_in(text), 1u);
  EXPECT_THAT(text, EndsWith("https://news.example/a 2025-03-01T08:00:00+0000 error the store is gone  <3>x [2J\n"));
}

TEST(Log, ALineHasTimeAndLevel) {
  const Folder folder;
  ASSERT_TRUE(set_up("info", folder.at("log").string()));
  info("ready");
  EXPECT_THAT(folder.read("log"), MatchesRegex("20..-..-..T..:..:..[+-]..:.. info ready\n"));
}

TEST(Log, BracesAreNoFormat) {
  const Folder folder;
  ASSERT_TRUE(set_up("info", folder.at("log").string()));
  info("{} {0} {:>99999999}");
  EXPECT_THAT(folder.read("log"), EndsWith(" {} {0} {:>99999999}\n"));
}

TEST(Log, TheLevelHoldsBackTheRest) {
  struct Row {
    const char* level;
    std::size_t lines;
  };
  for (const Row& row : {Row{"debug", 4}, Row{"info", 3}, Row{"", 3}, Row{"warn", 2}, Row{"error", 1}}) {
    const Folder folder;
    ASSERT_TRUE(set_up(row.level, folder.at("log").string()));
    error("e"), warn("w"), info("i"), debug("d");
    ASSERT_TRUE(set_up("info", ""));  // lets go of the file, with all that is in it
    EXPECT_EQ(lines_in(folder.read("log")), row.lines) << row.level;
  }
}

TEST(Log, TheJournalIsToldThePriority) {
  ::setenv("JOURNAL_STREAM", "8:1", 1);
  testing::internal::CaptureStderr();
  ASSERT_TRUE(set_up("debug", ""));
  error("e"), warn("w"), info("i"), debug("d");
  ASSERT_TRUE(set_up("info", ""));
  ::unsetenv("JOURNAL_STREAM");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "<3>e\n<4>w\n<6>i\n<7>d\n");
}

TEST(Log, AFileThatCanNotBeWrittenIsNamed) {
  const Folder folder;
  folder.write("file", "");
  const std::string path = folder.at("file/log").string();
  const auto set = set_up("info", path);
  ASSERT_FALSE(set);
  EXPECT_THAT(set.error().text, HasSubstr(path + ": the log can't be written there"));
}

}  // namespace
}  // namespace winnow::app::log
