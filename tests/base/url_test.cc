#include "base/url.h"

#include <gtest/gtest.h>

namespace winnow {
namespace {

struct Row {
  std::string_view input, base, href;  // an empty href: no URL
};

void expect_hrefs(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    const auto base = row.base.empty() ? std::nullopt : Url::parse(row.base);
    const auto url = Url::parse(row.input, base ? &*base : nullptr);
    EXPECT_EQ(url ? url->href() : "", row.href) << row.input << " against " << row.base;
  }
}

TEST(Url, HasTheStandardsParts) {
  const auto url = Url::parse("https://User:pa:ss@Example.COM:8443/a b/c?q=1&r='#x y");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->href(), "https://User:pa%3Ass@example.com:8443/a%20b/c?q=1&r=%27#x%20y");
  EXPECT_EQ(url->protocol(), "https:");
  EXPECT_EQ(url->username(), "User");
  EXPECT_EQ(url->password(), "pa%3Ass");
  EXPECT_EQ(url->host(), "example.com:8443");
  EXPECT_EQ(url->hostname(), "example.com");
  EXPECT_EQ(url->port(), "8443");
  EXPECT_EQ(url->pathname(), "/a%20b/c");
  EXPECT_EQ(url->search(), "?q=1&r=%27");
  EXPECT_EQ(url->hash(), "#x%20y");
  EXPECT_EQ(url->origin(), "https://example.com:8443");
  EXPECT_EQ(url->effective_port(), 8443);
}

TEST(Url, EmptyQueryAndFragmentShowInHrefOnly) {
  const auto url = Url::parse("http://h/?#");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->href(), "http://h/?#");
  EXPECT_EQ(url->search(), "");
  EXPECT_EQ(url->hash(), "");
}

// 4.4, steps 1 to 3.
TEST(Url, WhiteSpaceAroundAndLineBreaksWithinAreDropped) {
  expect_hrefs({{" \t\nhttp://h/a ", "", "http://h/a"},
                {"http://h/a\r\nb\tc", "", "http://h/abc"},
                {"ht\ntp://h/", "", "http://h/"},
                {"\x01http://h/\x1F", "", "http://h/"},
                {"  ", "http://h/a?b#c", "http://h/a?b"}});
}

TEST(Url, IllFormedUtf8ReadsAsReplacement) {
  expect_hrefs({{"http://h/\xFF", "", "http://h/%EF%BF%BD"}, {"http://h/?\xE4\xB8", "", "http://h/?%EF%BF%BD"}});
}

TEST(Url, RelativeReferencesAreResolved) {
  constexpr std::string_view kBase = "http://a/b/c/d;p?q";  // the table of RFC 3986, 5.4, where WHATWG agrees
  expect_hrefs({{"g", kBase, "http://a/b/c/g"},
                {"./g", kBase, "http://a/b/c/g"},
                {"g/", kBase, "http://a/b/c/g/"},
                {"/g", kBase, "http://a/g"},
                {"//g", kBase, "http://g/"},
                {"?y", kBase, "http://a/b/c/d;p?y"},
                {"g?y", kBase, "http://a/b/c/g?y"},
                {"#s", kBase, "http://a/b/c/d;p?q#s"},
                {"g#s", kBase, "http://a/b/c/g#s"},
                {";x", kBase, "http://a/b/c/;x"},
                {"", kBase, "http://a/b/c/d;p?q"},
                {".", kBase, "http://a/b/c/"},
                {"..", kBase, "http://a/b/"},
                {"../g", kBase, "http://a/b/g"},
                {"../..", kBase, "http://a/"},
                {"../../../g", kBase, "http://a/g"},
                {"/./g", kBase, "http://a/g"},
                {"g;x=1/../y", kBase, "http://a/b/c/y"},
                {"g?y/../x", kBase, "http://a/b/c/g?y/../x"},
                {"http:g", kBase, "http://a/b/c/g"},
                {"https:g", kBase, "https://g/"},
                {"g:h", kBase, "g:h"},
                {"\\\\h\\x", kBase, "http://h/x"},
                {"%2e%2E/g", kBase, "http://a/b/g"},
                {".%2e/g", kBase, "http://a/b/g"},
                {"...", kBase, "http://a/b/c/..."}});
}

TEST(Url, WithoutSchemeABaseIsNeeded) {
  expect_hrefs({{"/a", "", ""},
                {"a.html", "", ""},
                {"//h/a", "", ""},
                {"", "", ""},
                {"1a:b", "", ""},
                {"x", "mailto:a@b", ""},
                {"#x", "mailto:a@b", "mailto:a@b#x"}});
}

TEST(Url, SchemesAreLowerCasedAndOwnPortsDropped) {
  expect_hrefs({{"HTTP://h:80/", "", "http://h/"},
                {"https://h:443", "", "https://h/"},
                {"https://h:80", "", "https://h:80/"},
                {"ws://h:80/", "", "ws://h/"},
                {"wss://h:443/", "", "wss://h/"},
                {"ftp://h:21/", "", "ftp://h/"},
                {"http://h:/", "", "http://h/"},
                {"http://h:0080/", "", "http://h/"},
                {"http://h:65535/", "", "http://h:65535/"},
                {"http://h:65536/", "", ""},
                {"http://h:8a/", "", ""},
                {"http://h:-1/", "", ""},
                {"x-y://h:0/", "", "x-y://h:0/"}});
}

TEST(Url, SlashesOfSpecialSchemesAreForgiven) {
  expect_hrefs({{"http:h/a", "", "http://h/a"},
                {"http:/h/a", "", "http://h/a"},
                {"http:\\\\h\\a", "", "http://h/a"},
                {"http:////h//a", "", "http://h//a"},
                {"http://", "", ""},
                {"http:///", "", ""},
                {"http://?q", "", ""}});
}

TEST(Url, CredentialsEndAtTheLastAt) {
  expect_hrefs({{"http://a@b@h/", "", "http://a%40b@h/"},
                {"http://a:b:c@h/", "", "http://a:b%3Ac@h/"},
                {"http://:b@h/", "", "http://:b@h/"},
                {"http://a:@h/", "", "http://a@h/"},
                {"http://@h/", "", "http://h/"},
                {"http://a@/", "", ""},
                {"http://a@:80/", "", ""}});
}

// 3.5, the IPv4 parser.
TEST(UrlHost, Ipv4InAllItsForms) {
  expect_hrefs({{"http://127.0.0.1/", "", "http://127.0.0.1/"},
                {"http://127.1/", "", "http://127.0.0.1/"},
                {"http://127.0.1/", "", "http://127.0.0.1/"},
                {"http://2130706433/", "", "http://127.0.0.1/"},
                {"http://0x7f000001/", "", "http://127.0.0.1/"},
                {"http://0X7F.1/", "", "http://127.0.0.1/"},
                {"http://0177.0.0.01/", "", "http://127.0.0.1/"},
                {"http://017700000001/", "", "http://127.0.0.1/"},
                {"http://0/", "", "http://0.0.0.0/"},
                {"http://0x/", "", "http://0.0.0.0/"},
                {"http://1.2.3.4./", "", "http://1.2.3.4/"},
                {"http://4294967295/", "", "http://255.255.255.255/"},
                {"http://\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x97.1/", "", "http://127.0.0.1/"},
                {"http://%31%32%37.1/", "", "http://127.0.0.1/"},
                {"http://4294967296/", "", ""},
                {"http://99999999999999999999999/", "", ""},
                {"http://1.2.3.256/", "", ""},
                {"http://256.1/", "", ""},
                {"http://1.2.3.4.5/", "", ""},
                {"http://1.2.3.08/", "", ""},
                {"http://1..2/", "", ""},
                {"http://a.1/", "", ""},
                {"http://a.0x/", "", ""},
                {"http://1.a/", "", "http://1.a/"},
                {"http://1e2/", "", "http://1e2/"}});
}

// 3.5, the IPv6 parser, and 3.6: the longest run of zeros is compressed, a single zero is not.
TEST(UrlHost, Ipv6) {
  expect_hrefs({{"http://[::1]/", "", "http://[::1]/"},
                {"http://[::]:81/", "", "http://[::]:81/"},
                {"http://[2001:DB8:0:0:1:0:0:1]/", "", "http://[2001:db8::1:0:0:1]/"},
                {"http://[1:0:2:0:0:0:3:4]/", "", "http://[1:0:2::3:4]/"},
                {"http://[1:2:3:4:5:6:7:0]/", "", "http://[1:2:3:4:5:6:7:0]/"},
                {"http://[1:2:3:4:5:6:7::]/", "", "http://[1:2:3:4:5:6:7:0]/"},
                {"http://[::2:3:4:5:6:7:8]/", "", "http://[0:2:3:4:5:6:7:8]/"},
                {"http://[::ffff:127.0.0.1]/", "", "http://[::ffff:7f00:1]/"},
                {"http://[1:2:3:4:5:6:7.8.9.10]/", "", "http://[1:2:3:4:5:6:708:90a]/"},
                {"http://[0001::]/", "", "http://[1::]/"},
                {"http://[1:2:3:4:5:6:7]/", "", ""},
                {"http://[1:2:3:4:5:6:7:8:9]/", "", ""},
                {"http://[::1:2:3:4:5:6:7:8]/", "", ""},
                {"http://[1::2::3]/", "", ""},
                {"http://[:1]/", "", ""},
                {"http://[1:]/", "", ""},
                {"http://[]/", "", ""},
                {"http://[::1/", "", ""},
                {"http://[12345::]/", "", ""},
                {"http://[::1.2.3]/", "", ""},
                {"http://[::1.2.3.256]/", "", ""},
                {"http://[::01.2.3.4]/", "", ""},
                {"http://[::1%25eth0]/", "", ""}});
}

TEST(UrlHost, DomainsBecomeAscii) {
  expect_hrefs({{"http://\u4F8B\u3048.jp/", "", "http://xn--r8jz45g.jp/"},
                {"http://fa\u00DF.de/", "", "http://xn--fa-hia.de/"},
                {"http://B\u00DCCHER.de/", "", "http://xn--bcher-kva.de/"},
                {"http://a\u3002b/", "", "http://a.b/"},
                {"http://%E4%BE%8B%E3%81%88.jp/", "", "http://xn--r8jz45g.jp/"},
                {"http://a_b.c--d.example./", "", "http://a_b.c--d.example./"},
                {"http://-a-.example/", "", "http://-a-.example/"},
                {"http://xn--a/", "", "http://xn--a/"},
                {"http://a b/", "", ""},
                {"http://a%00b/", "", ""},
                {"http://a%2Fb/", "", ""},
                {"http://a<b/", "", ""},
                {"http://%zz/", "", ""},
                {"http://\u00AD/", "", ""}});
}

TEST(UrlHost, OtherSchemesHaveOpaqueHosts) {
  expect_hrefs({{"x://H\u00E9.a/", "", "x://H%C3%A9.a/"},
                {"x://127.1/", "", "x://127.1/"},
                {"x://[::0]/", "", "x://[::]/"},
                {"x:///p", "", "x:///p"},
                {"x://a b/", "", ""},
                {"x://a|b/", "", ""},
                {"x://a%zz/", "", "x://a%zz/"}});
}

TEST(Url, OpaquePathsKeepTheirText) {
  expect_hrefs({{"mailto:A@b.c?subject=x y", "", "mailto:A@b.c?subject=x%20y"},
                {"javascript:alert('x y')", "", "javascript:alert('x y')"},
                {"data:text/html,<p>\u00E9", "", "data:text/html,<p>%C3%A9"},
                {"x:a #f", "", "x:a%20#f"},
                {"x:/..//p", "", "x:/.//p"}});
}

TEST(Url, FilePathsKnowDriveLetters) {
  expect_hrefs({{"file:///a/b", "", "file:///a/b"},
                {"file:a", "file:///x/y", "file:///x/a"},
                {"file:c|/a", "", "file:///c:/a"},
                {"file://c:/a", "", "file:///c:/a"},
                {"file://localhost/a", "", "file:///a"},
                {"file://h/a", "", "file://h/a"},
                {"..", "file:///c:/a", "file:///c:/"},
                {"/b", "file:///c:/a", "file:///c:/b"},
                {"d:/b", "file:///c:/a", "d:/b"},
                {"file:d:/b", "file:///c:/a", "file:///d:/b"},
                {"file:///c:/../..", "", "file:///c:/"},
                {"file:", "", "file:///"}});
}

TEST(Url, EachPartHasItsPercentEncodeSet) {
  expect_hrefs({{"http://h/ \"#<>", "", "http://h/%20%22#%3C%3E"},
                {"http://h/`{}^|'%", "", "http://h/%60%7B%7D%5E|'%"},
                {"http://h/? \"<>'`{}", "", "http://h/?%20%22%3C%3E%27`{}"},
                {"x://h/?'", "", "x://h/?'"},
                {"http://h/#`{}'", "", "http://h/#%60{}'"},
                {"http://h/\u65B0\u805E?\u65B0", "", "http://h/%E6%96%B0%E8%81%9E?%E6%96%B0"}});
}

TEST(Url, OriginIsOpaqueOutsideTheWeb) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"https://h:443/a", "https://h"},
      {"http://h:81/", "http://h:81"},
      {"ftp://h/", "ftp://h"},
      {"file:///a", "null"},
      {"mailto:a@b", "null"},
      {"x://h/", "null"},
      {"blob:https://h/1-2", "https://h"},
      {"blob:x", "null"},
      {"blob:blob:https://h/", "null"},
      {"blob:ftp://h/", "null"},
  };
  for (const auto& [input, origin] : rows) EXPECT_EQ(Url::parse(input)->origin(), origin) << input;
}

TEST(Url, EffectivePortIsTheSchemesOwnOrTheStated) {
  EXPECT_EQ(Url::parse("http://h/")->effective_port(), 80);
  EXPECT_EQ(Url::parse("https://h/")->effective_port(), 443);
  EXPECT_EQ(Url::parse("https://h:444/")->effective_port(), 444);
  EXPECT_EQ(Url::parse("file:///a")->effective_port(), 0);
}

TEST(Url, TooLongIsNoUrl) {
  EXPECT_TRUE(Url::parse("http://h/" + std::string(60000, 'a')));
  EXPECT_FALSE(Url::parse("http://h/" + std::string(70000, 'a')));
}

TEST(Url, HostileInputTakesLinearTime) {
  std::string deep = "http://h/";
  for (int i = 0; i < 16000; ++i) deep += "../";
  EXPECT_EQ(Url::parse(deep)->href(), "http://h/");
  EXPECT_FALSE(Url::parse("http://" + std::string(60000, '@')));
  EXPECT_FALSE(Url::parse("http://[" + std::string(60000, ':')));
}

}  // namespace
}  // namespace winnow
