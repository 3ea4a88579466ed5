#include "extract/body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace winnow::extract {
namespace {

using parse::Document;
using parse::NodeId;
using parse::Tag;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::string_view kFirst =
    "<p>The harbour was closed on Monday after the storm had broken two of its oldest piers, the council said.</p>";
constexpr std::string_view kSecond =
    "<p>Repairs will take until the spring, and the ferries will leave from the fish market until then.</p>";
constexpr std::string_view kThird =
    "<p>Nobody was hurt, but the owners of some forty boats are waiting for their insurers to answer.</p>";
const std::string kStory = std::string(kFirst) + std::string(kSecond) + std::string(kThird);

// One line a block: its type in a letter or two, and its words.
std::string show(const DraftBlock& draft) {
  const Block& b = draft.block;
  std::string items;
  for (const std::string& item : b.items) items += "[" + item + "]";
  for (const auto& row : b.rows) {
    items += "(";
    for (const std::string& cell : row) items += (items.back() == '(' ? "" : "|") + cell;
    items += ")";
  }
  switch (b.type) {
    case BlockType::paragraph:
      return "p " + b.text;
    case BlockType::heading:
      return "h" + std::to_string(b.level) + " " + b.text;
    case BlockType::list:
      return (b.ordered ? "ol " : "ul ") + items;
    case BlockType::quote:
      return "q " + b.text;
    case BlockType::code:
      return "code " + b.text;
    case BlockType::table:
      return "table " + items;
    case BlockType::image:
      return "img " + b.src + " " + b.alt + " / " + b.caption;
    case BlockType::embed:
      return "embed " + b.text;
  }
  return "?";
}

std::vector<std::string> blocks_of(std::string_view html, const BodyHints& hints = {}) {
  std::vector<std::string> out;
  for (const DraftBlock& b : find_body(parse::parse(html), hints).blocks) out.push_back(show(b));
  return out;
}

std::string text_of(std::string_view html, const BodyHints& hints = {}) {
  std::string out;
  for (const std::string& line : blocks_of(html, hints)) out += line + "\n";
  return out;
}

struct PageCase {
  std::string name, html, has, lacks;
};

TEST(Body, FindsTheArticleAmongTheRestOfThePage) {
  const std::string comments =
      "<div>A comment that is far longer than the story itself, by somebody who has time.</div>";
  const PageCase cases[] = {
      {"plain", "<div class=a>" + kStory + "</div>", "forty boats", ""},
      {"navigation", "<nav><a href=1>Home</a> and a long sentence, about nothing, in the menu.</nav>" + kStory,
       "forty boats", "menu"},
      {"list of links",
       "<ul><li><a href=1>Another story of the day</a><li><a href=2>And one more story</a></ul>" + kStory,
       "forty boats", "Another story"},
      {"footer",
       "<div>" + kStory + "</div><footer><p>Address of the paper, its telephone, and its owners.</p></footer>",
       "forty boats", "telephone"},
      {"comments outweigh the story",
       "<h1>Harbour closed</h1><div>" + kStory + "</div><div class=comment-list>" + comments + comments + comments +
           comments + comments + comments + comments + comments + "</div>",
       "forty boats", "somebody who has time"},
      {"a wrapper called comments that holds the story", "<div id=comments><h1>Harbour closed</h1>" + kStory + "</div>",
       "forty boats", ""},
      {"cookie dialog",
       "<div class=onetrust-banner><p>" + std::string(4000, 'x') + ", we use them, and you may refuse.</p></div>" +
           "<h1>Harbour closed</h1>" + kStory,
       "forty boats", "refuse"},
      {"body in two boxes with an advert between",
       "<article><div class='part n1'>" + std::string(kFirst) + std::string(kSecond) +
           "</div><div class=ad-slot>Buy, buy, buy, it is very cheap today.</div><div class='part n2'>" +
           std::string(kThird) + "</div></article>",
       "forty boats", "Buy"},
      {"a short part between two of its make",
       "<div><div class=part>" + std::string(kFirst) + std::string(kFirst) +
           "</div><div class=ad-slot>Buy</div><div "
           "class=part><p>The harbour stays closed until Friday.</p><h2>What now</h2></div><div "
           "class=ad-slot>Buy</div><div "
           "class=part>" +
           std::string(kSecond) + std::string(kThird) + "</div></div>",
       "p The harbour stays closed until Friday.\nh2 What now", "Buy"},
      {"headlines with a line about each, under a label",
       "<article>" + std::string(kFirst) + std::string(kSecond) + std::string(kThird) +
           "<div class=x><b>You may also like</b><ul><li><a href=1>Ferries are late again</a></li><p>The owners say "
           "that "
           "it is the fault of the tide, as it was in June.</p><li><a href=2>Herring is dear this year</a></li><p>The "
           "fishermen, though, say that it is not.</p></ul></div></article>",
       "forty boats", "fault of the tide"},
      {"another story, in a box whose name has a number",
       "<div><div class=b2>" + kStory +
           "</div><div class=b1><div>Ferries are late again this week</div><div class=b3>"
           "<p>The owners say that it is the fault of the tide, as it was in June, and in the month "
           "before.</p></div></div>"
           "</div>",
       "forty boats", "tide"},
      {"what a page says of its writer",
       "<article>" + kStory +
           "<div class=writer><p>Jane Doe has written of the harbour for ten years.</p></div></article>",
       "forty boats", "ten years"},
      {"a custom element",
       "<article>" + kStory +
           "<my-related><p>Ferries are late again, as they were in June, and "
           "the owners say so.</p><p><a href=1>Ferries late</a></p></my-related></article>",
       "forty boats", "late"},
      {"lead outside the container",
       "<h1>Harbour closed</h1><p class=standfirst>A storm has broken two piers</p><div class=meta>3 May</div>"
       "<div class=article-body>" +
           kStory + "</div>",
       "A storm has broken two piers", "3 May"},
      {"layout table of 2004",
       "<table><tr><td><a href=1>Index</a></td><td><font "
       "size=2>　　海港周一关闭，两座旧码头被暴风雨毁坏，市政府说，修理要到春天。"
       "<br>　　渡轮将从鱼市场出发，直到码头修好为止，没有人受伤，船主们在等保险公司答复。</font></td></tr></table>",
       "渡轮将从鱼市场出发", "Index"},
      {"very short article",
       "<body><header><a href=/>Paper</a></header><h1>Harbour closed</h1><div><p>The harbour is "
       "closed today.</p></div><footer><a href=1>Imprint</a></footer>",
       "The harbour is closed today.", "Imprint"},
      {"class names that only have a sidebar beside them", "<div class='content has-sidebar'>" + kStory + "</div>",
       "forty boats", ""},
      {"every paragraph called an advert is none",
       "<div class=ad-wrap>" + std::string(kFirst) + "</div><div class=ad-wrap>" + std::string(kSecond) +
           "</div><div class=ad-wrap>" + std::string(kThird) + "</div>",
       "forty boats", ""},
  };
  for (const PageCase& c : cases) {
    const std::string text = text_of(c.html);
    EXPECT_THAT(text, HasSubstr(c.has)) << c.name;
    if (c.lacks.empty()) continue;
    EXPECT_THAT(text, Not(HasSubstr(c.lacks))) << c.name;
  }
}

void expect_pages(const std::vector<PageCase>& cases, const BodyHints& hints = {}) {
  for (const PageCase& c : cases) {
    const std::string text = text_of(c.html, hints);
    if (!c.has.empty()) {
      EXPECT_THAT(text, HasSubstr(c.has)) << c.name;
    }
    if (!c.lacks.empty()) {
      EXPECT_THAT(text, Not(HasSubstr(c.lacks))) << c.name;
    }
  }
}

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t k = 0; k < count; ++k) out += text;
  return out;
}

TEST(Body, TheTitleMayStandInAnyBox) {
  const std::string page = "<h1>Harbour</h1><div><div class=b><div>The harbour is closed for weeks</div><div class=c>" +
                           kStory +
                           "</div></div><div class=b><div>Ferries are late again this week</div><div class=c><p>The "
                           "owners say that it is the "
                           "fault of the tide, as it was in June, and in the month before.</p></div></div></div>";
  const std::string text = text_of(page, {.title = "The harbour is closed for weeks"});
  EXPECT_THAT(text, HasSubstr("forty boats"));
  EXPECT_THAT(text, Not(HasSubstr("fault of the tide")));
  EXPECT_THAT(text, Not(HasSubstr("closed for weeks")));
}

TEST(Body, ALeadMayBeWhatThePageStatesOfTheArticle) {
  const std::string page =
      "<h1>Harbour closed</h1><div class=x>Two piers break</div><div class=article-body>" + kStory + "</div>";
  EXPECT_THAT(text_of(page, {.title = "Harbour closed"}), Not(HasSubstr("Two piers")));
  EXPECT_THAT(text_of(page, {.title = "Harbour closed", .summary = "Two piers break"}), HasSubstr("p Two piers break"));
}

constexpr std::string_view kTeaser =
    "<h3><a href=x>Another story of the day</a></h3><p>What happens in it is told here, for the curious.</p>";

TEST(Body, ContainersAreWhatTheTitleAndTheProseSay) {
  const std::string lead =
      "<p>A storm came over the town in the night, and the harbour was hit first. It was the worst "
      "in ten years, say those who have seen them all, and it came without a warning. Fishermen, ferrymen and guests "
      "were asleep.</p>";
  expect_pages(
      {
          {"all of it for readers without scripts", "<div>Menu</div><noscript>" + times(6, kStory) + "</noscript>",
           "forty boats", ""},
          {"a note for readers without scripts",
           "<div>Menu</div><noscript><p>Please switch on the scripts, or you will see nothing.</p></noscript>" + kStory,
           "forty boats", "scripts"},
          {"an article's head in an <article>",
           "<article id=a><h1>Harbour closed</h1>" + lead + "</article><div><article class=b>" + times(3, kStory) +
               "</article></div>",
           "forty boats", ""},
          {"one of several articles",
           "<article class=a><h1>Harbour closed</h1>" + lead + "</article><article class=a><h2>Other</h2>" +
               times(3, kStory) + "</article>",
           "worst in ten years", "forty boats"},
          {"passages set as headings",
           "<h1>Harbour closed</h1><article><h3>A storm came over the town in the night, and the harbour was hit "
           "first, "
           "which nobody had expected, say those who were there.</h3></article><div class=related>" +
               times(2, kTeaser) + "</div>",
           "hit first", "for the curious"},
          {"a box with the name of a caption that holds it all",
           "<h1>Harbour closed</h1><div class=media-info>" + times(12, kStory) + "</div>", "forty boats", ""},
          {"folded text",
           "<article><h1>Harbour closed</h1>" + lead + "<div style='display:none'>" + times(2, kStory) +
               "</div></article>",
           "forty boats", ""},
          {"passages each in boxes of their own, of which only the inner have a name",
           "<h1>Harbour closed</h1><section><div class=copy>" + lead + "</div></section><div class=ad>Advert</div>"
           "<section><div class=copy>" + times(2, kStory) + "</div></section>",
           "worst in ten years", "Advert"},
          {"passages in boxes without a name, all in one that has one",
           "<h1>Harbour closed</h1><div class=flow><div>" + times(2, kStory) + "</div><aside>Advert</aside><div>" + lead +
               "</div></div>",
           "worst in ten years", "Advert"},
          {"boxes without any name, of other articles",
           "<section><h1>Harbour closed</h1>" + times(3, kStory) + "</section><section><h2>Other</h2>" + lead +
               "</section>",
           "forty boats", "worst in ten years"},
          {"recommended articles that outweigh the own",
           "<h1>Harbour closed</h1><div>" + std::string(kFirst) + "</div><div class='detail-content--recommended'>" +
               times(9, "<p>Somewhere else another thing has happened, and it is told here at length.</p>") + "</div>",
           "two of its oldest piers", "another thing"},
      },
      {.title = "Harbour closed"});
}

TEST(Body, WhatIsNamedAsSomethingElseGoes) {
  const std::string page = "<h1>Harbour closed</h1><article>" + times(2, kStory);
  expect_pages(
      {
          {"slider",
           page + "<div class=news-slider><p>Pictures of the day, all of them, in one place.</p></div></article>", "",
           "Pictures"},
          {"named teaser", page + "<div class=inline-teaser>" + std::string(kTeaser) + "</div></article>", "",
           "curious"},
          {"card", page + "<div class=news-card>" + std::string(kTeaser) + "</div></article>", "", "curious"},
          {"a lead called teaser",
           "<h1>Harbour closed</h1><article><p class=teaser>A storm has broken two piers.</p>" + kStory + "</article>",
           "A storm has broken", ""},
          {"fact box", page + "<div class=factbox><p>The harbour was built in 1888, by the town.</p></div></article>",
           "", "1888"},
          {"player", page + "<div class=jwplayer><p>Press here, and the film begins again.</p></div></article>", "",
           "Press"},
          {"next article", page + "<div class=next-story><p>And now read how the town was built.</p></div></article>",
           "", "now read"},
          {"a box that is named for its picture",
           page + "<div class=pic><a href=a.jpg><img src=a.jpg></a><div class=txt>The pier as it "
                  "was.</div></div></article>",
           "", "as it was"},
          {"a box that says who took its picture",
           page + "<div class=x><img src=a.jpg><div>The pier as it was. <i>Photo: Jane Doe</i></div></div></article>",
           "", "as it was"},
          {"a box with the words of its picture",
           page + "<div class=x><img src=a.jpg alt='The pier, as it was in May'><div>The pier, as it was in May, at "
                  "dawn</div></div></article>",
           "", "at dawn"},
          {"a box with a picture and a paragraph",
           page + "<div class=x><img src=a.jpg alt='A pier'><p>The pier is as it was before.</p></div></article>",
           "as it was before", ""},
          {"caption in a <span>",
           page + "<p><img src=a.jpg><span class=caption>The pier as it was.</span></p></article>", "", "as it was"},
          {"a heading that the contents lead to",
           page + "<h3 id=toc-3>What now</h3>" + std::string(kFirst) + "</article>", "What now", ""},
          {"hidden by its class", page + "<div class=d-none><p>Secret words, which no reader sees.</p></div></article>",
           "", "Secret"},
          {"hidden on small screens",
           page + "<div class='hidden md:block'><p>Open words, which readers see.</p></div></article>", "Open", ""},
      },
      {.title = "Harbour closed"});
}

TEST(Body, LinesAboveAndBelowTheText) {
  const std::string head = "<h2>Harbour closed</h2>";
  expect_pages(
      {
          {"title with a kicker", "<article><h2>Storm: Harbour closed</h2>" + kStory + "</article>", "forty boats",
           "Storm"},
          {"a heading in other words", head + "<article><h1>Piers are gone</h1>" + kStory + "</article>", "",
           "Piers are"},
          {"a heading in the text", "<article>" + head + kStory + "<h1>Piers are gone</h1>" + kStory + "</article>",
           "Piers are", ""},
          {"an address to the readers", "<article><p>Ladies and gentlemen:</p>" + kStory + "</article>", "Ladies", ""},
          {"a short sentence", "<article><p>It was bad.</p>" + kStory + "</article>", "It was bad.", ""},
          {"a label", "<article><p>Our town</p>" + kStory + "</article>", "", "Our town"},
          {"a label as long as a lead", "<article><p>Our town and its harbour</p>" + kStory + "</article>", "",
           "Our town"},
          {"a label that is called a lead",
           "<article><p class=standfirst>Our town and its harbour</p>" + kStory + "</article>", "Our town", ""},
          {"lines between the title and the text",
           "<article><div class=mid_title>Our town and its harbour<br>Two piers were lost</div>" + kStory +
               "</article>",
           "Two piers were lost", ""},
          {"date below", "<article>" + kStory + "<p>Posted by Ann on 2005-03-21 01:20:44</p></article>", "", "Posted"},
          {"a written address",
           "<article>" + kStory + "<p><a href=x>http://piers.example/sign</a></p>" + kStory + "</article>",
           "piers.example", ""},
          {"headlines in a list",
           "<article>" + kStory + "<ul><li><h4><a href=x>How the town was built</a></h4></li></ul>" + kStory +
               "</article>",
           "", "was built"},
          {"a link with a headline",
           "<article>" + kStory + "<p><a href=x>How the town was built</a></p>" + kStory + "</article>", "",
           "was built"},
          {"subtitle without a full stop",
           head +
               "<p>A storm has broken two of the oldest piers, and all the ferries leave from the fish market</p>"
               "<div class=article-body>" +
               kStory + "</div>",
           "all the ferries leave", ""},
      },
      {.title = "Harbour closed"});
}

TEST(Body, OfSeveralPostsTheFirst) {
  std::string posts;
  for (const std::string_view story : {kFirst, kSecond, kThird}) {
    posts += "<table class=post><tr><td>A day</td></tr><tr><td class=text>" + std::string(story) +
             "</td></tr><tr><td>by Ann @ 2005-03-21 01:20:44 (12)</td></tr></table>";
  }
  const std::string text = text_of("<body>" + posts);
  EXPECT_THAT(text, HasSubstr("two of its oldest piers"));
  EXPECT_THAT(text, Not(HasSubstr("forty boats")));
  EXPECT_THAT(text, Not(HasSubstr("01:20")));
  // Under one title they are the parts of one page: a thread, a ticker.
  EXPECT_THAT(text_of("<body><h1>Harbour closed</h1>" + posts, {.title = "Harbour closed"}), HasSubstr("forty boats"));
}

TEST(Body, RowsOfTeasersAreNoText) {
  std::string teasers;
  for (const char* word : {"One", "Two", "Three", "Four"}) {
    teasers += "<div class=box><a href=x>" + std::string(word) +
               " headline of another story</a><p>What happens in it is told here, in a sentence or so, for the "
               "curious.</p></div>";
  }
  const std::string text =
      text_of("<h1>Harbour closed</h1><section>" + kStory + "<div>" + teasers + "</div></section>");
  EXPECT_THAT(text, HasSubstr("forty boats"));
  EXPECT_THAT(text, Not(HasSubstr("for the curious")));
}

TEST(Body, TheTitleItselfIsNoBlock) {
  EXPECT_THAT(text_of("<article><h1>Harbour closed</h1>" + kStory + "</article>", {.title = "Harbour closed"}),
              Not(HasSubstr("Harbour closed")));
}

TEST(Body, HiddenTextIsNoText) {
  const std::string_view hiders[] = {"style='display: none'",
                                     "hidden",
                                     "aria-hidden=true",
                                     "style='font-size:0'",
                                     "style='position:absolute; left:-9999px'",
                                     "style='visibility:hidden'"};
  for (const std::string_view how : hiders) {
    const std::string html = "<div>" + kStory + "<p " + std::string(how) + ">Secret words, which no reader sees.</p>" +
                             std::string(kFirst) + "</div>";
    EXPECT_THAT(text_of(html), Not(HasSubstr("Secret"))) << how;
  }
  const std::string seen =
      "<div>" + kStory + "<p style='font-size:0.9em;left:-5px'>Small words, which readers see.</p></div>";
  EXPECT_THAT(text_of(seen), HasSubstr("Small words"));
}

TEST(Body, WhatIsOnlyCalledSoStays) {
  const std::string_view rows[] = {
      "<pre><span class='comment'># a witness in code</span>\nrun</pre>",
      "<div class=code-toolbar><pre>print a witness</pre><div class=toolbar><button>Copy</button></div></div>",
      "<ul><li><span class=date>A witness, June 1, 2024</span> saw the boats.</li><li>Nobody else did.</li></ul>",
      "<div class='figure-footer'><p>A witness below the picture of the harbour, where forty boats lay.</p></div>",
      "<div id='ctl00_ContentPlaceHolder1_text'><p>A witness in a frame saw the boats, and went home.</p></div>",
      "<p><b aria-hidden=true>A witness who is heard elsewhere.</b> He went home, and said nothing to anyone.</p>",
      "<p><span class='editor-highlight'>A witness saw the boats come in, and counted all of them twice.</span></p>",
      "<p><a href='http://witness.example/a'>http://witness.example/a-witness</a></p>",
  };
  for (const std::string_view row : rows) {
    const std::string html = "<article>" + kStory + std::string(row) + kStory + "</article>";
    EXPECT_THAT(text_of(html), HasSubstr("itness")) << row;
  }
}

TEST(Body, BlocksKeepTheirKind) {
  const std::string html =
      "<article>" + kStory +
      "<h2>What now</h2><p>One<br><br>Two</p><ul><li>first point<li>second <b>point</b></ul>"
      "<ol><li>a thing<li>another</ol><blockquote><p>We had no time to think.</p></blockquote>"
      "<pre>a\n  b</pre><table><tr><th>Pier<th>Built<tr><td>East<td>1888<tr><td>West<td>1901</table>"
      "<dl><dt>Pier<dd>a way into the sea</dl>" +
      std::string(kFirst) + "</article>";
  const auto blocks = blocks_of(html);
  ASSERT_THAT(blocks, SizeIs(13));
  const std::vector<std::string> middle(blocks.begin() + 3, blocks.begin() + 12);
  EXPECT_THAT(middle, ElementsAre("h2 What now", "p One", "p Two", "ul [first point][second point]",
                                  "ol [a thing][another]", "q We had no time to think.", "code a\n  b",
                                  "table (Pier|Built)(East|1888)(West|1901)", "ul [Pier][a way into the sea]"));
}

TEST(Body, SingleBreaksPartLongLinesButNotWrappedText) {
  const std::string chinese =
      "<div>海港周一关闭，两座旧码头被暴风雨毁坏。<br>渡轮将从鱼市场出发，直到码头修好为止。<br>没有人受伤。</div>";
  EXPECT_THAT(blocks_of(chinese), SizeIs(3));
  const std::string mail =
      "<div>The harbour was closed on Monday after the storm had<br>broken two of its oldest piers, and the council "
      "said<br>"
      "that repairs would take until spring, so that ferries<br>leave from the fish market until then.</div>";
  EXPECT_THAT(blocks_of(mail), SizeIs(1));
}

TEST(Body, ImagesHaveTheirSourceAndCaptionAndNoText) {
  const auto base = Url::parse("https://news.example/a/story.html");
  ASSERT_TRUE(base);
  const std::string html =
      "<article>" + std::string(kFirst) +
      "<figure><img src='data:image/gif;base64,R0' data-src='../pier.jpg' alt='A pier'><figcaption>The pier, on Monday."
      "</figcaption></figure>" +
      std::string(kSecond) +
      "<img srcset='/s.jpg 300w, /l.jpg 900w'><img src=/dot.gif width=1 height=1><p>See <a href='/more'>what else</a> "
      "the council said about it, in full, yesterday.</p></article>";
  const Body body = find_body(parse::parse(html), {.base = &*base});
  EXPECT_THAT(body.images, ElementsAre("https://news.example/pier.jpg", "https://news.example/l.jpg"));
  std::vector<std::string> shown;
  for (const DraftBlock& b : body.blocks) shown.push_back(show(b));
  EXPECT_THAT(shown, Contains("img https://news.example/pier.jpg A pier / The pier, on Monday."));
  EXPECT_THAT(shown, Not(Contains(HasSubstr("p The pier"))));
}

TEST(Body, ACaptionAmongThePicturesDataIsNoByline) {
  const Body body = find_body(
      parse::parse("<article>" + kStory +
                   "<figure><img src='http://news.example/pier.jpg'><div class=image-meta><figcaption>The pier, on "
                   "Monday.</figcaption></div></figure>" +
                   std::string(kFirst) + "</article>"),
      {});
  EXPECT_TRUE(body.removed.empty());
  EXPECT_TRUE(std::any_of(body.blocks.begin(), body.blocks.end(),
                          [](const DraftBlock& b) { return b.block.caption == "The pier, on Monday."; }));
}

TEST(Body, TheWordsOfAnEmbeddedPostAreText) {
  const std::string html =
      "<article>" + kStory +
      "<blockquote class='twitter-tweet'><p>Our piers are gone.</p>&mdash; The Mayor</blockquote>" +
      std::string(kFirst) + "</article>";
  EXPECT_THAT(blocks_of(html), Contains(HasSubstr("embed Our piers are gone.")));
}

TEST(Body, LinkDensityAndEmphasisAreMeasured) {
  const Body body = find_body(parse::parse("<article>" + kStory +
                                           "<p><b>All of it is bold, even this.</b></p><p>half, "
                                           "<a href=x>half</a></p>" +
                                           kStory + "</article>"),
                              {});
  ASSERT_THAT(body.blocks, SizeIs(8));
  EXPECT_FALSE(body.blocks[0].emphasised);
  EXPECT_TRUE(body.blocks[3].emphasised);
  EXPECT_NEAR(body.blocks[4].link_density, 0.45, 0.1);
}

TEST(Body, WhatWasLeftOutIsNamed) {
  const Body body = find_body(
      parse::parse(
          "<article><h1>Harbour closed</h1>" + kStory +
          "<div class=share-bar>Share this on the net</div>"
          "<div class=related><p>Read also</p><ul><li><a href=x>Piers</a></li><li><a href=y>Ferries</a></li></ul></div>"
          "<div hidden>Close this</div></article>"),
      {});
  std::vector<RemovedKind> kinds;
  for (const DraftRemoved& r : body.removed) kinds.push_back(r.removed.kind);
  EXPECT_THAT(kinds, ElementsAre(RemovedKind::share, RemovedKind::related, RemovedKind::navigation));
  EXPECT_EQ(body.removed[0].removed.text, "Share this on the net");
  EXPECT_EQ(body.removed[1].removed.text, "Read also\nPiers\nFerries");
  EXPECT_FALSE(body.removed[1].hidden);
  EXPECT_TRUE(body.removed[2].hidden);
}

TEST(Body, RulesChooseAndDropElements) {
  const Document d =
      parse::parse("<div id=a>" + std::string(kFirst) + "</div><div id=b><p>Chosen.</p><i>dropped</i></div>");
  const std::vector<NodeId> only{d.all(Tag::div)[1]}, drop{d.first(Tag::i)};
  const Body body = find_body(d, {.drop = drop, .only = only});
  ASSERT_THAT(body.blocks, SizeIs(1));
  EXPECT_EQ(body.blocks[0].block.text, "Chosen.");
}

TEST(Body, StatedTextServesWhereThePageHasNone) {
  std::string stated;
  for (int k = 0; k < 10; ++k) stated += "Sentence " + std::to_string(k) + " of what only the metadata holds.\n";
  const auto blocks = blocks_of("<h1>Harbour closed</h1><p>Please enable scripts.</p>", {.article_body = stated});
  ASSERT_THAT(blocks, SizeIs(10));
  EXPECT_EQ(blocks[9], "p Sentence 9 of what only the metadata holds.");
}

TEST(Body, StatedTextEndsTheArticle) {
  const std::string stated =
      "The harbour was closed on Monday after the storm had broken two of its oldest piers, the council said. Repairs "
      "will "
      "take until the spring, and the ferries will leave from the fish market until then. Nobody was hurt, but the "
      "owners of "
      "some forty boats are waiting for their insurers to answer.";
  const std::string html = "<div>" + kStory + "<p>Our paper is read by many people, and it costs little.</p></div>";
  EXPECT_THAT(text_of(html), HasSubstr("costs little"));
  EXPECT_THAT(text_of(html, {.article_body = stated}), Not(HasSubstr("costs little")));
}

TEST(Body, AnyPageGivesABody) {
  const std::string_view cases[] = {"",
                                    "<html>",
                                    "<p>",
                                    "x",
                                    "<a href=x>link</a>",
                                    "<table><tr><td>",
                                    "<ul><li><ul><li>",
                                    "<pre>\n\n</pre>",
                                    "<figure><figcaption>only</figcaption></figure>",
                                    "<img>",
                                    "<h1>t</h1>"};
  for (const std::string_view html : cases) {
    const Body body = find_body(parse::parse(html), {});
    EXPECT_LE(body.blocks.size(), 2U) << html;
  }
}

TEST(Body, HostilePagesTakeLinearTime) {
  const std::string_view units[] = {"<p>x",
                                    "<br>a",
                                    "<div class=comment>",
                                    "<ul><li>a",
                                    "<table><tr><td>a",
                                    "<div class=x><a href=y>a headline of fifteen</a></div>",
                                    "<h1>t</h1>",
                                    "<b>a",
                                    "<span class='share'>a</span>",
                                    "<div hidden>a, b.</div>",
                                    "<img src=a>",
                                    "<div class=card>2005-03-21 01:20<p>A sentence, which is long enough for one.</p>",
                                    "<article><p>A sentence, which is long enough to count as one.</p>"};
  for (const std::string_view unit : units) {
    std::string page;
    while (page.size() < (1 << 20)) page += unit;
    const Document d = parse::parse(page);
    const auto start = std::chrono::steady_clock::now();
    const Body body = find_body(d, {.title = "t", .article_body = page});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 10.0) << unit;  // under a second, but for sanitizers and busy machines
  }
}

}  // namespace
}  // namespace winnow::extract
