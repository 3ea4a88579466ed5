#include "extract/dates.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace winnow::extract {
namespace {

struct Row {
  const char* text;
  const char* expected;  // of the first date, as to_iso writes it; "" for none
  const char* language = "";
};

std::string first(const Row& row) {
  std::vector<FoundDate> found = find_dates(row.text, date_style(row.language), 1);
  return found.empty() ? "" : to_iso(found.front().stamp);
}

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(first(row), row.expected) << row.text;
}

TEST(Dates, NumbersInEveryOrder) {
  check({
      {"2024-05-03", "2024-05-03"},
      {"2024/5/3", "2024-05-03"},
      {"2024.05.03", "2024-05-03"},
      {"03.05.2024", "2024-05-03"},
      {"3. 5. 2024", "2024-05-03"},
      {"03.05.24", "2024-05-03"},
      {"3/5/2024", "2024-05-03"},
      {"3/5/2024", "2024-03-05", "en-US"},
      {"25/5/2024", "2024-05-25", "en-US"},
      {"5/25/2024", "2024-05-25", "de"},
      {"3-5-2024", "2024-05-03"},
  });
}

TEST(Dates, WordsInManyLanguages) {
  check({
      {"May 3, 2024", "2024-05-03"},        {"3rd of May 2024", "2024-05-03"},
      {"Sept. 3, 2024", "2024-09-03"},      {"Freitag, 3. März 2024", "2024-03-03"},
      {"3. Jänner 2024", "2024-01-03"},     {"1er février 2024", "2024-02-01"},
      {"3 de mayo de 2024", "2024-05-03"},  {"3 de março de 2024", "2024-03-03"},
      {"3 maggio 2024", "2024-05-03"},      {"3 mei 2024", "2024-05-03"},
      {"3 września 2024", "2024-09-03"},    {"3 мая 2024 г.", "2024-05-03"},
      {"3. května 2024", "2024-05-03"},     {"3 Ağustos 2024", "2024-08-03"},
      {"3 maj 2024", "2024-05-03"},         {"3. desember 2024", "2024-12-03"},
      {"2024. május 3.", "2024-05-03"},     {"2024年5月3日", "2024-05-03"},
      {"２０２４年５月３日", "2024-05-03"}, {"2024년 5월 3일", "2024-05-03"},
      {"民國113年5月3日", "2024-05-03"},    {"03-May-24", "2024-05-03"},
  });
}

TEST(Dates, TimesOfDay) {
  check({
      {"2025-02-11 21:42:41", "2025-02-11T21:42:41"},
      {"2024-05-03T10:15Z", "2024-05-03T10:15:00+00:00"},
      {"2024-05-03T10:15-05:00", "2024-05-03T10:15:00-05:00"},
      {"May 3, 2024 at 3:15 PM", "2024-05-03T15:15:00"},
      {"May 3, 2024, 12:05 a.m.", "2024-05-03T00:05:00"},
      {"3. Mai 2024, 9.30 Uhr", "2024-05-03T09:30:00"},
      {"3. Mai 2024 um 9 Uhr", "2024-05-03T09:00:00"},
      {"3 mai 2024 à 10h30", "2024-05-03T10:30:00"},
      {"3. mai 2024 kl. 10.30", "2024-05-03T10:30:00"},
      {"2024年5月3日 21时42分", "2024-05-03T21:42:00"},
      {"2024年5月3日 下午3点15分", "2024-05-03T15:15:00"},
      {"2024年5月3日(金) 9時5分", "2024-05-03T09:05:00"},
      {"2024년 5월 3일 오후 3:15", "2024-05-03T15:15:00"},
      {"2024.05.03. 오전 9:15", "2024-05-03T09:15:00"},
      {"10:15, 3 May 2024", "2024-05-03T10:15:00"},
      {"Fri May  3 10:15:00 2024", "2024-05-03T10:15:00"},
  });
}

TEST(Dates, Zones) {
  check({
      {"3 May 2024 10:15 GMT", "2024-05-03T10:15:00+00:00"},
      {"3 May 2024 10:15 GMT+8", "2024-05-03T10:15:00+08:00"},
      {"3 May 2024 10:15 CEST", "2024-05-03T10:15:00+02:00"},
      {"May 3, 2024 10:15 a.m. ET", "2024-05-03T10:15:00-04:00"},
      {"January 3, 2024 10:15 a.m. ET", "2024-01-03T10:15:00-05:00"},
      {"2024-05-03 10:15 (UTC+05:30)", "2024-05-03T10:15:00+05:30"},
      {"2024-05-03 10:15 CST", "2024-05-03T10:15:00-06:00", "en"},
      {"2024-05-03 10:15 CST", "2024-05-03T10:15:00+08:00", "zh-Hans"},
  });
}

TEST(Dates, ASpanOfHoursIsNoOffset) { check({{"3 May 2024, 10:15-12:00", "2024-05-03T10:15:00"}}); }

TEST(Dates, WhatIsNoDateGivesNothing) {
  check({
      {"", ""},
      {"2024", ""},
      {"3 May", ""},
      {"31.02.2024", ""},
      {"2024-13-01", ""},
      {"192.168.20.24", ""},
      {"He may 3 times", ""},
      {"call 030 2024 55", ""},
      {"3 Mayonnaise 2024", ""},
  });
}

TEST(Dates, TheZoneTellsTheOrderWhereTheLanguageIsSpokenInMany) {
  EXPECT_TRUE(date_style("en").month_first);
  EXPECT_TRUE(date_style("en", "America/New_York").month_first);
  EXPECT_FALSE(date_style("en", "Europe/London").month_first);
  EXPECT_TRUE(date_style("en-US", "Europe/London").month_first);
  EXPECT_FALSE(date_style("en-GB", "America/New_York").month_first);
}

TEST(Dates, OneDateTellsTheOrderOfTheOthers) {
  struct Order {
    const char* text;
    std::optional<bool> month_first;
  };
  const std::vector<Order> rows = {
      {"03/04/2024", std::nullopt},
      {"03/04/2024 25/05/2024", false},
      {"03/04/2024 5/25/2024", true},
      {"25/05/2024 5/25/2024", std::nullopt},
      {"2024/05/25", std::nullopt},
      {"1/2/25/2024", std::nullopt},
      {"/ 5/ /5 5/5 40/40/2024 125/5/2024", std::nullopt},
      {"", std::nullopt},
  };
  for (const Order& row : rows) EXPECT_EQ(month_first(row.text), row.month_first) << row.text;
}

TEST(Dates, BytesOfTheDateAreKnown) {
  const std::string text = "第一財經 2025-02-11 21:42:41 聽新聞";
  std::vector<FoundDate> found = find_dates(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "2025-02-11 21:42:41");
}

TEST(Dates, AttributeValues) {
  struct Value {
    const char* text;
    const char* expected;
  };
  const std::vector<Value> rows = {
      {"20240503", "2024-05-03"},
      {"20240503101500", "2024-05-03T10:15:00"},
      {"1714731300", "2024-05-03T10:15:00+00:00"},
      {"1714731300000", "2024-05-03T10:15:00+00:00"},
      {"Fri, 03 May 2024 10:15:00 +0200", "2024-05-03T10:15:00+02:00"},
      {"Fri May 03 2024 10:15:00 GMT+0200 (CEST)", "2024-05-03T10:15:00+02:00"},
      {"12345", ""},
      {"soon", ""},
  };
  for (const Value& row : rows) {
    std::optional<Stamp> stamp = read_date(row.text);
    EXPECT_EQ(stamp ? to_iso(*stamp) : "", row.expected) << row.text;
  }
}

TEST(Dates, Addresses) {
  struct Address {
    const char* url;
    const char* expected;
  };
  const std::vector<Address> rows = {
      {"https://a.example/2024/05/03/story", "2024-05-03"},
      {"https://a.example/n1/2024/0503/c1-2.html", "2024-05-03"},
      {"https://a.example/2024-05-03-story", "2024-05-03"},
      {"https://a.example/t20240503_123.html", "2024-05-03"},
      {"https://a.example/2024-05/03/c_1.htm", "2024-05-03"},
      {"https://archive.example/web/20160330101229/http://a.example/2024/05/03/story", "2024-05-03"},
      {"https://archive.example/web/20160330101229/http://a.example/story", ""},
      {"https://a.example/story-20241399", ""},
      {"https://a.example/2024/story", ""},
  };
  for (const Address& row : rows) {
    std::optional<Url> url = Url::parse(row.url);
    ASSERT_TRUE(url);
    std::optional<Stamp> stamp = date_in_url(*url);
    EXPECT_EQ(stamp ? to_iso(*stamp) : "", row.expected) << row.url;
  }
}

TEST(Dates, LongTextIsBounded) {
  const std::string digits(1 << 20, '1');
  EXPECT_TRUE(find_dates(digits).empty());
  std::string dots;
  for (int i = 0; i < 100000; ++i) dots += "1.";
  EXPECT_TRUE(find_dates(dots).empty());
}

}  // namespace
}  // namespace winnow::extract
