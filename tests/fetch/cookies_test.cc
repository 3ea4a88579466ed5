// RFC 6265 in rows: what an answer sets, and what the next request then says.
#include "fetch/cookies.h"

#include <gtest/gtest.h>

namespace winnow::fetch {
namespace {

const Instant kNow = to_instant(*parse_iso("2025-03-11T08:00:00Z"));

void set(CookieJar& jar, const char* url, const std::vector<std::string>& lines, Instant now = kNow) {
  Response response;
  for (const std::string& line : lines) response.headers.emplace_back("set-cookie", line);
  jar.take(*Url::parse(url), response, now);
}

struct Row {
  const char* set_by;
  std::vector<std::string> lines;
  const char* asked;
  const char* sent;
};

TEST(CookieJar, SendsWhatFits) {
  const std::vector<Row> rows = {
      {"http://a.example/x/y", {"k=v"}, "http://a.example/x/z", "k=v"},
      {"http://a.example/x/y", {"k=v"}, "http://a.example/x", "k=v"},
      {"http://a.example/x/y", {"k=v"}, "http://a.example/xz", ""},
      {"http://a.example/x/y", {"k=v; Path=/"}, "http://a.example/", "k=v"},
      {"http://a.example/", {"k=v; path=/p"}, "http://a.example/p/q", "k=v"},
      {"http://a.example/", {"k=v; path=/p"}, "http://a.example/pq", ""},
      {"http://a.example/", {"k=v"}, "http://b.a.example/", ""},
      {"http://a.example/", {"k=v; Domain=a.example"}, "http://b.a.example/", "k=v"},
      {"http://b.a.example/", {"k=v; Domain=.A.example"}, "http://c.a.example/", "k=v"},
      {"http://a.example/", {"k=v; Domain=b.example"}, "http://b.example/", ""},
      {"http://a.example/", {"k=v; Domain=b.a.example"}, "http://b.a.example/", ""},
      {"http://10.0.0.1/", {"k=v; Domain=0.0.1"}, "http://10.0.0.1/", ""},
      {"https://a.example/", {"k=v; Secure"}, "https://a.example/", "k=v"},
      {"https://a.example/", {"k=v; Secure"}, "http://a.example/", ""},
      {"http://a.example/", {"k=v; Secure"}, "https://a.example/", ""},
      {"http://a.example/", {"k=v; Max-Age=60"}, "http://a.example/", "k=v"},
      {"http://a.example/", {"k=v; Max-Age=0"}, "http://a.example/", ""},
      {"http://a.example/", {"k=v; Max-Age=-9999999999999999999999"}, "http://a.example/", ""},
      {"http://a.example/", {"k=v; Expires=Tue, 11 Mar 2025 07:59:59 GMT"}, "http://a.example/", ""},
      {"http://a.example/", {"k=v; Expires=Tue, 11-Mar-2025 08:00:01 GMT"}, "http://a.example/", "k=v"},
      {"http://a.example/", {"k=v; Expires=Tue, 11 Mar 2025 07:00:00 GMT; Max-Age=5"}, "http://a.example/", "k=v"},
      {"http://a.example/", {"k=v; Max-Age=5; Expires=Tue, 11 Mar 2025 07:00:00 GMT"}, "http://a.example/", "k=v"},
      {"http://a.example/", {"k=v; Expires=nonsense; Max-Age=nonsense"}, "http://a.example/", "k=v"},
      {"http://a.example/", {"k=v=w; HttpOnly"}, "http://a.example/", "k=v=w"},
      {"http://a.example/", {" k = v \t; x"}, "http://a.example/", "k=v"},
      {"http://a.example/", {"k="}, "http://a.example/", "k="},
      {"http://a.example/", {"=v", "v", "", ";"}, "http://a.example/", ""},
      {"http://a.example/", {"k=1", "k=2"}, "http://a.example/", "k=2"},
      {"http://a.example/", {"k=1", "k=; Max-Age=0"}, "http://a.example/", ""},
      {"http://a.example/p/q", {"a=1; Path=/", "b=2"}, "http://a.example/p/q", "b=2; a=1"},
  };
  for (const Row& row : rows) {
    CookieJar jar;
    set(jar, row.set_by, row.lines);
    EXPECT_EQ(jar.header(*Url::parse(row.asked), kNow), row.sent) << row.set_by << ' ' << row.lines.front();
  }
}

TEST(CookieJar, ForgetsWhatIsOver) {
  CookieJar jar;
  set(jar, "http://a.example/", {"k=v; Max-Age=60"});
  EXPECT_EQ(jar.header(*Url::parse("http://a.example/"), kNow + std::chrono::seconds(59)), "k=v");
  EXPECT_EQ(jar.header(*Url::parse("http://a.example/"), kNow + std::chrono::seconds(60)), "");
}

TEST(CookieJar, IsBounded) {
  CookieJar jar;
  for (int i = 0; i < 1000; ++i) set(jar, "http://a.example/", {"k" + std::to_string(i) + "=" + std::string(10, 'v')});
  set(jar, "http://a.example/", {"long=" + std::string(5000, 'v')});
  const std::string sent = jar.header(*Url::parse("http://a.example/"), kNow);
  EXPECT_EQ(std::count(sent.begin(), sent.end(), '='), static_cast<std::ptrdiff_t>(CookieJar::kMost));
  EXPECT_EQ(sent.find("long"), std::string::npos);
  EXPECT_NE(sent.find("k999="), std::string::npos);
}

}  // namespace
}  // namespace winnow::fetch
