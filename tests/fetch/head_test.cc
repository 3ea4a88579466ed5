#include "fetch/head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::fetch {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

Head head_of(const std::vector<std::string>& lines) {
  Head head;
  for (const std::string& line : lines) {
    if (!head.take(line)) break;
  }
  return head;
}

TEST(Head, ReadsNamesAndValues) {
  Head head = head_of({"HTTP/1.1 200 OK\r\n", "Content-TYPE:  text/html \r\n", "X-Empty:\r\n", "no header\r\n",
                       "X-Folded: o\rne\r\n", " \t two\r\n", "Content-Length: 12\n", "\r\n"});
  EXPECT_TRUE(head.ended());
  EXPECT_EQ(head.length(), 12u);
  EXPECT_THAT(head.take_headers(), ElementsAre(Pair("content-type", "text/html"), Pair("x-empty", ""),
                                               Pair("x-folded", "o ne two"), Pair("content-length", "12")));
}

TEST(Head, KeepsTheLastBlockWithoutTrailers) {
  Head head = head_of(
      {"HTTP/1.1 103 Early\r\n", "Link: a\r\n", "\r\n", "HTTP/1.1 200 OK\r\n", "X-A: 1\r\n", "\r\n", "X-Late: 2\r\n"});
  EXPECT_THAT(head.take_headers(), ElementsAre(Pair("x-a", "1")));
}

TEST(Head, IsNotEndedBeforeItsEmptyLine) {
  EXPECT_FALSE(head_of({"HTTP/1.1 200 OK\r\n", "X-A: 1\r\n"}).ended());
  EXPECT_FALSE(head_of({"HTTP/1.1 100 Continue\r\n", "\r\n", "HTTP/1.1 200 OK\r\n"}).ended());
}

struct Refused {
  const char* name;
  std::vector<std::string> lines;
  Code code;
  const char* says;
};

TEST(Head, RefusesWhatCanNotBeMeantWell) {
  const std::vector<std::string> many(1001, "a: b\r\n");
  const std::vector<std::string> blocks(70'000, "HTTP/1.1 100 Continue\r\n");
  const std::vector<Refused> rows = {
      {"bytes", std::vector<std::string>(40, "x: " + std::string(8000, 'x') + "\r\n"), Code::too_large, "262144 bytes"},
      {"lines", many, Code::too_large, "1000 lines"},
      {"blocks", blocks, Code::too_large, "headers"},
      {"NUL", {std::string("X: a\0b\r\n", 8)}, Code::network, "NUL"},
      {"nested", {"Content-Encoding: gzip, gzip\r\n"}, Code::too_large, "more than once"},
      {"two lines", {"Content-Encoding: gzip\r\n", "content-encoding: br\r\n"}, Code::too_large, "more than once"},
      {"two layers", {"Transfer-Encoding: gzip, chunked\r\n", "Content-Encoding: gzip\r\n"}, Code::too_large, "once"},
      {"two blocks",
       {"HTTP/1.1 100 C\r\n", "Content-Encoding: gzip\r\n", "\r\n", "HTTP/1.1 200 OK\r\n", "Content-Encoding: br\r\n"},
       Code::too_large,
       "once"},
  };
  for (const Refused& row : rows) {
    const Head head = head_of(row.lines);
    ASSERT_TRUE(head.fault()) << row.name;
    EXPECT_EQ(head.fault()->code, row.code) << row.name;
    EXPECT_THAT(head.fault()->text, HasSubstr(row.says)) << row.name;
  }
}

TEST(Head, TakesOneCodingHoweverItIsWritten) {
  for (const char* line : {"Content-Encoding: gzip\r\n", "Content-Encoding: identity, gzip\r\n",
                           "Content-Encoding: ,GZIP ,\r\n", "Transfer-Encoding: chunked\r\n"}) {
    EXPECT_FALSE(head_of({line}).fault()) << line;
  }
}

TEST(Head, KnowsNoLengthThatIsNoNumber) {
  for (const char* line : {"Content-Length: -1\r\n", "Content-Length: 12x\r\n", "Content-Length:\r\n",
                           "Content-Length: 99999999999999999999999\r\n"}) {
    EXPECT_EQ(head_of({line}).length(), std::nullopt) << line;
  }
}

}  // namespace
}  // namespace winnow::fetch
