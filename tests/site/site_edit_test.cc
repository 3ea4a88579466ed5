// Changes to a site file that leave the rest as its author wrote it.
#include "site/site_edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "site/site_file.h"

namespace winnow::site {
namespace {

using testing::HasSubstr;

const std::string kHead = "site: a   # mine\nhome: 'https://a.example/'\n\n";

// The page says: title New, lines "one" and "two", and not "share".
const PageTest kNew{.equal = {{"title", "New: a title"}}, .has = {"one", "two"}, .lacks = {"share"}};

Result<std::string> edit(const std::string& text, const PageTest& test = kNew, std::size_t number = 0) {
  const std::vector<Renewal> renewals{{number, test}};
  return replace_expectations(text, "a.yaml", renewals);
}

TEST(SiteEdit, OnlyWhatDiffersIsWrittenAnew) {
  const struct {
    const char* name;
    std::string before, after;
  } rows[] = {
      {"a plain scalar, and a comment",
       "tests:\n  - page: p.html\n    expect:\n      title: Old  # seen on Monday\n      has: [one, two]\n",
       "tests:\n  - page: p.html\n    expect:\n      title: 'New: a title'  # seen on Monday\n      has: [one, two]\n"
       "      lacks:\n        - share\n"},
      {"quotes, and a list of lines",
       "tests:\n- page: p.html\n  expect:\n    lacks: share\n    has:\n    - 'one''s'\n    - two # second\n    title: "
       "\"O\\\"ld\"\n",
       "tests:\n- page: p.html\n  expect:\n    lacks: share\n    has:\n    - one\n    - two # second\n"
       "    title: 'New: a title'\n"},
      {"folded over two lines",
       "tests:\n  - page: p.html\n    expect:\n      title: an old\n        title\n      has: [one, two]\n      lacks: "
       "[share]\n",
       "tests:\n  - page: p.html\n    expect:\n      title: 'New: a title'\n      has: [one, two]\n      lacks: "
       "[share]\n"},
      {"a text under a bar",
       "tests:\n  - page: p.html\n    expect:\n      title: |\n        an old\n\n        title\n      has: [one, "
       "two]\n      lacks: share\n",
       "tests:\n  - page: p.html\n    expect:\n      title: 'New: a title'\n      has: [one, two]\n      lacks: "
       "share\n"},
      {"all in one line",
       "tests: [{page: p.html, expect: {title: it's old, has: ['a, b', two], lacks: [share]}}]  # one\n",
       "tests: [{page: p.html, expect: {title: 'New: a title', has: [one, two], lacks: [share]}}]  # one\n"},
      {"one test alone, no expectation", "tests: {page: p.html, url: 'https://a.example/1'}\n",
       "tests: {page: p.html, url: 'https://a.example/1', expect: {title: 'New: a title', has: [one, two], lacks: "
       "[share]}}\n"},
      {"no expectation in lines",
       "tests:\n  - page: p.html  # saved on Monday\n    # where it was\n\nclean: {share: false}\n",
       "tests:\n  - page: p.html  # saved on Monday\n    expect:\n      title: 'New: a title'\n      has:\n        - "
       "one\n"
       "        - two\n      lacks:\n        - share\n    # where it was\n\nclean: {share: false}\n"},
      {"an empty expectation", "tests:\n  - expect:\n    page: p.html\n",
       "tests:\n  - expect: {title: 'New: a title', has: [one, two], lacks: [share]}\n    page: p.html\n"},
      {"an expectation that is an empty map", "tests:\n  - expect: {}\n    page: p.html\n",
       "tests:\n  - expect: {title: 'New: a title', has: [one, two], lacks: [share]}\n    page: p.html\n"},
      {"lists that are empty, or missing",
       "tests:\n  - page: p.html\n    expect:\n      title: Old\n      has:\n      lacks: ~\n",
       "tests:\n  - page: p.html\n    expect:\n      title: 'New: a title'\n      has: [one, two]\n      lacks: "
       "[share]\n"},
      {"what holds already",
       "tests: [{page: p.html, expect: {title: 'New: a title', has: [one, two], lacks: share}}]\n",
       "tests: [{page: p.html, expect: {title: 'New: a title', has: [one, two], lacks: share}}]\n"},
      {"no line break at the end", "tests:\n  - page: p.html",
       "tests:\n  - page: p.html\n    expect:\n      title: 'New: a title'"
       "\n      has:\n        - one\n        - two\n      lacks:\n        - share"},
  };
  for (const auto& row : rows) {
    const auto edited = edit(kHead + row.before);
    ASSERT_TRUE(edited) << row.name << ": " << edited.error().text;
    EXPECT_EQ(*edited, kHead + row.after) << row.name;
  }
}

TEST(SiteEdit, LineBreaksStayThoseOfTheFile) {
  const auto edited = edit("site: a\r\ntests:\r\n  - page: p.html\r\n");
  ASSERT_TRUE(edited) << edited.error().text;
  EXPECT_THAT(*edited, HasSubstr("  - page: p.html\r\n    expect:\r\n      title: "));
  EXPECT_EQ(edited->find("\n"), edited->find("\r\n") + 1);
}

TEST(SiteEdit, SeveralTestsAtOnce) {
  const std::string text =
      "tests:\n  - page: 1.html\n    expect: {title: A}\n  - page: 2.html\n    expect: {title: B}\n"
      "  - page: 3.html\n    expect: {title: C}\n";
  const std::vector<Renewal> renewals{{2, {.equal = {{"title", "Z"}}}}, {0, {.equal = {{"title", "X"}}}}};
  EXPECT_EQ(replace_expectations(text, "a.yaml", renewals).value(),
            "tests:\n  - page: 1.html\n    expect: {title: X}\n  - page: 2.html\n    expect: {title: B}\n"
            "  - page: 3.html\n    expect: {title: Z}\n");
}

TEST(SiteEdit, AListThatHoldsNoMoreIsEmptied) {
  const PageTest none{.equal = {{"title", "A"}}};
  EXPECT_EQ(
      edit("tests:\n  - page: 1\n    expect:\n      title: A\n      has:\n        - x\n        - y\n", none).value(),
      "tests:\n  - page: 1\n    expect:\n      title: A\n      has:\n        []\n");
}

TEST(SiteEdit, WhatCannotBeChangedAloneIsRefused) {
  const struct {
    const char* name;
    std::string text, says;
  } rows[] = {
      {"an alias", "language: &l Old\ntests: [{page: p.html, expect: {title: *l}}]\n", "can't be changed in place"},
      {"a tag", "tests: [{page: p.html, expect: {title: !!str Old}}]\n", "can't be changed in place"},
      {"no such test", "tests: []\n", "no test number 1 any more"},
      {"no tests", "site: a\n", "no test number 1 any more"},
      {"no YAML", "tests: [\n", "a.yaml:"},
  };
  for (const auto& row : rows) {
    const auto edited = edit(row.text);
    ASSERT_FALSE(edited) << row.name << ": " << *edited;
    EXPECT_EQ(edited.error().code, Code::invalid) << row.name;
    EXPECT_THAT(edited.error().text, HasSubstr(row.says)) << row.name;
    EXPECT_THAT(edited.error().text, HasSubstr("a.yaml")) << row.name;
  }
}

// Whatever a text says, the file that comes of it says that.
TEST(SiteEdit, OddTextsAreReadAgain) {
  for (const std::string& odd :
       std::vector<std::string>{"", "'", "\"", "a: b #c", "{x}", "- a", "null", "~", "é 作者：", "\t|>", "%", "@x",
                                "''\"\"", "true", "1e3", "*a", "a\nb", " a "}) {
    for (const std::string& text :
         {std::string("site: a\nhome: 'https://a.example/'\ntests: [{page: p.html, expect: {title: x, has: [y]}}]\n"),
          std::string("site: a\nhome: 'https://a.example/'\ntests:\n  - page: p.html\n")}) {
      const auto edited = edit(text, {.equal = {{"title", odd}}, .has = {odd, "b"}, .lacks = {odd}});
      ASSERT_TRUE(edited) << odd << ": " << edited.error().text;
      const auto site = parse_site(*edited, "a.yaml");
      ASSERT_EQ(site.value.tests.size(), 1U) << *edited;
      EXPECT_EQ(site.value.tests[0].equal.front().second, odd) << *edited;
      EXPECT_EQ(site.value.tests[0].has.front(), odd) << *edited;
      EXPECT_EQ(site.value.tests[0].lacks.front(), odd) << *edited;
    }
  }
}

}  // namespace
}  // namespace winnow::site
