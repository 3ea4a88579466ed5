// Answers that unpack to a thousand times their size, and such within such: the program takes 64 MB more at most than
// for ordinary pages, and says what it met.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <string>

#include "chaos/hostile_site.h"
#include "chaos/scale.h"

namespace winnow::chaos {
namespace {

using newsstand::Query;
using newsstand::Reply;
using ::testing::HasSubstr;

constexpr std::int64_t kMega = 1 << 20;
constexpr std::int64_t kMostMore = 64 * kMega;
constexpr const char* kSite = "discover: {auto: false, sitemaps: [ORIGIN/sitemap.txt]}\n";

// What the shell command prints; "" where its program is missing.
std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen((command + " 2>/dev/null").c_str(), "r"), ::pclose);
  std::string out;
  char buffer[1 << 16];
  for (std::size_t n = 0; pipe && (n = std::fread(buffer, 1, sizeof buffer, pipe.get())) > 0;) out.append(buffer, n);
  return out;
}

struct Bomb {
  const char* name;
  std::string command;  // prints the answer's body
  const char* coding;
  const char* says;
};

std::string zeros(int megabytes) { return "head -c " + std::to_string(megabytes) + "M /dev/zero"; }

std::vector<Bomb> bombs() {
  const std::string much = zeros(scaled(40, 1000)), few = zeros(20);
  return {
      {"gzip", much + " | gzip -9", "gzip", "unpacks to more than 100 times"},
      {"deflate", much + " | gzip -9", "deflate", ""},  // it isn't; libcurl says so or unpacks it
      {"brotli", much + " | brotli -c -q 9 -w 24", "br", "unpacks to more than 100 times"},
      {"zstd", much + " | zstd -c -19", "zstd", "unpacks to more than 100 times"},
      {"zstd with a window of 128 MB", much + " | zstd -c --ultra -19 --long=27", "zstd", "times"},
      {"gzip in gzip", much + " | gzip -9 | gzip -9", "gzip, gzip", "compressed more than once"},
      {"gzip in brotli in zstd", much + " | gzip -9 | brotli -c | zstd -c", "gzip, br, zstd", "more than once"},
      // 400 KB of spaces pass the ratio and are no page.
      {"below the ratio", few + " | gzip -9", "gzip", "100 times"},
  };
}

// An ordinary page, for comparison.
std::int64_t ordinary_peak() {
  const Ending ending = crawl_hostile(
      [](const Query& query) {
        if (query.target == "/robots.txt") return not_found();
        return query.target == "/sitemap.txt" ? sitemap_for(query, scaled(6, 40)) : reply_of(cli::Paper::story(7));
      },
      kSite);
  EXPECT_EQ(ending.ended.status, 0) << ending.ended.err;
  return ending.peak_bytes;
}

TEST(Bombs, TakeLittleMemoryAsPages) {
  const std::int64_t ordinary = ordinary_peak();
  ASSERT_GT(ordinary, 0);
  for (const Bomb& bomb : bombs()) {
    const std::string body = output_of(bomb.command);
    if (body.empty()) continue;  // its packer is missing
    const Ending ending = crawl_hostile(
        [&](const Query& query) {
          if (query.target == "/robots.txt") return not_found();
          if (query.target == "/sitemap.txt") return sitemap_for(query, scaled(6, 40));
          Reply reply = reply_of(body);
          reply.headers.emplace_back("Content-Encoding", bomb.coding);
          reply.chunked = query.target.back() % 2 == 0;
          return reply;
        },
        kSite);
    EXPECT_LE(ending.peak_bytes, ordinary + kMostMore) << bomb.name;
    EXPECT_THAT(ending.ended.err, HasSubstr(bomb.says)) << bomb.name;
    EXPECT_NE(ending.ended.status, -1) << bomb.name;
    std::printf("%s: %zu bytes; %+.1f MB, %lld ms\n", bomb.name, body.size(),
                static_cast<double>(ending.peak_bytes - ordinary) / static_cast<double>(kMega),
                static_cast<long long>(ending.took.count()));
  }
}

// A file that is packed itself is unpacked by the crawl, not by the fetcher.
TEST(Bombs, TakeLittleMemoryAsSitemaps) {
  const std::int64_t ordinary = ordinary_peak();
  const std::string body = output_of(zeros(scaled(40, 1000)) + " | gzip -9");
  ASSERT_FALSE(body.empty());
  const Ending ending = crawl_hostile(
      [&](const Query& query) {
        if (query.target == "/robots.txt") return not_found();
        return reply_of(body, "application/gzip");
      },
      "discover: {auto: false, sitemaps: [ORIGIN/a.xml.gz, ORIGIN/b.xml.gz, ORIGIN/c.xml.gz]}\n");
  EXPECT_LE(ending.peak_bytes, ordinary + kMostMore);
  EXPECT_THAT(ending.ended.err, HasSubstr("is no sitemap"));
}

}  // namespace
}  // namespace winnow::chaos
