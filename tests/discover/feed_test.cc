#include "discover/feed.h"

#include <gtest/gtest.h>

namespace winnow::discover {
namespace {

Feed feed_of(std::string_view text, std::string_view url = "") {
  return parse_feed(text, "application/xml; charset=utf-8", url);
}

// One line a record, to compare at a glance.
std::string line(const FeedEntry& e) {
  const auto time = [](const std::optional<Stamp>& s) { return s ? to_iso(*s) : std::string(); };
  return e.title + "|" + e.link + "|" + e.id + "|" + time(e.published) + "|" + time(e.updated) + "|" + e.summary;
}

std::string entry_line(std::string_view text) {
  const Feed feed = feed_of(text, "https://n.example/feed.xml");
  return feed.entries.empty() ? "none" : line(feed.entries.front());
}

TEST(Feed, Rss20) {
  const Feed feed = feed_of(R"(<?xml version="1.0"?><rss version="2.0"><channel><title>News &amp; more</title>
    <link>https://n.example/</link><description>All</description><lastBuildDate>Tue, 11 Feb 2025 09:00:00 +0800</lastBuildDate>
    <image><title>Logo</title><link>https://logo.example/</link></image>
    <item><title>One</title><link>https://n.example/1</link><guid isPermaLink="false">g1</guid>
      <pubDate>Tue, 11 Feb 2025 08:05:07 +0800</pubDate><description>&lt;p&gt;First &lt;b&gt;story&lt;/b&gt;&lt;/p&gt;</description></item>
    <item><title>Two</title><link>https://n.example/2</link></item></channel></rss>)");
  EXPECT_EQ(feed.kind, "rss");
  EXPECT_EQ(feed.title, "News & more");
  EXPECT_EQ(feed.link, "https://n.example/");
  EXPECT_EQ(feed.summary, "All");
  EXPECT_EQ(to_iso(feed.updated.value()), "2025-02-11T09:00:00+08:00");
  ASSERT_EQ(feed.entries.size(), 2u);
  EXPECT_EQ(line(feed.entries[0]), "One|https://n.example/1|g1|2025-02-11T08:05:07+08:00||First story");
  EXPECT_EQ(line(feed.entries[1]), "Two|https://n.example/2||||");
}

TEST(Feed, Rdf10) {
  const Feed feed =
      feed_of(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://n.example/"><title>N</title><link>https://n.example/</link></channel>
    <item rdf:about="https://n.example/1"><title>One</title><d:date>2025-02-11T08:05+09:00</d:date></item></rdf:RDF>)");
  EXPECT_EQ(feed.kind, "rdf");
  EXPECT_EQ(feed.title, "N");
  EXPECT_EQ(feed.id, "https://n.example/");
  ASSERT_EQ(feed.entries.size(), 1u);
  EXPECT_EQ(line(feed.entries[0]),
            "One|https://n.example/1|https://n.example/1|2025-02-11T08:05:00+09:00|2025-02-11T08:05:00+09:00|");
}

TEST(Feed, Atom) {
  const Feed feed =
      feed_of(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://n.example/a/"><title type="text">N</title>
    <link rel="self" href="feed.xml"/><link href="../"/><id>urn:n</id><updated>2025-02-11T08:05:07Z</updated>
    <entry><title type="html">A &lt;i&gt;B&lt;/i&gt; &amp;amp; C</title><link rel="enclosure" href="x.mp3"/>
      <link rel="alternate" type="application/json" href="1.json"/><link rel="alternate" type="text/html" href="1"/><id>urn:1</id>
      <published>2025-02-10T00:00:00+02:00</published><updated>2025-02-11T00:00:00Z</updated>
      <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <em>words</em></div></summary></entry></feed>)");
  EXPECT_EQ(feed.kind, "atom");
  EXPECT_EQ(feed.link, "https://n.example/");
  EXPECT_EQ(feed.id, "urn:n");
  ASSERT_EQ(feed.entries.size(), 1u);
  EXPECT_EQ(line(feed.entries[0]),
            "A B & C|https://n.example/a/1|urn:1|2025-02-10T00:00:00+02:00|2025-02-11T00:00:00+00:00|The words");
}

TEST(Feed, JsonFeed) {
  const Feed feed =
      feed_of(R"({"version":"https://jsonfeed.org/version/1.1","title":"N","home_page_url":"https://n.example/",
    "feed_url":"https://n.example/f.json","items":[{"id":7,"url":"/1","title":"One","content_html":"<p>a</p>",
    "date_published":"2025-02-11T08:05:07+08:00"}, 3]})",
              "https://n.example/f.json");
  EXPECT_EQ(feed.kind, "json");
  EXPECT_EQ(feed.link, "https://n.example/");
  ASSERT_EQ(feed.entries.size(), 1u);
  EXPECT_EQ(line(feed.entries[0]), "One|https://n.example/1|7|2025-02-11T08:05:07+08:00||a");
}

TEST(Feed, EveryVersionIsRead) {
  const std::string item = "<item><title>One</title><link>https://n.example/1</link></item>";
  const std::string entry = "<entry><title>One</title><link href='https://n.example/1'/></entry>";
  const std::string rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='";
  const std::pair<std::string, std::string> rows[] = {
      {"rdf", rdf + "http://my.netscape.com/rdf/simple/0.9/'><channel/>" + item + "</rdf:RDF>"},       // RSS 0.90
      {"rdf", rdf + "http://channel.netscape.com/rdf/simple/0.9/'><channel/>" + item + "</rdf:RDF>"},  // RSS 0.90
      {"rdf", rdf + "http://purl.org/rss/1.0/'><channel/>" + item + "</rdf:RDF>"},                     // RSS 1.0
      {"rss",
       "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
       "'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel>" +
           item + "</channel></rss>"},
      {"rss", "<rss version='0.92'><channel>" + item + "</channel></rss>"},
      {"rss", "<rss version='0.93'><channel>" + item + "</channel></rss>"},
      {"rss", "<rss version='0.94'><channel>" + item + "</channel></rss>"},
      {"rss", "<rss version='2.0'><channel>" + item + "</channel></rss>"},
      {"rss", "<rss><channel>" + item + "</channel></rss>"},
      {"rss", "<RSS VERSION='2.0'><CHANNEL>" + item + "</CHANNEL></RSS>"},
      {"rss", "<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel>" + item + "</channel></rss>"},
      {"rss", "\n\n <?xml version='1.0'?><rss version='2.0'><channel>" + item},  // cut off
      {"atom", "<feed version='0.3' xmlns='http://purl.org/atom/ns#'>" + entry + "</feed>"},
      {"atom", "<feed xmlns='http://www.w3.org/2005/Atom'>" + entry + "</feed>"},
      {"atom",
       "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>One</a:title>"
       "<a:link href='https://n.example/1'/></a:entry></a:feed>"},
      {"json", R"({"version":"https://jsonfeed.org/version/1","items":[{"title":"One","url":"https://n.example/1"}]})"},
      {"json",
       R"({"version":"https://jsonfeed.org/version/1.1","items":[{"title":"One","url":"https://n.example/1"}]})"},
  };
  for (const auto& [kind, text] : rows) {
    const Feed feed = feed_of(text);
    EXPECT_EQ(feed.kind, kind) << text;
    ASSERT_EQ(feed.entries.size(), 1U) << text;
    EXPECT_EQ(feed.entries[0].title, "One") << text;
    EXPECT_EQ(feed.entries[0].link, "https://n.example/1") << text;
  }
}

struct Row {
  std::string_view item, line;
};

TEST(Feed, RssEntriesInAllTheirForms) {
  for (const Row& row : {
           Row{"<title>a</title><guid>https://n.example/g</guid>", "a|https://n.example/g|https://n.example/g|||"},
           Row{"<guid isPermaLink='false'>https://n.example/g</guid>", "||https://n.example/g|||"},
           Row{"<link>/rel</link>", "|https://n.example/rel||||"},
           Row{"<title><![CDATA[a & <b>b</b>]]></title>", "a & b|||||"},
           Row{"<title>caf&eacute; &nbsp;&hellip; &#146;x&#x92;</title>", "café \u00a0… ’x’|||||"},
           Row{"<title>Q&A at 5 < 6</title>", "Q&A at 5 < 6|||||"},
           Row{"<dc:title>dc</dc:title><dc:date>2025-02-11</dc:date>", "dc|||2025-02-11|2025-02-11|"},
           Row{"<media:title>m</media:title><title>t</title>", "t|||||"},
           Row{"<content:encoded>&lt;p&gt;full&lt;/p&gt;</content:encoded>", "|||||full"},
           Row{"<atom:link rel='self' href='https://n.example/s'/><link>https://n.example/1</link>",
               "|https://n.example/1||||"},
           Row{"<PubDate>2025-02-11</PubDate>", "|||2025-02-11||"},
           Row{"<pubDate>soon</pubDate><dcterms:issued>2025-02-11</dcterms:issued>", "|||2025-02-11||"},
           Row{"<description>x<br>y<p>z</description><link>https://n.example/1</link>",
               "|https://n.example/1||||x y z"},
           Row{"<title>a\x01\x02</title>", "a|||||"},
           Row{"<link>javascript:alert(1)</link>", "|||||"},
       }) {
    const std::string text = "<rss><channel><item>" + std::string(row.item) + "</item></channel></rss>";
    EXPECT_EQ(entry_line(text), row.line) << row.item;
  }
}

TEST(Feed, AtomEntriesInAllTheirForms) {
  for (const Row& row : {
           Row{"<title>a &amp;amp; b</title>", "a & b|||||"},
           Row{"<title type='text'>a &amp;amp; b</title>", "a &amp; b|||||"},
           Row{"<title mode='escaped' type='text/html'>&lt;b&gt;x&lt;/b&gt;</title>", "x|||||"},
           Row{"<title mode='base64' type='text/html'>PGI+eDwvYj4=</title>", "x|||||"},
           Row{"<issued>2025-02-11T08:05:07Z</issued><modified>2025-02-12</modified>",
               "|||2025-02-11T08:05:07+00:00|2025-02-12|"},
           Row{"<id>https://n.example/i</id>", "|https://n.example/i|https://n.example/i|||"},
           Row{"<link href='/a?x=1&amp;y=2'/>", "|https://n.example/a?x=1&y=2||||"},
           Row{"<link href=/a?x=1&y=2 />", "|https://n.example/a?x=1&y=2||||"},
           Row{"<link rel='edit' href='/e'/>", "|||||"},
           Row{"<content>c</content><summary>s</summary>", "|||||s"},
       }) {
    const std::string text =
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + std::string(row.item) + "</entry></feed>";
    EXPECT_EQ(entry_line(text), row.line) << row.item;
  }
}

TEST(Feed, UnclosedItemsStaySeparate) {
  const Feed feed =
      feed_of("<rss><channel><title>N</title><item><title>a</title><item><title>b</title><b>x</item></channel>");
  ASSERT_EQ(feed.entries.size(), 2u);
  EXPECT_EQ(feed.entries[0].title, "a");
  EXPECT_EQ(feed.entries[1].title, "b");
}

TEST(Feed, EncodingIsThatOfTheHeaderThenOfTheDeclaration) {
  const std::string body =
      "<rss><channel><title>\xc4\xe3\xba\xc3\xa3\xac\xca\xc0\xbd\xe7</title></channel></rss>";  // GBK
  EXPECT_EQ(parse_feed("<?xml version='1.0' encoding='gb2312'?>" + body, "", "").title, "你好，世界");
  EXPECT_EQ(parse_feed("<?xml version='1.0'?>" + body, "text/xml; charset=GBK", "").title, "你好，世界");
  EXPECT_EQ(
      parse_feed("\xEF\xBB\xBF<?xml version='1.0' encoding='utf-16'?><rss><channel><title>你好</title></channel></rss>",
                 "", "")
          .title,
      "你好");
  std::string wide;
  for (const char c : std::string_view("<?xml version='1.0'?><rss><channel><title>abc</title></channel></rss>"))
    (wide += c) += '\0';
  EXPECT_EQ(parse_feed(wide, "", "").title, "abc");
}

TEST(Feed, OtherThingsAreNoFeeds) {
  for (const std::string_view text :
       {"", "hello", "<html><body><p>x</p></body></html>", "{}", "[1]", "<", "<a", "<!DOCTYPE", "{\"items\":3}",
        "<urlset><url><loc>https://n.example/</loc></url></urlset>"}) {
    EXPECT_EQ(feed_of(text).kind, "") << text;
  }
}

TEST(Feed, EntriesAreBounded) {
  std::string text = "<rss><channel>";
  for (int i = 0; i < 10'100; ++i) text += "<item><title>x</title></item>";
  EXPECT_EQ(feed_of(text).entries.size(), 10'000u);
}

}  // namespace
}  // namespace winnow::discover
