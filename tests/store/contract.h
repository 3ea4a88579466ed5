// The stores on which the contract is held: each test of it runs on all of them.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "store/open.h"
#include "store/sample.h"

namespace winnow::store {

enum class Kind { memory, disk };

class Contract : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    if (GetParam() == Kind::memory) {
      stores_ = memory_store();
      return;
    }
    auto opened = open_store(directory_.path() / "store", Access::read_write);
    ASSERT_TRUE(opened) << opened.error().text;
    stores_ = std::move(*opened);
  }

  State& state() { return *stores_.state; }
  ArticleStore& articles() { return *stores_.articles; }

  // Puts or fails the test.
  Put put(const Article& article, const PutOptions& options = {}) {
    auto done = articles().put(article, options);
    EXPECT_TRUE(done) << (done ? "" : done.error().text);
    return done ? *done : Put{};
  }

  TemporaryDirectory directory_;
  Stores stores_;
};

inline std::string kind_name(const testing::TestParamInfo<Kind>& info) {
  return info.param == Kind::memory ? "Memory" : "Disk";
}

}  // namespace winnow::store
