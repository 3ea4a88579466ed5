#include "app/article_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kHostile = "</p><script>alert(1)</script>\" onload=\"x";

Block block(BlockType type, std::string text) {
  Block out;
  out.type = type;
  out.text = std::move(text);
  return out;
}

TEST(ArticleHtml, BlocksAreWhatTheyAre) {
  Article article;
  article.body.push_back(block(BlockType::heading, "Head"));
  article.body.back().level = 2;
  article.body.push_back(block(BlockType::paragraph, "One < two"));
  article.body.push_back(block(BlockType::quote, "Said"));
  article.body.push_back(block(BlockType::code, "a &&\nb"));
  article.body.push_back(block(BlockType::list, ""));
  article.body.back().items = {"first", "second"};
  article.body.back().depths = {0, 1};
  article.body.push_back(block(BlockType::table, ""));
  article.body.back().rows = {{"Year"}, {"2025"}};
  article.body.back().header = 1;
  article.body.push_back(block(BlockType::image, ""));
  article.body.back().src = "https://a.example/1.jpg";
  article.body.back().alt = "A bridge";
  EXPECT_EQ(
      body_html(article),
      "<h4 dir=auto>Head</h4>\n<p dir=auto>One &lt; two</p>\n<blockquote dir=auto>Said</blockquote>\n"
      "<pre><code>a &amp;&amp;\nb</code></pre>\n"
      "<ul dir=auto>\n<li dir=auto style=\"margin-inline-start:0.5em\">first</li>\n"
      "<li dir=auto style=\"margin-inline-start:1.5em\">second</li>\n</ul>\n"
      "<div class=wide><table>\n<tr><th dir=auto>Year</th>\n</tr>\n<tr><td dir=auto>2025</td>\n</tr>\n</table></div>\n"
      "<p class=media dir=auto><b>image</b> <a href=\"https://a.example/1.jpg\" rel=\"noopener noreferrer\" "
      "target=_blank>A bridge</a></p>\n");
}

TEST(ArticleHtml, WhatAPageSaysIsTextAlone) {
  Article article;
  article.title = article.subtitle = article.published_at = article.language = article.section = kHostile;
  article.authors = article.editors = article.tags = {kHostile};
  article.removed = {{RemovedKind::advert, kHostile}};
  for (const BlockType type : {BlockType::paragraph, BlockType::heading, BlockType::list, BlockType::quote,
                               BlockType::code, BlockType::table, BlockType::image, BlockType::embed}) {
    Block hostile = block(type, kHostile);
    hostile.items = {kHostile};
    hostile.rows = {{kHostile}};
    hostile.src = "javascript:alert(1)";
    hostile.alt = hostile.caption = kHostile;
    article.body.push_back(hostile);
  }
  const std::string html = body_html(article) + fields_html(article) + removed_html(article);
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("javascript:")));
  EXPECT_THAT(html, Not(HasSubstr("\" onload")));
}

TEST(ArticleHtml, WhatAReaderMissesIsSaid) {
  const std::string html = fields_html(Article{});
  for (const char* field : {"Title", "Authors", "Published"}) {
    EXPECT_THAT(html, HasSubstr("<dt>" + std::string(field) + "</dt><dd class=missing>not found</dd>"));
  }
  EXPECT_THAT(html, Not(HasSubstr("Subtitle")));
  EXPECT_EQ(removed_html(Article{}), "");
}

TEST(ArticleHtml, OnlyAddressesOfTheWebAreLinks) {
  const struct {
    const char* url;
    bool link;
  } rows[] = {{"https://a.example/", true}, {"http://a.example/", true},   {"javascript:alert(1)", false},
              {"data:text/html,x", false},  {"file:///etc/passwd", false}, {"", false}};
  for (const auto& row : rows) EXPECT_EQ(link_html(row.url, "x") != "x", row.link) << row.url;
}

}  // namespace
}  // namespace winnow::app
