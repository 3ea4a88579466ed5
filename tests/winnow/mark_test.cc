// The marked page (--explain-html) is checked as its reader's browser sees it: by parsing it again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "parse/document.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

using parse::Document;
using parse::NodeId;
using parse::Tag;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kStory =
    "<p>The harbour was closed on Monday after the storm had broken two of its oldest piers, the council said.</p>"
    "<p>Repairs will take until the spring, and the ferries will leave from the fish market until then.</p>"
    "<p>Nobody was hurt, but the owners of some forty boats are waiting for their insurers to answer.</p>";

std::string marked(const std::string& html) {
  Options options;
  options.mark = true;
  return Reader(std::move(options))
      .read(Page{.bytes = html, .url = "https://a.example/1", .content_type = {}, .fetched_at = {}})
      .marked_html;
}

// "TAG kept|removed TITLE" of each marked element.
std::string marks(const Document& d) {
  std::string out;
  for (NodeId id = 0; id < d.size(); ++id) {
    if (!d.has_attribute(id, "data-winnow")) continue;
    out += std::string(d[id].text) + " " + std::string(d.attribute(id, "title")) + "\n";
  }
  return out;
}

TEST(MarkedHtml, SaysOfEachBlockWhyItStayedOrWent) {
  const Document d = parse::parse(marked("<article><h1>Harbour closed</h1>" + kStory +
                                         "<ul><li>North line: from noon, on Wednesday.<li>South line, too.</ul>"
                                         "<div class=share-bar title=old><a href=1>Post</a></div></article>"));
  const std::string all = marks(d);
  EXPECT_THAT(all, HasSubstr("p kept: paragraph: value 8"));
  EXPECT_THAT(all, HasSubstr("ul kept: list: "));
  EXPECT_THAT(all, HasSubstr("div removed: share: named as a share bar\n"));
  EXPECT_THAT(d.visible_text(Document::root()), HasSubstr("✕ share · named as a share barPost"));
  EXPECT_THAT(d.visible_text(Document::root()), HasSubstr("Kept (solid green): paragraph 3 list 1"));
}

TEST(MarkedHtml, MarksLinesThatShareAnElementByThemselves) {
  const Document d = parse::parse(
      marked("<article><h1>Harbour closed</h1>" + kStory +
             "<div>The first line of an old page, that is long enough, and ends in a full stop.<br><br>Read also: "
             "another story<br><br>The second line of an old page, that is long enough, and ends so.</div></article>"));
  EXPECT_THAT(marks(d), HasSubstr("winnow-mark kept: paragraph: value 6"));
  EXPECT_THAT(marks(d), HasSubstr("winnow-mark removed: related: a read-also line"));
}

TEST(MarkedHtml, ShowsWhatWasHidden) {
  const Document d =
      parse::parse(marked("<article>" + kStory + "<div style='display:none'>casino bonus poker</div></article>"));
  bool shown = false;
  for (NodeId id = 0; id < d.size(); ++id) {
    if (d.has_attribute(id, "data-winnow-hidden"))
      shown = d.attribute(id, "style").find("display") == std::string_view::npos;
  }
  EXPECT_TRUE(shown);
}

TEST(MarkedHtml, RunsAndLoadsNothing) {
  const char* const pieces[] = {
      "<script>x()</script>",
      "<script src=x.js></script>",
      "<p onclick=x()>one</p>",
      "<img src=x onerror=x()>",
      "<a href='javascript:x()'>two</a>",
      "<a href=' JavaScript:x()'>three</a>",
      "<a href='data:text/html,x'>four</a>",
      "<iframe src=x srcdoc=y></iframe>",
      "<object data=x></object><embed src=x>",
      "<form action=x><button formaction=x>five</button></form>",
      "<noscript><p title=\"</noscript><img src=x onerror=x()>\">six</p></noscript>",
      "<svg onload=x()><script>x()</script></svg>",
      "<link rel=stylesheet href=x><meta http-equiv=refresh content='0;url=x'><base href=//b.example/>",
      "<video src=x poster=x></video>",
      "<xmp><script>x()</script></xmp>",
      "<template><script>x()</script></template>",
  };
  for (const char* piece : pieces) {
    const std::string html = marked(std::string("<head>") + piece + "</head><article>" + kStory + piece + "</article>");
    const Document d = parse::parse(html);
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
    for (const Tag tag : {Tag::script, Tag::link, Tag::base, Tag::object, Tag::embed, Tag::noscript, Tag::svg})
      EXPECT_EQ(d.first(tag), parse::kNone) << piece;
    for (NodeId id = 0; id < d.size(); ++id) {
      for (const char* name : {"onclick", "onerror", "onload", "src", "srcdoc", "action", "formaction", "poster"})
        EXPECT_FALSE(d.has_attribute(id, name)) << piece << " " << name;
      EXPECT_EQ(d.attribute(id, "href").find("cript:"), std::string_view::npos) << piece;
      EXPECT_FALSE(d.attribute(id, "href").starts_with("data:")) << piece;
      EXPECT_NE(d.attribute(id, "http-equiv"), "refresh") << piece;
    }
  }
}

TEST(MarkedHtml, IsUtf8WhateverThePageWas) {
  const std::string html = marked("<meta charset=gbk><article>" + kStory + "</article>");
  EXPECT_THAT(html, HasSubstr("<meta charset=\"utf-8\">"));
  EXPECT_THAT(html, Not(HasSubstr("gbk")));
}

TEST(Trace, BlocksStandInTheOrderOfThePage) {
  Options options;
  options.trace = true;
  const std::string html = "<article><h1>Harbour closed</h1><div class=share-bar><a href=1>Post</a></div>" + kStory +
                           "<p>Read also: another story</p>" + kStory.substr(0, kStory.find("</p>") + 4) + "</article>";
  std::string order;
  const Reading reading =
      Reader(std::move(options)).read(Page{.bytes = html, .url = {}, .content_type = {}, .fetched_at = {}});
  for (const TraceStep& step : reading.trace) {
    if (step.action == "kept" || step.action == "removed")
      order += step.action + " " + step.why.substr(0, step.why.find(':')) + "\n";
  }
  EXPECT_EQ(order, "removed share\nkept paragraph\nkept paragraph\nkept paragraph\nremoved related\nkept paragraph\n");
}

}  // namespace
}  // namespace winnow
