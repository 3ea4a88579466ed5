#include "base/json.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace winnow {
namespace {

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(Json, ReadsAndWrites) {
  struct Row {
    std::string_view text, written;
  };
  const Row rows[] = {
      {"null", "null"},
      {" true ", "true"},
      {"[]", "[]"},
      {"{}", "{}"},
      {R"({"b":1,"a":[2,{"c":null}]})", R"({"b": 1, "a": [2, {"c": null}]})"},
      {R"("中 \u4e2d \ud83d\ude00")", R"("中 中 😀")"},
      {R"("\/ \b \f \n \r \t \" \\ \u0001 \u007f")", R"("/ \u0008 \u000c \n \r \t \" \\ \u0001 \u007f")"},
      {"-0", "0"},
      {"1.50", "1.5"},
      {"2.0", "2"},
      {"1e3", "1000"},
      {"0.1", "0.1"},
      {"9223372036854775807", "9223372036854775807"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"9007199254740993", "9007199254740993"},
      {"18446744073709551615", "1.8446744073709552e+19"},
      {"123456789012345678901234567890", "1.2345678901234568e+29"},
      {"\xEF\xBB\xBF[1]", "[1]"},
  };
  for (const Row& row : rows) {
    const auto value = Json::parse(row.text);
    ASSERT_TRUE(value) << row.text;
    EXPECT_EQ(value->dump(), row.written);
    const auto again = Json::parse(value->dump());
    ASSERT_TRUE(again) << row.text;
    EXPECT_EQ(again->dump(), row.written);
  }
}

TEST(Json, StrictReadingRefuses) {
  const std::string_view rows[] = {
      "",     " ",    "{",      "[1,]",       R"({"a":1,})", "{'a':1}",   "[1] x",       "// c\n[1]",
      "[01]", "[1.]", "[NaN]",  "[1e999]",    "\"a\nb\"",    "\"\\x41\"", "\"\\ud800\"", "\"\xE4\xB8\"",
      "[1];", "nul",  "[\"a\"", R"({"a" 1})", R"({1:2})",
  };
  for (const std::string_view row : rows) EXPECT_FALSE(Json::parse(row)) << row;
}

TEST(Json, ReadsWhatPagesWrite) {
  struct Row {
    std::string_view text, written;
  };
  const Row rows[] = {
      {"{\"a\": \"line\none\ttwo\x01\"}", R"({"a": "line\none\ttwo "})"},
      {R"([1, 2, ])", "[1, 2]"},
      {R"({"a": 1 , })", R"({"a": 1})"},
      {R"({"a": ",]", "b": "}",})", R"({"a": ",]", "b": "}"})"},
      {"/* c */ {\"a\": 1} // d", R"({"a": 1})"},
      {"{\"a\": /* c */ 1}", R"({"a": 1})"},
      {"<!-- {\"a\": 1} -->", R"({"a": 1})"},
      {"//<![CDATA[\n{\"a\": 1}\n//]]>", R"({"a": 1})"},
      {"/*<![CDATA[*/[1]/*]]>*/", "[1]"},
      {R"({"a": "<![CDATA[x]]>",})", R"({"a": "<![CDATA[x]]>"})"},
      {"{\"a\": 1};", R"({"a": 1})"},
      {"var data = [1];", "[1]"},
      {R"({"a": "it\'s"})", R"({"a": "it's"})"},
      {"{\"a\": \"b\\\nc\"}", R"({"a": "b c"})"},
      {"[\"\xE4\xB8\"]", "[\"\xEF\xBF\xBD\"]"},
      {"\"strict scalar\"", "\"strict scalar\""},
  };
  for (const Row& row : rows) {
    const auto value = Json::parse_lenient(row.text);
    ASSERT_TRUE(value) << row.text;
    EXPECT_EQ(value->dump(), row.written);
  }
}

TEST(Json, LeniencyHasItsEnd) {
  const std::string_view rows[] = {"", "no", "{", "}{", "{a: 1}", "[1 2]", R"({"a": "b)", "]]>"};
  for (const std::string_view row : rows) EXPECT_FALSE(Json::parse_lenient(row)) << row;
}

TEST(Json, DepthIsBounded) {
  EXPECT_TRUE(Json::parse(nested(64)));
  EXPECT_FALSE(Json::parse(nested(65)));
  EXPECT_FALSE(Json::parse_lenient(nested(65)));
  EXPECT_FALSE(Json::parse(std::string(1'000'000, '[')));
}

TEST(Json, KeysKeepTheirOrder) {
  Json value = *Json::parse(R"({"z": 1, "a": 2, "z": 3})");
  EXPECT_EQ(value.dump(), R"({"z": 1, "a": 2, "z": 3})");
  EXPECT_EQ(value["z"].integer(), 1);
  value.set("a", "new");
  value.set("m", Json());
  EXPECT_EQ(value.dump(), R"({"z": 1, "a": "new", "z": 3, "m": null})");
}

TEST(Json, AsksForTheWrongTypeGetNothing) {
  const Json value = *Json::parse(R"({"s": "x", "n": 7, "d": 2.5, "big": 1e19, "a": [1]})");
  EXPECT_EQ(value["n"].string(), "");
  EXPECT_EQ(value["s"].integer(-1), -1);
  EXPECT_EQ(value["d"].integer(), 2);
  EXPECT_EQ(value["big"].integer(-1), -1);
  EXPECT_EQ(value["n"].number(), 7.0);
  EXPECT_TRUE(value["s"].boolean(true));
  EXPECT_TRUE(value["s"].array().empty());
  EXPECT_TRUE(value["a"].object().empty());
  EXPECT_TRUE(value["none"]["deeper"].is_null());
}

TEST(Json, WritesAnythingAsValidText) {
  struct Row {
    Json value;
    std::string_view written;
  };
  const Row rows[] = {
      {Json("\xFF"), "\"\xEF\xBF\xBD\""},
      {Json(std::string("a\0b", 3)), "\"a\\u0000b\""},
      {Json(std::numeric_limits<double>::quiet_NaN()), "null"},
      {Json(std::numeric_limits<double>::infinity()), "null"},
      {Json(-9e18), "-9000000000000000000"},
      {Json(std::vector<std::string>{"a", "b"}), R"(["a", "b"])"},
      {Json(false), "false"},
  };
  for (const Row& row : rows) EXPECT_EQ(row.value.dump(), row.written);
}

TEST(Json, IndentsWhereAsked) {
  Json value;
  value.set("a", Json::Array{1, Json::Object{}});
  value.set("b", "c");
  EXPECT_EQ(value.dump(2), "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"c\"\n}");
}

TEST(Json, PushAndSetMakeTheContainer) {
  Json value("text");
  value.push(1);
  EXPECT_EQ(value.dump(), "[1]");
  value.set("a", 2);
  EXPECT_EQ(value.dump(), R"({"a": 2})");
}

}  // namespace
}  // namespace winnow
