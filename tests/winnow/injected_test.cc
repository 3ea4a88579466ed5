// Pages that an intruder wrote into: hidden text, link farms, elements with random ids, keywords between paragraphs and
// around the article. Drawn with a fixed seed; what the article says must be all that is left. The figures are printed.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "clean/articles.h"
#include "clean/spam_grammars.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

using cleaning::Draw;
using cleaning::TestArticle;

constexpr std::size_t kPages = 300;

// How an element is kept from the eye.
constexpr std::array<std::string_view, 16> kHiders = {
    "style='display:none'",
    "style='visibility: hidden'",
    "style='position:absolute;left:-9999px'",
    "style='position: absolute; top: -2000px'",
    "style='position:absolute;left:-999em'",
    "style='text-indent:-9999px'",
    "style='font-size:0'",
    "style='font-size: 0px; line-height: 0'",
    "style='width:0;height:0;overflow:hidden'",
    "style='height:1px;width:1px;overflow:hidden'",
    "style='max-height:0;overflow:hidden'",
    "style='color:#fff;background-color:#ffffff'",
    "style='color:transparent'",
    "style='opacity:0;position:absolute'",
    "style='transform:scale(0)'",
    "hidden",
};

std::string random_id(Draw& draw) {
  std::string id;
  for (int i = 0; i < 6; ++i) id += static_cast<char>('a' + draw.below(26));
  return id;
}

struct Injection {
  std::string html;
  std::vector<std::string> words;  // what must not be in the article
};

// A sentence of spam that only its element's style betrays, or links to its sites.
Injection hidden(Draw& draw, const std::string& spam) {
  const std::string id = random_id(draw), how(draw.of(kHiders));
  const bool links = draw.below(2) == 0;
  const std::string inside = links ? "<a href='http://" + id + ".example/'>" + spam + "</a>" : spam + ".";
  return {"<div id='" + id + "' " + how + ">" + inside + "</div>", {spam}};
}

Injection link_farm(Draw& draw, const cleaning::SpamLanguage& language) {
  Injection out;
  out.html = "<div id='" + random_id(draw) + "'>";
  const bool list = draw.below(2) == 0;
  if (list) out.html += "<ul>";
  for (std::size_t i = 0; i < 6; ++i) {
    const std::string words = draw.line(draw.of(language.trades));
    out.html += (list ? "<li>" : "") + std::string("<a href='http://") + random_id(draw) + ".example/'>" + words +
                "</a>" + (list ? "</li>" : " ");
    out.words.push_back(words);
  }
  out.html += list ? "</ul></div>" : "</div>";
  return out;
}

Injection draw_injection(Draw& draw) {
  const auto& language = draw.of(cleaning::spam_languages());
  const std::string spam = cleaning::spam_line(draw, language, cleaning::kFamilies[draw.below(4)]);
  const std::size_t kind = draw.below(3);
  if (kind == 0) return hidden(draw, spam);
  if (kind == 1) return link_farm(draw, language);
  return {"<p>" + spam + "</p>", {spam}};
}

// Keywords that anyone sees stand before or behind the article; what is hidden, and links, anywhere.
std::string page_with(const TestArticle& article, const Injection& injection, Draw& draw) {
  const bool keywords = injection.html.starts_with("<p>");
  const std::size_t count = article.paragraphs.size();
  const std::size_t at = keywords ? (draw.below(2) == 0 ? 0 : count) : draw.below(count + 1);
  std::string html = "<html lang='" + article.language + "'><head><meta charset=utf-8><title>" + article.title +
                     "</title></head><body><div class='top'><a href='/'>Home</a></div><div class='article'><h1>" +
                     article.title + "</h1>";
  for (std::size_t i = 0; i <= count; ++i) {
    if (i == at) html += injection.html;
    for (int k = 0; k < 2; ++k) html += "<i id='" + random_id(draw) + "'></i>";
    if (i < count) html += "<p>" + article.paragraphs[i] + "</p>";
  }
  return html + "</div><div class='bottom'><a href='/about'>About</a></div></body></html>";
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string out;
  for (const std::string& paragraph : paragraphs) (out += out.empty() ? "" : "\n") += paragraph;
  return out;
}

TEST(Injected, OnlyTheArticleIsLeft) {
  Draw draw(20250711);
  std::size_t clean_pages = 0;
  std::vector<std::string> missed;
  for (std::size_t i = 0; i < kPages; ++i) {
    const TestArticle& article = draw.of(cleaning::test_articles());
    const Injection injection = draw_injection(draw);
    Page page;
    const std::string html = page_with(article, injection, draw);
    page.bytes = html;
    page.content_type = "text/html; charset=utf-8";
    page.url = "https://news.example/1.html";
    const Article read = clean(page, {});
    bool whole = read.title == article.title;
    for (const std::string& paragraph : article.paragraphs)
      whole = whole && read.text.find(paragraph) != read.text.npos;
    EXPECT_TRUE(whole) << injection.html << "\n" << joined(article.paragraphs) << "\n--\n" << read.text;
    bool left = false;
    for (const std::string& words : injection.words) left = left || read.text.find(words) != read.text.npos;
    if (left) missed.push_back(injection.html);
    if (!left) ++clean_pages;
  }
  const double share = static_cast<double>(clean_pages) / static_cast<double>(kPages);
  std::printf("pages freed of what was injected: %zu of %zu, %.2f %%\n", clean_pages, kPages, 100 * share);
  for (const std::string& html : missed) std::printf("  missed: %s\n", html.c_str());
  EXPECT_GE(share, 0.99);
}

}  // namespace
}  // namespace winnow
