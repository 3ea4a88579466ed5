#include "base/variants.h"

#include <gtest/gtest.h>

namespace winnow::han {
namespace {

TEST(Variants, OrdinaryIdeographs) {
  struct Row {
    char32_t from, to;
  } rows[] = {
      {0x2F00, U'一'}, {0x2F42, U'文'},  {0x2FD5, 0x9FA0}, {0x2E81, 0x5382},   {0x2ED3, U'长'},
      {0x2ED4, U'门'}, {0x2EE9, U'黄'},  {0x2E8D, U'小'},  {0xF900, U'豈'},    {0xF92C, U'郎'},
      {0xFA12, U'晴'}, {0xFAD9, 0x9F8E}, {0x2F800, U'丽'}, {0x2FA1D, 0x2A600},
  };
  for (const Row& row : rows) EXPECT_EQ(unified(row.from), row.to) << std::hex << std::uint32_t{row.from};
}

TEST(Variants, OthersAreThemselves) {
  // The twelve of the block that are unified ideographs; a radical without one, what stands beside the blocks.
  for (const char32_t c :
       {0xFA0EU, 0xFA0FU,  0xFA11U,  0xFA13U, 0xFA14U, 0xFA1FU, 0xFA21U, 0xFA23U,   0xFA24U,    0xFA27U,
        0xFA28U, 0xFA29U,  0x2E80U,  0x2E9AU, 0x2E7FU, 0x2FD6U, 0x2FF0U, 0x31C0U,   0xF8FFU,    0xFADAU,
        0xFB00U, 0x2F7FFU, 0x2FA1EU, 0U,      0x41U,   0x4E2DU, 0xFF0CU, 0x10FFFFU, 0xFFFFFFFFU}) {
    EXPECT_EQ(unified(c), c) << std::hex << std::uint32_t{c};
  }
}

TEST(Variants, WhatComesOutIsOrdinary) {
  int changed = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const char32_t to = unified(c);
    changed += to != c ? 1 : 0;
    ASSERT_EQ(unified(to), to) << std::hex << std::uint32_t{c};
  }
  EXPECT_GT(changed, 1300);  // 329 radicals, some 1,000 compatibility ideographs
}

}  // namespace
}  // namespace winnow::han
