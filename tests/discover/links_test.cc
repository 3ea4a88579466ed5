#include "discover/links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::discover {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kUrl = "https://n.example/list/";
constexpr std::string_view kPage = R"(<html><head><link rel="next" href="?page=2">
<link rel="alternate" type="application/rss+xml" href="/rss.xml"><link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="atom">
<link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="application/json+oembed" href="/oembed">
<link rel="alternate" type="application/rss+xml" href="/rss.xml"><link rel="stylesheet" type="application/rss+xml" href="/no.xml">
<link rel="alternate" type="application/feed+json" href="https://f.example/f.json"></head><body>
<ul class=list><li><a href="/1#top">One</a></li><li><h3>x</h3><a href="2">Two</a> <a href="3">Three</a></li>
<li><a href="/4"><h3 class=t>Four</h3></a></li><li><a href="javascript:x">x</a></li><li><a href="/1">again</a></li></ul>
<a href="mailto:x@n.example">m</a> <a href="#">top</a> <a href="https://n.example/list/#a">self</a>
<a class=more href="?page=3">more</a></body></html>)";

TEST(Links, AllOfTheBodyWhereNoSelectorIsGiven) {
  const ListPage page = read_list(kPage, kUrl, "", "");
  EXPECT_THAT(page.links, ElementsAre("https://n.example/1", "https://n.example/list/2", "https://n.example/list/3",
                                      "https://n.example/4", "https://n.example/list/?page=3"));
  EXPECT_EQ(page.next, "https://n.example/list/?page=2");
}

TEST(Links, ThoseThatTheSelectorChooses) {
  EXPECT_THAT(read_list(kPage, kUrl, "ul.list li", "a.more").links,
              ElementsAre("https://n.example/1", "https://n.example/list/2", "https://n.example/4"));
  EXPECT_THAT(read_list(kPage, kUrl, "h3.t", "").links, ElementsAre("https://n.example/4"));
  EXPECT_EQ(read_list(kPage, kUrl, "ul a", "a.more").next, "https://n.example/list/?page=3");
  EXPECT_EQ(read_list(kPage, kUrl, "ul a", "a.none").next, "");
  EXPECT_THAT(read_list(kPage, kUrl, "ul[", "").links, IsEmpty());
}

TEST(Links, BaseElementCounts) {
  const std::string_view html = "<base target=_top><base href='/b/'><base href='/c/'><a href=x>x</a>";
  EXPECT_THAT(read_list(html, kUrl, "", "").links, ElementsAre("https://n.example/b/x"));
  EXPECT_THAT(read_list("<a href=x>x</a><a href=http://h.example/>y</a>", "", "", "").links,
              ElementsAre("http://h.example/"));
}

TEST(Links, NextPageIsNeverThePageItself) {
  EXPECT_EQ(read_list("<a rel=next href='/list/'>n</a>", kUrl, "", "").next, "");
  EXPECT_EQ(read_list("<a rel='nofollow next' href='/list/2'>n</a>", kUrl, "", "").next, "https://n.example/list/2");
}

// Where scripts load more, the address of the next page stands in the button or the box.
TEST(Links, NextPageOfAScript) {
  struct Row {
    const char* html;
    const char* next;
  };
  const Row rows[] = {
      {"<button class=m data-next='?page=2'>More</button>", "https://n.example/list/?page=2"},
      {"<div class=m data-count=20 data-load-url='/list/2'><a href=/story>s</a></div>", "https://n.example/list/2"},
      {"<a class=m data-url='https://n.example/more?p=2'>More</a>", "https://n.example/more?p=2"},
      {"<a class=m href=/list/2 data-track=/log>More</a>", "https://n.example/list/2"},
      {"<div class=m data-label=more><a href=/list/2>More</a></div>", "https://n.example/list/2"},
      {"<button class=m data-next='/list/'>More</button>", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(read_list(row.html, kUrl, "", ".m").next, row.next) << row.html;
}

TEST(Links, Alternates) {
  EXPECT_THAT(read_alternates(kPage, kUrl).feeds,
              ElementsAre("https://n.example/rss.xml", "https://n.example/list/atom", "https://f.example/f.json"));
  EXPECT_THAT(read_alternates("<p>x</p>", kUrl).feeds, IsEmpty());
}

}  // namespace
}  // namespace winnow::discover
