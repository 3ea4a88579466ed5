// Site files of full-text-RSS: what each line becomes, and what has no counterpart. The results are read as site files.
#include "import/ftr.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "import/ftr_lines.h"
#include "site/site_file.h"

namespace winnow::importing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The file that came of it, as winnow reads it.
site::Site read_back(const Imported& imported) {
  const auto loaded = site::parse_site(imported.yaml, "imported.yaml");
  for (const site::Fault& fault : loaded.faults) ADD_FAILURE() << fault.str() << "\n" << imported.yaml;
  return loaded.value;
}

const RuleSet& rules_of(const site::Site& site) {
  static const RuleSet kNone;
  return site.options.rules.empty() ? kNone : site.options.rules.front();
}

TEST(FtrLines, NameArgumentAndValue) {
  struct Row {
    std::string line, name, argument, value;
  };
  for (const Row& row : std::vector<Row>{
           {"title: //h1", "title", "", "//h1"},
           {"date://time", "date", "", "//time"},
           {"  Strip :  //a[@href='x:y'] ", "strip", "", "//a[@href='x:y']"},
           {"replace_string(<h2): <h3", "replace_string", "<h2", "<h3"},
           {"replace_string(a:b(c)): d): e", "replace_string", "a:b(c)", "d): e"},
           {"replace_string(x):", "replace_string", "x", ""},
           {"http_header(user-agent): A (b): c", "http_header", "user-agent", "A (b): c"},
           {"author: (\"Brent Simmons\")", "author", "", "(\"Brent Simmons\")"},
           {"no rule at all", "", "", ""},
           {"//h1: x", "", "", ""},
           {"replace_string(x", "", "", ""},
       }) {
    const auto lines = read_ftr_lines("# comment\n\n" + row.line + "\r\n");
    ASSERT_EQ(lines.size(), 1u) << row.line;
    EXPECT_EQ(lines[0].number, 3);
    EXPECT_EQ(lines[0].name, row.name) << row.line;
    EXPECT_EQ(lines[0].argument, row.argument) << row.line;
    EXPECT_EQ(lines[0].value, row.value) << row.line;
  }
}

TEST(Ftr, AFileBecomesASiteFile) {
  const Imported imported = import_ftr(R"(# a comment
title: //h1[@class='t']
title: //meta[@property="og:title"]/@content
body: //div[@id='content'] | //div[contains(concat(' ',normalize-space(@class),' '),' text ')]
author: string('Jane Doe')
date: substring-after(//p[@class='d'], 'Posted: ')
next_page_link: //a[@rel='next']/@href
single_page_link: //a[@class='print']
if_page_contains: //div[@id='pager']/b
single_page_link: //a[.='Whole']/@href
strip: //div[@class='x']/text()
strip_attr: //img/@srcset
strip_id_or_class: "related"
strip_image_src: /pixel.gif
prune: no
tidy: no
http_header(User-Agent): Test/1.0
http_header(Cookie): a=1; b='2'
find_string: <p class="lead">
replace_string: <p>
replace_string(data-src=): src=
test_url: https://www.example.com/1.html
test_contains: it's the first: words
test_url: https://www.example.com/2.html
)",
                                       "example.com.txt");
  EXPECT_EQ(imported.name, "example.com");
  EXPECT_EQ(imported.lines, 23u);
  EXPECT_EQ(imported.converted, 23u);
  EXPECT_TRUE(imported.skipped.empty());
  EXPECT_TRUE(imported.yaml.starts_with("# Imported from full-text-RSS, and not verified."));
  const site::Site site = read_back(imported);
  EXPECT_EQ(site.name, "example.com");
  EXPECT_EQ(site.home, "https://example.com/");
  EXPECT_FALSE(site.enabled) << "what nobody has verified is not crawled";
  EXPECT_EQ(site.manners.user_agent, "Test/1.0");
  EXPECT_THAT(site.manners.headers, ElementsAre(std::pair<std::string, std::string>("Cookie", "a=1; b='2'")));
  ASSERT_EQ(site.options.replace.size(), 2u);
  EXPECT_EQ(site.options.replace[0].find, "<p class=\"lead\">");
  EXPECT_EQ(site.options.replace[1].with, "src=");
  const RuleSet& set = rules_of(site);
  EXPECT_EQ(set.name, "imported");
  EXPECT_EQ(set.fields.at(Field::title).places[0].css, "h1[class=\"t\"]");
  EXPECT_EQ(set.fields.at(Field::title).places[1].attr, "content");
  EXPECT_EQ(set.fields.at(Field::body).places[0].css, "div#content, div.text");
  EXPECT_FALSE(set.fields.at(Field::body).prune);
  EXPECT_EQ(set.fields.at(Field::authors).places[0].value, "Jane Doe");
  EXPECT_EQ(set.fields.at(Field::published).places[0].match, "(?s)Posted: (.*)$");
  EXPECT_EQ(set.fields.at(Field::next_page).places[0].attr, "");
  const std::vector<Place>& single = set.fields.at(Field::single_page).places;
  ASSERT_EQ(single.size(), 2u);
  EXPECT_EQ(single[0].css, "html:has(div#pager > b) :is(a[class=\"print\"])");
  EXPECT_EQ(single[1].css, "a:text(=\"Whole\")[href]");
  EXPECT_EQ(single[1].attr, "") << "of a link the address is taken without saying so";
  ASSERT_EQ(set.remove.size(), 4u);
  EXPECT_EQ(set.remove[0].css, "div[class=\"x\"]::text");
  EXPECT_EQ(set.remove[1].attr, "srcset");
  EXPECT_EQ(set.remove[2].css, "[class*=\"related\"], [id*=\"related\"]");
  EXPECT_EQ(set.remove[3].css, "img[src*=\"/pixel.gif\"]");
  ASSERT_EQ(site.tests.size(), 2u);
  EXPECT_THAT(site.tests[0].has, ElementsAre("it's the first: words"));
}

TEST(Ftr, WhatHasNoCounterpartIsNamedWithItsLine) {
  struct Row {
    std::string line, reason;
  };
  for (const Row& row : std::vector<Row>{
           {"requires_login: yes", "winnow does not log in"},
           {"single_page_link_in_feed: //a", "takes a feed's links as they are"},
           {"single_page_link: string('x')", "it must be a link"},
           {"if_page_contains: //b", "no link above it"},
           {"wrap_in(figure): //img", "does not wrap elements"},
           {"title: //h1[", "it is no XPath"},
           {"body: //meta/@content", "a body is elements"},
           {"body: string('x')", "a body is elements"},
           {"next_page_link: string('x')", "it must be a link"},
           {"strip: 'words'", "it is a text, no path to elements"},
           {"strip:", "it says nothing"},
           {"strip_id_or_class: '\"'", "it says nothing"},
           {"strip_image_src: ''", "it says nothing"},
           {"http_header: x", "http_header(name): value"},
           {"http_header(a b): x", "http_header(name): value"},
           {"find_string: x", "no replace_string of its own"},
           {"replace_string: x", "no find_string of its own"},
           {"replace_string(): x", "nothing that is to be found"},
           {"find_string(x): y", "takes no argument"},
           {"prune: perhaps", "it must be yes or no"},
           {"prune: no", "no rule chooses the body"},
           {"parser: libxml", "as the HTML standard says"},
           {"autodetect_on_failure: no", "always takes over"},
           {"convert_double_br_tags: no", "always make a paragraph"},
           {"autodetect_next_page: no", "always looked for"},
           {"test_url: example.com", "it is no web address"},
           {"test_contains: x", "no test_url above it"},
           {"titel: //h1", "'titel' is not known here"},
           {"what is this", "it is no rule"},
       }) {
    const Imported imported = import_ftr("tidy: yes\n\n" + row.line + "\n", "a.example.txt");
    EXPECT_EQ(imported.lines, 2u) << row.line;
    EXPECT_EQ(imported.converted, 1u) << row.line;
    ASSERT_EQ(imported.skipped.size(), 1u) << row.line;
    EXPECT_EQ(imported.skipped[0].line, 3) << row.line;
    EXPECT_THAT(imported.skipped[0].reason, HasSubstr(row.reason)) << row.line;
    EXPECT_THAT(imported.yaml, HasSubstr("#   line 3, " + row.line + ": ")) << "the file says so, too";
    read_back(imported);
  }
}

TEST(Ftr, WhatWinnowDoesAnywayIsConverted) {
  const Imported imported = import_ftr(
      "tidy: yes\nparser: html5lib\nautodetect_on_failure: yes\nconvert_double_br_tags: yes\nautodetect_next_page: "
      "yes\n"
      "prune: yes\nstrip: //comment()\nhttp_header(Accept): a\nhttp_header(accept): b\nhttp_header(user-agent): "
      "a\nhttp_header(User-Agent): b\n",
      "a.example.txt");
  EXPECT_EQ(imported.converted, 9u);
  ASSERT_EQ(imported.skipped.size(), 2u);
  EXPECT_EQ(imported.skipped[0].line, 9);
  EXPECT_EQ(imported.skipped[1].line, 11);
}

TEST(Ftr, FindAndReplaceBelongTogetherByTheirOrder) {
  const auto pairs = [](const std::string& text) {
    std::string out;
    for (const Replacement& r : read_back(import_ftr(text, "a.example.txt")).options.replace)
      out += (out.empty() ? "" : " ") + r.find + ">" + r.with;
    return out;
  };
  EXPECT_EQ(pairs("find_string: a\nreplace_string: b\nfind_string: c\nreplace_string: d"), "a>b c>d");
  EXPECT_EQ(pairs("find_string: a\nfind_string: c\nreplace_string: b\nreplace_string: d"), "a>b c>d");
  EXPECT_EQ(pairs("find_string: a\nreplace_string(x): y\nreplace_string: b"), "a>b x>y");
  EXPECT_EQ(pairs("find_string: a\nfind_string: c\nreplace_string: d"), "c>d");
  EXPECT_EQ(pairs("find_string: a\nreplace_string:"), "a>");
}

TEST(Ftr, NamesComeFromTheFile) {
  struct Row {
    std::string file, name, home;
  };
  for (const Row& row : std::vector<Row>{
           {"example.com.txt", "example.com", "https://example.com/"},
           {".example.co.uk.txt", "example.co.uk-all", "https://example.co.uk/"},
           {"WWW.Example.com.txt", "www.example.com", "https://www.example.com/"},
           {"global.txt", "global", "https://global.invalid/"},
           {"a b.example.txt", "ab.example", "https://ab.example/"},
       }) {
    const Imported imported = import_ftr("title: //h1\n", row.file);
    EXPECT_EQ(imported.name, row.name);
    EXPECT_EQ(read_back(imported).home, row.home);
  }
  EXPECT_EQ(import_ftr("title: //h1\n", "...txt").name, "");
}

// Whatever a line says, the file that comes of it is a site file.
TEST(Ftr, OddTextsAreWrittenSoThatTheyAreReadAgain) {
  for (const std::string& odd :
       std::vector<std::string>{"'", "\"", "\\", "a: b #c", "{x}", "[", "- a", "null", "é 作者", "\t|\x01>", "%", "@x",
                                "&amp;", "''\"\"", "\xFF", "true", "~", "1e3", "*a"}) {
    const Imported imported = import_ftr(
        "strip_id_or_class: " + odd + "\ntest_url: https://a.example/\ntest_contains: " + odd + "\nreplace_string(" +
            odd + "): " + odd + "\nhttp_header(x): " + odd + "\nauthor: concat('" + odd + "', 'x')\nwhat " + odd + "\n",
        "a.example.txt");
    read_back(imported);
  }
}

std::filesystem::path shared_files() {
  const char* shared = std::getenv("WINNOW_SHARED");
  return shared == nullptr ? std::filesystem::path() : std::filesystem::path(shared) / "ftr";
}

TEST(Ftr, RealFilesAreConverted) {
  if (shared_files().empty()) GTEST_SKIP() << "WINNOW_SHARED is not set";
  std::size_t files = 0, whole = 0, lines = 0, converted = 0;
  for (const auto& entry : std::filesystem::directory_iterator(shared_files())) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const Imported imported = import_ftr(text, entry.path().filename().string());
    read_back(imported);
    EXPECT_EQ(imported.converted + imported.skipped.size(), imported.lines) << entry.path();
    for (const Skipped& skipped : imported.skipped)
      EXPECT_FALSE(skipped.reason.empty()) << entry.path() << skipped.line;
    ++files, lines += imported.lines, converted += imported.converted;
    whole += imported.skipped.empty() ? 1 : 0;
  }
  EXPECT_GE(files, 300u);
  EXPECT_GE(converted * 100, lines * 90) << converted << " of " << lines;
  EXPECT_GE(whole * 100, files * 70) << whole << " of " << files;
}

}  // namespace
}  // namespace winnow::importing
