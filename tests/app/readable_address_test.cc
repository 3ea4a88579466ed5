#include "app/readable_address.h"

#include <gtest/gtest.h>

namespace winnow::app {
namespace {

TEST(ReadableAddress, ForEyes) {
  const struct {
    const char* url;
    const char* home;
    const char* shown;
  } rows[] = {
      {"https://a.example/1.html", "https://a.example/", "/1.html"},
      {"https://a.example/", "https://a.example/news/", "/"},
      {"https://b.example/1.html", "https://a.example/", "https://b.example/1.html"},
      {"https://a.example.b/1", "https://a.example/", "https://a.example.b/1"},
      {"https://a.example/%E5%A4%A7%E6%A1%A5-1", "https://a.example/", "/\u5927\u6865-1"},
      {"https://a.example/a%2Fb%20c", "https://a.example/", "/a%2Fb%20c"},
      {"https://a.example/%FF%E5", "https://a.example/", "/%FF%E5"},
      {"https://a.example/%C2%85x", "https://a.example/", "/ x"},
      {"https://a.example/100%", "https://a.example/", "/100%"},
      {"x", "no address", "x"},
      {"", "", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(readable_address(row.url, row.home), row.shown) << row.url;
}

}  // namespace
}  // namespace winnow::app
