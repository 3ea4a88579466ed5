// Markdown is faithful: cmark-gfm reads the same blocks out of it as the article has. On rows of our own, on the golden
// pages and, where WINNOW_SHARED names the folder, on the benchmark's pages.
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "read_back.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

namespace fs = std::filesystem;

const std::string kUrl = "https://a.example/b";

Block text(std::string words, std::vector<Link> links = {}, BlockType type = BlockType::paragraph) {
  Block block;
  block.type = type;
  block.text = std::move(words);
  block.links = std::move(links);
  block.level = 2;
  return block;
}

Block list(std::vector<std::string> items, std::vector<int> depths = {}, std::vector<int> numbers = {}) {
  Block block;
  block.type = BlockType::list;
  block.items = std::move(items);
  block.depths = std::move(depths);
  block.numbers = std::move(numbers);
  block.ordered = !block.numbers.empty() && block.numbers.front() != kBullet;
  return block;
}

Block numbered(std::vector<std::string> items) {
  Block block = list(std::move(items));
  block.ordered = true;
  return block;
}

Block table(std::vector<std::vector<std::string>> rows, std::size_t header = 0) {
  Block block;
  block.type = BlockType::table;
  block.rows = std::move(rows);
  block.header = header;
  return block;
}

Block code(std::string words, std::string language = "") {
  Block block = text(std::move(words), {}, BlockType::code);
  block.language = std::move(language);
  return block;
}

Block shown(BlockType type, std::string src, std::string alt, std::string caption) {
  Block block;
  block.type = type;
  block.src = std::move(src);
  block.alt = std::move(alt);
  block.caption = std::move(caption);
  return block;
}

Block captioned(Block block, std::string caption) {
  block.caption = std::move(caption);
  return block;
}

void expect_faithful(const std::vector<Block>& body) {
  Article article;
  article.body = body;
  const std::string markdown = to_markdown(article);
  EXPECT_EQ(read_back(markdown), meant(article)) << markdown;
}

// What has a meaning somewhere in Markdown.
const char* const kTexts[] = {
    "plain words",
    "# no heading",
    "#hashtag",
    "####### seven",
    "C #",
    "C ##",
    "C \\#",
    "#",
    "> no quote",
    "- no item",
    "-5 degrees",
    "--- no line",
    "---",
    "- - -",
    "***",
    "* * *",
    "+ no item",
    "+1",
    "___",
    "===",
    "= no heading",
    "1. no item",
    "1) no item",
    "2025. Nothing",
    "1.",
    "1.5 per cent",
    "1234567890. too long for an item",
    "*stars*",
    "a*b*c",
    "**强调**，然后",
    "_lines_",
    "snake_case_name",
    "~struck~ and ~~struck~~",
    "3~5天，6~8天",
    "`code`",
    "``",
    "```",
    "```python",
    "~~~",
    "[words](address)",
    "[words]",
    "[words]: address",
    "[^1]",
    "[ ] to do",
    "[x] done",
    "![words](address)",
    "wow!",
    "<b>bold</b>",
    "<div>",
    "<!-- gone -->",
    "<https://a.example>",
    "<?php",
    "a < b > c",
    "&amp;",
    "&lt;b&gt;",
    "&#65;",
    "&copy; & &unknown; &; AT&T;",
    "\\",
    "\\*",
    "back\\slash",
    "ends in \\",
    "a | b",
    "| a | b |",
    "a \\| b",
    "|",
    "--- | ---",
    ":--- | :---:",
    "https://a.example/snake_case_*star*",
    "http://a.example/?a=1&b=2",
    "See www.a.example/x_y_z, and (www.b.example).",
    "ftp://a.example/x_y",
    "HTTP://A.EXAMPLE/X_Y",
    "who_is_it@mail.example writes",
    "mailto:who_is_it@mail.example",
    "  spaces around  ",
    "    four spaces",
    "\ttab",
    "a  \nb",
    "a\r\nb",
    "\xC2\xA0no-break",
    "\xE3\x80\x80\xE3\x80\x80全角空格",
    ": colon",
    "\"quoted\" and 'quoted' -- so...",
    "$x_1$ and $$y$$",
    ":smile: @name #12",
    "\x01",
};

TEST(ReadsBack, AnyTextInAnyBlock) {
  for (const char* words : kTexts) {
    expect_faithful({text(words)});
    expect_faithful({text("before"), text(words), text(words), text("behind")});
    expect_faithful({text(words, {}, BlockType::heading), text("behind")});
    expect_faithful({text(words, {}, BlockType::quote), text(words, {}, BlockType::quote)});
    expect_faithful({text(std::string("one\n") + words + "\nthree", {}, BlockType::embed)});
    expect_faithful({list({words, words}), text("behind")});
    expect_faithful({list({"one", words, words, "four"}, {0, 1, 1, 2})});
    expect_faithful({list({words, "two"}, {0, 1}, {7, 3})});
    expect_faithful({numbered({words, words})});
    expect_faithful({table({{words, "b"}, {"c", words}})});
    expect_faithful({table({{words}, {words}}, 1)});
    expect_faithful({shown(BlockType::image, kUrl, words, words), text("behind")});
    expect_faithful({shown(BlockType::embed, kUrl, words, words)});
    expect_faithful({captioned(table({{"a"}, {"b"}}), words), text(words)});
  }
}

TEST(ReadsBack, ATitle) {
  for (const char* words : kTexts) {
    Article article;
    article.title = words;
    EXPECT_EQ(read_back(to_markdown(article)), meant(article)) << words;
  }
}

TEST(ReadsBack, Links) {
  for (const char* words : kTexts) {
    const std::string before = "wow!";
    const auto size = static_cast<std::size_t>(
        std::count_if(words, words + std::string_view(words).size(), [](char c) { return (c & 0xC0) != 0x80; }));
    if (unicode::trim(words) != words || std::string_view(words).find_first_of("\n\x01") != std::string_view::npos) {
      continue;  // a link's border inside white space that goes
    }
    expect_faithful({text(words, {{0, size, kUrl}})});
    expect_faithful({text(before + words + words, {{4, 4 + size, kUrl}, {4 + size, 4 + 2 * size, kUrl + "2"}})});
    expect_faithful({list({"one", words}, {0, 1})});
  }
  Block items = list({"one two", "three"}, {0, 1});
  items.links = {{0, 3, kUrl, 0}, {4, 7, kUrl, 0}, {0, 5, kUrl, 1}};
  Block cells = table({{"a", "b c"}, {"d", "e"}}, 1);
  cells.links = {{2, 3, kUrl, 0, 1}, {0, 1, "https://a.example/x|y", 1, 0}};
  expect_faithful(
      {items, cells, text("港口周一关闭", {{2, 4, kUrl}}), text("Of piers", {{3, 8, kUrl}}, BlockType::heading)});
  expect_faithful({text("one two\nthree four", {{4, 7, kUrl}, {8, 13, kUrl + "2"}}, BlockType::embed)});
}

TEST(ReadsBack, Addresses) {
  for (const char* url :
       {"https://a.example/", "https://a.example/(x)", "https://a.example/x_y*z", "https://a.example/?a=1&amp;b=2",
        "https://a.example/?a&copy;=1", "https://a.example/?q=a\\b", "https://a.example/#:~:text=x",
        "https://a.example/[x]", "https://a.example/x`y`", "https://a.example/x|y"}) {
    expect_faithful({text("one two", {{4, 7, url}})});
    expect_faithful({shown(BlockType::image, url, "alt", "")});
    expect_faithful({shown(BlockType::embed, url, "", "")});
    expect_faithful({shown(BlockType::embed, url, "title", "caption")});
    Block post = text("one", {}, BlockType::embed);
    post.src = url;
    expect_faithful({post});
  }
}

TEST(ReadsBack, ListsAndTheirNeighbours) {
  const Block bullets = list({"one", "two"});
  const Block numbers = numbered({"one", "two"});
  for (const std::vector<Block>& body : std::vector<std::vector<Block>>{
           {bullets, bullets, bullets},
           {numbers, numbers, bullets, numbers},
           {text("a"), bullets, text("b"), bullets, code("c")},
           {list({"", "two", ""})},
           {numbered({"", "two", ""})},
           {list({"", "two", "three"}, {0, 1, 0})},
           {list({"", "two"}, {0, 1}, {1, 5})},
           {list({"one", "two"}, {0, 1}, {kBullet, 5})},
           {list({"one", "two", "three"}, {0, 1, 1}, {kBullet, 1, 2})},
           {list({"one", "two", "three"}, {0, 1, 1}, {1, kBullet, kBullet})},
           {list({"one", "two", "three", "four"}, {0, 1, 2, 0}, {1000, 1, kBullet, 1001})},
           {list({"one", "two", "three"}, {}, {3, 4, 5})},
           {list({"one", "two"}, {}, {0, 1})},
           {list({"one", "two", "three", "four", "five", "six"}, {0, 1, 2, 3, 4, 5})},
           {list({"one", "two"}), table({{"a"}, {"b"}}), code("x"), bullets, text("q", {}, BlockType::quote)},
       }) {
    expect_faithful(body);
  }
}

TEST(ReadsBack, TablesAndCode) {
  for (const std::vector<Block>& body : std::vector<std::vector<Block>>{
           {table({{"a", "b"}, {"c", "d"}}, 1)},
           {table({{"a", "b"}, {"c", "d"}})},
           {table({{"a", "b"}, {"c", "d"}, {"e"}}, 2)},
           {table({{"", "b"}, {"", ""}, {"", "", "c"}})},
           {table({{"one"}, {""}, {"two"}}, 1)},
           {text("before"), table({{"a"}, {"b"}}), table({{"c"}, {"d"}}), text("behind")},
           {code("x = 1\n\n  y\n")},
           {code("```\nx\n````\ny", "python")},
           {code("    indented\n\ttab  \n", "c++")},
           {code("", "")},
           {code("# a\n- b\n> c\n<d>&amp;\\", "")},
           {captioned(code("x"), "Listing 1"), captioned(text("q", {}, BlockType::quote), "She")},
       }) {
    expect_faithful(body);
  }
}

std::string unpacked(const fs::path& path) {
  std::string bytes;
  const gzFile file = gzopen(path.c_str(), "rb");
  char buffer[1 << 16];
  for (int size = 0; file != nullptr && (size = gzread(file, buffer, sizeof buffer)) > 0;)
    bytes.append(buffer, static_cast<std::size_t>(size));
  gzclose(file);
  return bytes;
}

// The first difference of a page, if there is one.
void expect_faithful_page(const winnow::Reader& reader, const fs::path& path) {
  const std::string bytes = unpacked(path);
  const Article article =
      reader.read({.bytes = bytes, .url = "https://a.example/", .content_type = {}, .fetched_at = {}}).article;
  const std::vector<std::string> want = meant(article), got = read_back(to_markdown(article));
  const auto [w, g] = std::mismatch(want.begin(), want.end(), got.begin(), got.end());
  if (w == want.end() && g == got.end()) return;
  ADD_FAILURE() << path << "\n  meant: " << (w == want.end() ? "nothing" : *w)
                << "\n  read:  " << (g == got.end() ? "nothing" : *g);
}

TEST(ReadsBack, GoldenPages) {
  const winnow::Reader reader({});
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(WINNOW_SOURCE_DIR) / "tests/golden")) {
    if (!fs::exists(entry.path() / "page.html")) continue;
    expect_faithful_page(reader, entry.path() / "page.html");
    ++count;
  }
  EXPECT_GT(count, 5u);
}

TEST(ReadsBack, BenchmarkPages) {
  const char* shared = std::getenv("WINNOW_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "WINNOW_SHARED does not say where the benchmark's pages are";
  const fs::path pages = fs::path(shared) / "bench";
  if (!fs::is_directory(pages)) GTEST_SKIP() << pages << " is not there";
  const winnow::Reader reader({});
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(pages)) {
    if (!entry.path().string().ends_with(".html.gz")) continue;
    expect_faithful_page(reader, entry.path());
    ++count;
  }
  if (count == 0) GTEST_SKIP() << "there are no pages in " << pages;
  RecordProperty("pages", static_cast<int>(count));
}

}  // namespace
}  // namespace winnow
