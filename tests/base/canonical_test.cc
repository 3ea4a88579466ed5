#include <gtest/gtest.h>

#include "base/url.h"

namespace winnow {
namespace {

std::string canonical_of(std::string_view text, const CanonicalRules& rules = {}) {
  const auto url = Url::parse(text);
  return url ? canonical(*url, rules) : "no URL";
}

TEST(Canonical, OneTextForAllSpellings) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"HTTPS://News.Example.COM:443/a/./b/../c", "https://news.example.com/a/c"},
      {"https://h/a#comments", "https://h/a"},
      {"https://h/a#", "https://h/a"},
      {"https://me:secret@h/a", "https://h/a"},
      {"https://h/a?", "https://h/a"},
      {"https://h/a?&", "https://h/a"},
      {"https://h/a?b=2&a=1", "https://h/a?b=2&a=1"},
      {"https://h/a?b=2&&a=1&", "https://h/a?b=2&a=1"},
      {"https://h/a?b", "https://h/a?b"},
      {"https://h/a?=b", "https://h/a?=b"},
      {"https://h/%e4%b8%ad", "https://h/%E4%B8%AD"},
      {"https://h/\u4E2D", "https://h/%E4%B8%AD"},
      {"https://h/%7Eme/%41?x=%2d", "https://h/~me/A?x=-"},
      {"https://h/a%2fb", "https://h/a%2Fb"},
      {"https://h/a%2541", "https://h/a%2541"},
      {"https://h/100%", "https://h/100%"},
      {"https://h", "https://h/"},
  };
  for (const auto& [input, expected] : rows) EXPECT_EQ(canonical_of(input), expected) << input;
}

TEST(Canonical, TrackingParametersAreDropped) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"https://h/a?utm_source=x&id=7&utm_medium=y", "https://h/a?id=7"},
      {"https://h/a?UTM_Source=x", "https://h/a"},
      {"https://h/a?utm%5Fsource=x", "https://h/a"},
      {"https://h/a?id=7&fbclid=abc", "https://h/a?id=7"},
      {"https://h/a?gclid=1&dclid=2&msclkid=3", "https://h/a"},
      {"https://h/a?spm=a2.b3&id=7", "https://h/a?id=7"},
      {"https://h/a?utm=1", "https://h/a?utm=1"},
      {"https://h/a?from=utm_source", "https://h/a?from=utm_source"},
      {"https://h/a?spmid=1", "https://h/a?spmid=1"},
      {"https://h/a?ref=home", "https://h/a?ref=home"},
  };
  for (const auto& [input, expected] : rows) EXPECT_EQ(canonical_of(input), expected) << input;
}

TEST(Canonical, SiteRulesDropParametersAndReplaceAliases) {
  const CanonicalRules rules{
      .drop_query = {"from", "tr_*"}, .host_aliases = {"m.example.com", "WWW.example.com"}, .host = "example.com"};
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"https://m.example.com/a?from=home&id=1", "https://example.com/a?id=1"},
      {"https://www.example.com/a", "https://example.com/a"},
      {"https://m.example.com:8080/a", "https://example.com:8080/a"},
      {"https://x.example.com/a", "https://x.example.com/a"},
      {"https://example.com/a?tr_x=1&tr=2", "https://example.com/a?tr=2"},
      {"https://example.com/a?From=1", "https://example.com/a?From=1"},
  };
  for (const auto& [input, expected] : rows) EXPECT_EQ(canonical_of(input, rules), expected) << input;
}

TEST(Canonical, IsItsOwnCanonicalForm) {
  for (const std::string_view text : {"https://h/%7e%2e%2E/a?x=%26utm_source=1#y", "x://h/a%2", "mailto:a@b?utm_a=1"}) {
    const std::string once = canonical_of(text);
    EXPECT_EQ(canonical_of(once), once) << text;
  }
}

TEST(Glob, MatchesTheWholeText) {
  struct Row {
    std::string_view pattern, text;
    bool matches;
  };
  const Row rows[] = {
      {"", "", true},
      {"", "a", false},
      {"a", "a", true},
      {"a", "ab", false},
      {"*", "", true},
      {"*", "abc", true},
      {"utm_*", "utm_", true},
      {"utm_*", "utm_source", true},
      {"utm_*", "autm_", false},
      {"*id", "sessionid", true},
      {"*id", "ids", false},
      {"a*c", "abcbc", true},
      {"a*b*c", "aXbYc", true},
      {"a*b*c", "acb", false},
      {"?", "a", true},
      {"?", "", false},
      {"?", "\u4E2D", true},
      {"??", "\u4E2D", false},
      {"a?c", "abc", true},
      {"*?", "", false},
      {"**", "x", true},
      {"a**b", "ab", true},
      {"*a*a*", "a", false},
      {"*.example.com", "www.example.com", true},
  };
  for (const Row& row : rows)
    EXPECT_EQ(glob_match(row.pattern, row.text), row.matches) << row.pattern << " " << row.text;
}

TEST(Glob, HostilePatternsEndSoon) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "a*";
  EXPECT_FALSE(glob_match(pattern + "b", std::string(20000, 'a')));
}

}  // namespace
}  // namespace winnow
