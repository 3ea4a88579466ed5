// What is no part of an article, told by where it stands alone: the blocks are all <p> of a page.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parse/document.h"
#include "survey/rules/comments.h"
#include "survey/rules/other_articles.h"

namespace winnow::survey {
namespace {

PageView view_of(const std::string& body, const std::string& title = "Herons return") {
  PageView view;
  view.document = parse::parse_owned("<body>" + body + "</body>");
  view.title = title;
  for (const parse::NodeId p : view.document.all(parse::Tag::p)) {
    extract::DraftBlock block;
    block.block.text = view.document.visible_text(p);
    block.node = p;
    block.first = view.document[p].first_child;
    view.blocks.push_back(std::move(block));
  }
  return view;
}

std::string flags(const std::vector<bool>& marked) {
  std::string out;
  for (const bool one : marked) out += one ? 'x' : '.';
  return out;
}

const std::string kText =
    "<p>The choir counted herons at dawn, although the winter was hard and the quay was closed to all.</p>"
    "<p>Nobody had asked for it, the old lighthouse keeper said to this paper on Monday morning.</p>";

std::string teaser(const std::string& headline) {
  return "<h3><a href=\"/x/" + std::to_string(headline.size()) + "\">" + headline + "</a></h3><p>A line on it.</p>";
}

struct Row {
  const char* name;
  std::string body;
  const char* marked;
};

TEST(OtherArticles, Rows) {
  const Row rows[] = {
      {"text alone", "<div>" + kText + "</div>", ".."},
      {"headlines with a line each",
       "<div>" + kText + "<div>" + teaser("Apples are dear this year") + teaser("A map turns up at last") +
           "</div></div>",
       "..xx"},
      {"one headline may be a hint inside the text",
       "<div>" + kText + "<div>" + teaser("Apples are dear this year") + "</div></div>", "..."},
      {"links inside sentences are none",
       "<div>" + kText +
           "<p>It was <a href=\"/a\">the old lighthouse keeper</a> who saw <a href=\"/b\">the many herons "
           "come</a> first, and he told the mayor of it.</p></div>",
       "..."},
      {"links at the end of the text don't make it a box",
       "<div>" + kText +
           "<ul><li><a href=\"/a\">Apples are dear this year</a></li><li><a href=\"/b\">A map turns up at "
           "last</a></li></ul></div>",
       ".."},
      {"an article of the same make that follows",
       "<div class=\"piece\"><div class=\"hed\">Herons return</div>" + kText +
           "</div><div class=\"piece\"><div class=\"hed\">Apples are dear</div><p>So they are.</p></div>",
       "..x"},
  };
  for (const Row& row : rows) {
    const PageView view = view_of(row.body);
    EXPECT_EQ(flags(of_other_articles(view, view.blocks)), row.marked) << row.name;
  }
}

std::string voice(const std::string& name) {
  return "<div class=\"v\"><div><b>" + name + "</b> 10 May 2024 10:15</div><p>So did I.</p></div>";
}

TEST(Comments, Rows) {
  const Row rows[] = {
      {"text alone", "<div>" + kText + "</div>", ".."},
      {"voices below the text", "<div>" + kText + voice("Sam Noe") + voice("Lil Moe") + "</div>", "..xx"},
      {"one alone may be a byline", "<div>" + kText + voice("Sam Noe") + "</div>", "..."},
      {"entries that are the text, as in a live blog",
       "<div><p>Live.</p>" + voice("Sam Noe") + voice("Lil Moe") + voice("Jo Doe") + "</div>", "...."},
  };
  for (const Row& row : rows) {
    const PageView view = view_of(row.body);
    EXPECT_EQ(flags(of_comments(view, view.blocks)), row.marked) << row.name;
  }
}

}  // namespace
}  // namespace winnow::survey
