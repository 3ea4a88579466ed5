#include "survey/propose.h"

#include <gtest/gtest.h>

namespace winnow::survey {
namespace {

TEST(Propose, NothingOfNothing) { EXPECT_TRUE(propose_rules({}, {}).rules.empty()); }

}  // namespace
}  // namespace winnow::survey
