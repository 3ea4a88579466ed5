#include "winnow/internal/identity.h"

#include <gtest/gtest.h>

namespace winnow::internal {
namespace {

TEST(Identity, TheCanonicalLinkCountsWhereItMayBeBelieved) {
  struct Row {
    const char* fetched;
    const char* link;
    const char* identity;
  };
  for (const Row& row : {
           Row{"https://a.example/1?utm_source=x#top", "", "https://a.example/1"},
           {"https://a.example/1?from=x", "https://a.example/1", "https://a.example/1"},
           {"https://www.a.example/1", "https://a.example/one", "https://a.example/one"},
           {"https://a.example/1", "https://www.a.example/one", "https://www.a.example/one"},
           {"https://a.example/1", "/one", "https://a.example/one"},
           {"https://a.example/1", "https://a.example/", "https://a.example/1"},
           {"https://a.example/1", "https://b.example/1", "https://a.example/1"},
           {"https://a.example/1", "javascript:void(0)", "https://a.example/1"},
           {"https://a.example/", "https://a.example/", "https://a.example/"},
           {"", "https://a.example/1", "https://a.example/1"},
           {"", "", ""},
       }) {
    EXPECT_EQ(identity(Url::parse(row.fetched), row.link), row.identity) << row.fetched << " " << row.link;
  }
}

}  // namespace
}  // namespace winnow::internal
