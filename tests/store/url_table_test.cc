// What the contract of State can't show of known URLs on disk: many of them, opened again, with and without their
// hashes.
#include <gtest/gtest.h>

#include "store/open.h"
#include "store/row_set.h"
#include "store/sample.h"
#include "store/sqlite.h"

namespace winnow::store {
namespace {

namespace fs = std::filesystem;

constexpr Instant kNow{std::chrono::seconds(1739281361)};

TEST(RowSet, FindsEachRowAndFewOthers) {
  RowSet set;
  constexpr std::uint64_t kRows = 100'000;
  for (std::uint64_t number = 1; number <= kRows; ++number) set.add(hash64(std::to_string(number)), number);
  EXPECT_EQ(set.size(), kRows);
  std::uint64_t others = 0;
  for (std::uint64_t number = 1; number <= kRows; ++number) {
    const auto is_it = [&](std::uint64_t row) {
      others += row != number ? 1 : 0;
      return row == number;
    };
    ASSERT_TRUE(set.find(hash64(std::to_string(number)), is_it)) << number;
    const auto never = [&](std::uint64_t) { return ++others == 0; };
    ASSERT_FALSE(set.find(hash64("none " + std::to_string(number)), never));
  }
  EXPECT_LT(others, kRows / 100);
}

TEST(RowSet, FindsAllRowsOfOneHash) {
  RowSet set;
  for (std::uint64_t number = 1; number <= 1000; ++number) set.add(~std::uint64_t{0}, number);
  std::uint64_t rows = 0;
  EXPECT_FALSE(set.find(~std::uint64_t{0}, [&](std::uint64_t) { return ++rows == 0; }));
  EXPECT_EQ(rows, 1000u);
  EXPECT_FALSE(RowSet().find(1, [](std::uint64_t) { return true; }));
}

class ManyUrls : public testing::Test {
 protected:
  static constexpr std::size_t kUrls = 2345;  // some chunks of hashes and a part of one

  static std::vector<Found> found(std::size_t from, std::size_t count) {
    std::vector<Found> out;
    for (std::size_t i = from; i < from + count; ++i) {
      const std::string url = "https://e.com/" + std::to_string(i);
      out.push_back({url, url, "", 0});
    }
    return out;
  }
  Stores open() { return std::move(open_store(root_, Access::read_write).value()); }
  void change(const std::string& sql) {
    auto db = Database::open((root_ / "state.db").string(), Database::Mode::read_write);
    ASSERT_TRUE(db->execute(sql));
  }
  // Of the first so many one is new.
  void expect_one_new(std::size_t count) {
    Stores stores = open();
    EXPECT_EQ(stores.state->add("s", found(0, count), kNow).value(), 1u);
    EXPECT_EQ(stores.state->pending("s").value(), count);
    EXPECT_TRUE(stores.state->commit());
  }
  void SetUp() override {
    Stores stores = open();
    for (std::size_t from = 0; from < kUrls; from += 7) {
      ASSERT_TRUE(stores.state->add("s", found(from, std::min<std::size_t>(7, kUrls - from)), kNow));
    }
    ASSERT_TRUE(stores.state->commit());
  }

  TemporaryDirectory directory_;
  fs::path root_ = directory_.path() / "store";
};

TEST_F(ManyUrls, AreKnownWhenOpenedAgain) {
  for (std::size_t more = 1; more < 4; ++more) expect_one_new(kUrls + more);
}

TEST_F(ManyUrls, AreKnownWithoutTheirHashes) {
  change("DELETE FROM url_hashes");
  expect_one_new(kUrls + 1);
  change("DELETE FROM url_hashes WHERE chunk = 2");
  expect_one_new(kUrls + 2);
  change("UPDATE url_hashes SET hashes = substr(hashes, 1, 80) WHERE chunk = 1");
  expect_one_new(kUrls + 3);
  change("INSERT INTO url_hashes VALUES (99, x'00')");
  expect_one_new(kUrls + 4);
}

TEST_F(ManyUrls, AreKnownWithoutTheSeed) {
  change("DELETE FROM url_hashes WHERE chunk = -1");
  expect_one_new(kUrls + 1);
  change("UPDATE url_hashes SET hashes = x'00' WHERE chunk = -1");
  expect_one_new(kUrls + 2);
  expect_one_new(kUrls + 3);
}

TEST_F(ManyUrls, ANumberThatNoRowCanHaveIsDamage) {
  for (const char* number : {"9223372036854775807", "4000000000000", "-5"}) {
    change(std::string("UPDATE urls SET number = ") + number + " WHERE number = (SELECT max(number) FROM urls)");
    if (std::string_view(number) == "-5") change("DELETE FROM urls WHERE number > 0");
    {
      Stores stores = open();
      const auto added = stores.state->add("s", found(0, 1), kNow);
      ASSERT_FALSE(added) << number;
      EXPECT_EQ(added.error().code, Code::corrupt) << added.error().text;
    }
    // The next writer begins anew.
    Stores stores = open();
    EXPECT_NE(stores.notice.find("damaged"), std::string::npos) << stores.notice;
    EXPECT_EQ(stores.state->add("s", found(0, 10), kNow).value(), 10u);
    ASSERT_TRUE(stores.state->commit());
  }
}

TEST_F(ManyUrls, AreHashedByASeedOfTheStore) {
  const auto seed_of = [](const fs::path& root) {
    auto db = Database::open((root / "state.db").string(), Database::Mode::read_only);
    Statement q = db->prepare("SELECT hashes FROM url_hashes WHERE chunk = -1");
    EXPECT_TRUE(q.step().value());
    return std::string(q.blob(0));
  };
  { const auto other = open_store(directory_.path() / "other", Access::read_write); }
  EXPECT_EQ(seed_of(root_).size(), 8u);
  EXPECT_NE(seed_of(root_), seed_of(directory_.path() / "other"));
}

TEST_F(ManyUrls, ForgottenOnesAreNew) {
  change("DELETE FROM urls WHERE number = 17");
  expect_one_new(kUrls);
  change("DELETE FROM urls WHERE number > 2000");
  Stores stores = open();
  EXPECT_EQ(stores.state->add("s", found(0, kUrls), kNow).value(), kUrls - 1999);
}

TEST_F(ManyUrls, WhatWasNotCommittedIsNewAgain) {
  {
    Stores stores = open();
    ASSERT_EQ(stores.state->add("s", found(kUrls, 900), kNow).value(), 900u);
  }
  expect_one_new(kUrls + 1);
}

TEST_F(ManyUrls, AReaderSeesWhatTheWriterAdds) {
  Stores writer = open();
  Stores reader = std::move(open_store(root_, Access::read_only).value());
  EXPECT_FALSE(reader.state->url("s", "https://e.com/5000").value());
  ASSERT_TRUE(writer.state->add("s", found(5000, 1), kNow));
  ASSERT_TRUE(writer.state->commit());
  EXPECT_TRUE(reader.state->url("s", "https://e.com/5000").value());
  EXPECT_TRUE(reader.state->url("s", "https://e.com/7").value());
}

TEST_F(ManyUrls, TheSameAddressInTwoSitesIsTwoRows) {
  Stores stores = open();
  EXPECT_EQ(stores.state->add("t", found(0, 100), kNow).value(), 100u);
  EXPECT_EQ(stores.state->url("t", "https://e.com/7").value().value().site, "t");
  EXPECT_EQ(stores.state->url("s", "https://e.com/7").value().value().site, "s");
  EXPECT_FALSE(stores.state->url("u", "https://e.com/7").value());
}

}  // namespace
}  // namespace winnow::store
