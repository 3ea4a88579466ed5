#include "extract/fields.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/pager.h"

namespace winnow::extract {
namespace {

using Texts = std::vector<std::string>;

Fields read(const std::string& html, const char* address = "https://news.example.com/2024/05/03/story.html") {
  std::optional<Url> url = Url::parse(address);
  FieldHints hints;
  hints.url = &*url;
  return find_fields(parse::parse(html), hints);
}

constexpr const char* kUndated = "https://news.example.com/story.html";

TEST(Fields, PublishedByRankAndAgreement) {
  struct Row {
    const char* why;
    const char* html;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"JSON-LD",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03T10:15:00+02:00"}</script>)",
       "2024-05-03T10:15:00+02:00"},
      {"meta", "<meta property='article:published_time' content='2024-05-03T10:15:00Z'>", "2024-05-03T10:15:00+00:00"},
      {"time", "<h1>Rain in May</h1><time datetime='2024-05-03'>today</time>", "2024-05-03"},
      {"visible", "<h1>大雨来袭</h1><p>2024-05-03 10:15 来源：某某网</p>", "2024-05-03T10:15:00"},
      {"the more exact of one day",
       "<meta name='date' content='2024-05-03'><h1>Rain in May</h1><p>Published 3 May 2024 10:15 GMT</p>",
       "2024-05-03T10:15:00+00:00"},
      {"midnight is no time",
       "<meta name='pubdate' content='2024-05-03T00:00:00Z'><h1>Rain in May</h1><p>3 May 2024 10:15</p>",
       "2024-05-03T10:15:00"},
      {"a comment's date is not the article's",
       "<h1>Rain in May</h1><p>text</p><div class='comments'><time datetime='2024-06-01'>1 June</time></div>", ""},
      {"a related article's date is not the article's",
       "<h1>Rain in May</h1><p>text</p><ul class='related'><li>Snow <time>1 June 2024</time></li></ul>", ""},
      {"what readers see is older than what is stated",
       "<meta property='article:published_time' content='2024-11-17T10:33:13Z'><h1>Rain in May</h1><time "
       "datetime='2024-03-09'>9 March 2024</time><p>By Jane Doe</p>",
       "2024-03-09"},
      {"a later day that is shown is of a change",
       "<meta property='article:published_time' content='2024-03-09T10:33:13Z'><h1>Rain in May</h1><time "
       "datetime='2024-11-17'>17 November 2024</time>",
       "2024-03-09T10:33:13+00:00"},
      {"a press release",
       "<h1>Rain in May</h1><p>Pressemitteilung vom 3. Mai 2024 | Berlin – Der Regen hat im Tal viele "
       "Keller gefüllt, und die Feuerwehr war die ganze Nacht lang unterwegs, um das Wasser wieder hinauszupumpen.</p>",
       "2024-05-03"},
      {"a lone date in an element that is named a teaser",
       "<h1>Rain in May</h1><p>text</p><div class='teaser'><span>3 May 2024</span></div>", "2024-05-03"},
      {"two dates of teasers are other pages'",
       "<h1>Rain in May</h1><p>text</p><div class='teaser'><span>3 May 2024</span></div><div class='teaser'><span>4 "
       "May "
       "2024</span></div>",
       ""},
      {"the day of the visit stands far before the title",
       "<p>16 May 2024</p><p>A town paper with news, weather, sports, letters and whatever else the valley talks about "
       "on a "
       "market day, since 1881, every day but Sunday, in print and here</p><p>14 May 2024</p><h1>Rain in May</h1>",
       "2024-05-14"},
      {"an abbreviation's title",
       "<h1>Rain in May</h1><p><abbr title='2024-05-03T10:15:00+02:00'>Friday morning</abbr></p>",
       "2024-05-03T10:15:00+02:00"},
      {"a title in words is for readers", "<h1>Rain in May</h1><p><span title='2024'>Friday</span></p>", ""},
      {"a date for scripts beside one without a year",
       "<h1>Rain in May</h1><p><span data-published='2024-05-03T08:15:00Z'>3 May, 10:15</span></p>",
       "2024-05-03T08:15:00+00:00"},
      {"seconds since 1970 for scripts", "<h1>Rain in May</h1><p><i data-timestamp='1714724100'>3 May</i></p>",
       "2024-05-03T08:15:00+00:00"},
      {"what ends then", "<h1>Rain in May</h1><p><i data-end-date='2024-05-09T23:59:00Z'>10:15</i></p>", ""},
      {"far from the title, with its weekday",
       "<h1>Rain in May</h1><p>text</p><div>Published <i>Friday, 3 May 2024 10:15</i></div>", "2024-05-03T10:15:00"},
      {"another date of the page tells the order",
       "<html lang=en><h1>Rain in May</h1><p>03/05/2024 10:15</p><ul class='related'><li>Snow 25/04/2024</li></ul>",
       "2024-05-03T10:15:00"},
      {"Korean words for a change", "<h1>오월의 비</h1><p>수정 2024.05.04 11:00 | 입력 2024.05.03 10:15</p>",
       "2024-05-03T10:15:00"},
      {"JSON-LD without a type",
       R"(<script>{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2024-05-03T06:00:00+02:00"}</script>)",
       "2024-05-03T06:00:00+02:00"},
      {"a script is no JSON-LD",
       R"(<script>var x = {"@context":"","@type":"NewsArticle","datePublished":"2024-05-03"}</script>)", ""},
      {"copyright is no date", "<h1>Rain in May</h1><p>text</p><p>© 1 June 2024 Example</p>", ""},
      {"the day that readers see",
       "<meta property='article:published_time' content='2024-05-04T02:41:00Z'><h1>Rain in May</h1><p>3 May 2024 "
       "22:41</p>",
       "2024-05-03T22:41:00-04:00"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.html, kUndated).published_at, row.expected) << row.why;
}

TEST(Fields, TheAddressDatesWhatNothingElseDoes) { EXPECT_EQ(read("<h1>Rain in May</h1>").published_at, "2024-05-03"); }

TEST(Fields, ModifiedBeforePublishedIsImpossible) {
  EXPECT_EQ(read("<meta property='article:modified_time' content='2024-05-01'>").modified_at, "");
  EXPECT_EQ(read("<meta property='article:modified_time' content='2024-05-04'>").modified_at, "2024-05-04");
}

TEST(Fields, PeopleAndSourceKeptApart) {
  struct Row {
    const char* why;
    const char* html;
    Texts authors, editors;
    const char* source = "";
  };
  const std::vector<Row> rows = {
      {"JSON-LD",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"Jane Doe"}],"editor":{"name":"John Roe"}}</script>)",
       {"Jane Doe"},
       {"John Roe"}},
      {"meta that readers see", "<meta name='author' content='Jane Doe'><p>Jane Doe</p>", {"Jane Doe"}, {}},
      {"meta that readers don't see", "<meta name='author' content='Jane Doe'><p>text</p>", {}, {}},
      {"the footer is no byline",
       "<meta name='author' content='Jane Doe'><p>Rain fell on the valley for a week.</p><footer>Site by <b>Jane "
       "Doe</b></footer>",
       {},
       {}},
      {"an account of the system",
       R"(<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"admin77"}}</script><h1>Rain in May</h1>)",
       {},
       {}},
      {"a nickname that is shown as the author",
       R"(<script type="application/ld+json">{"@type":"Article","author":{"name":"rainfan"}}</script><h1>Rain in May</h1><p class='author'>rainfan</p>)",
       {"rainfan"},
       {}},
      {"a news article says so itself",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Example Newsroom"}}</script><h1>Rain</h1>)",
       {"Example Newsroom"},
       {}},
      {"an address is no author",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"news.example.com"}}</script><h1>Rain</h1>)",
       {},
       {}},
      {"each name in an element",
       "<h1>Rain in May</h1><div class='byline'><span>Jane Doe</span> <span>John Roe</span></div>",
       {"Jane Doe", "John Roe"},
       {}},
      {"Twitter's labels",
       "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Jane "
       "Doe'><h1>Rain</h1><p>Jane "
       "Doe</p>",
       {"Jane Doe"},
       {}},
      {"signed at the right",
       "<h1>Rain in May</h1><p>Rain fell.</p><p style='text-align: right'><em>Jane Doe</em></p>",
       {"Jane Doe"},
       {}},
      {"quotes at the right are no signatures",
       "<h1>Rain in May</h1><p align=right>Jane Doe</p><p>Rain fell.</p><p align=right>John Roe</p>",
       {},
       {}},
      {"a label far from the title",
       "<h1>Rain in May</h1><p>Rain fell.</p><ul><li><strong>Autorin/Autor</strong> Jane Doe</li></ul>",
       {"Jane Doe"},
       {}},
      {"signed in brackets", "<h1>大雨来袭</h1><p>各地都受到了影响。（周艾琳 林洁琛）</p>", {"周艾琳", "林洁琛"}, {}},
      {"a remark in brackets", "<h1>大雨来袭</h1><p>各地都受到了影响。（全文完）</p>", {}, {}},
      {"two brackets sign nothing", "<h1>大雨来袭</h1><p>很大。（周艾琳）</p><p>很小。（林洁琛）</p>", {}, {}},
      {"the source is no author",
       "<meta name='author' content='参考消息'><h1>大雨来袭</h1><p>来源：参考消息</p>",
       {},
       {},
       "参考消息"},
      {"a site for an author in meta",
       "<meta property='og:site_name' content='Example News'><meta name='author' content='Example News'>",
       {},
       {}},
      {"an address is no name", "<meta property='article:author' content='https://social.example/jane'>", {}, {}},
      {"class", "<h1>Rain in May</h1><p class='byline'>By Jane Doe</p>", {"Jane Doe"}, {}},
      {"rel", "<h1>Rain in May</h1><a rel='author' href='/jane'>Jane Doe</a>", {"Jane Doe"}, {}},
      {"comment's author", "<h1>Rain in May</h1><div class='comments'><b class='author'>Jane Doe</b></div>", {}, {}},
      {"Chinese",
       "<h1>大雨来袭</h1><p>来源：某某网　作者：周艾琳</p><p>正文。</p><p>责任编辑：林洁琛</p>",
       {"周艾琳"},
       {"林洁琛"},
       "某某网"},
      {"the person rather than the organisation",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Example News"}}</script><h1>Rain in May</h1><p>By Jane Doe</p>)",
       {"Jane Doe"},
       {}},
      {"a label and a name in lines of their own",
       "<h1>Rain in May</h1><div>Words: <div>Jane Doe</div> <div>3 May 2024</div></div><p>Rain fell.</p>",
       {"Jane Doe"},
       {}},
      {"a link to an author's page",
       "<h1>Rain in May</h1><p><a href='/authors/jane-doe/'>Jane Doe</a> writes of rain</p>",
       {"Jane Doe"},
       {}},
      {"a link to a page by an author", "<h1>Rain in May</h1><p><a href='/2024/author'>Jane Doe</a></p>", {}, {}},
      {"an editor in an element that is named for authors",
       "<h1>大雨来袭</h1><p>记者 欧阳秋实</p><p class=author>编辑：林洁琛</p>",
       {"欧阳秋实"},
       {"林洁琛"}},
      {"custom elements",
       "<my-title><h1>Rain in May</h1></my-title><my-byline>3 May 2024 <i slot=author>Words: Jane Doe</i></my-byline>"
       "<my-share><i>Share this story with all of your friends, and with everybody whom you know</i></my-share>",
       {"Jane Doe"},
       {}},
      {"names apart by a comma",
       "<h1>Rain in May</h1><div>By <div>Jane Doe</div>, <div>John Roe</div></div><p>Rain fell.</p>",
       {"Jane Doe", "John Roe"},
       {}},
      {"a label and two names in lines of their own",
       "<h1>Rain in May</h1><div>Words: <div>Jane Doe</div> and <div>John Roe</div></div><p>Rain fell.</p>",
       {"Jane Doe", "John Roe"},
       {}},
      {"an article's author is a person",
       R"(<script type="application/ld+json">{"@type":"Article","author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"John Roe"}]}</script><h1>Rain</h1>)",
       {"Jane Doe", "John Roe"},
       {}},
      {"a name in the line of the date",
       "<html lang=ja><h1>五月の雨が谷に降る</h1><p><span class='date'>2024/5/3 22:36</span> <span "
       "class='name'>斎藤健一</span></p>",
       {"斎藤健一"},
       {}},
      {"a Japanese name in brackets by the date",
       "<html lang=ja><h1>五月の雨が谷に降る</h1><p><time datetime='2024-05-03T07:37:00+09:00'>2024年5月3日 "
       "7:37</time> "
       "<span class='writer'>【木村誠】</span></p>",
       {"木村誠"},
       {}},
      {"a name alone by the date, where only names are capitalised",
       "<html lang=fr><h1>Il pleut sur la vallée</h1><p><i class=d>3 mai 2024 10:15</i> <b class=au>Jeanne "
       "Martin</b></p>",
       {"Jeanne Martin"},
       {}},
      {"by the date, but a section",
       "<html lang=en><h1>Rain in May</h1><p><i class=d>3 May 2024</i> <b class=au>Climate Change</b></p>",
       {},
       {}},
      {"names by many dates",
       "<html lang=fr><h1>Il pleut sur la vallée</h1><p><i class=d>3 mai 2024</i> <b class=au>Jeanne Martin</b></p>"
       "<p><i class=d>4 mai 2024</i> <b class=au>Paul Morin</b></p>",
       {},
       {}},
      {"a name elsewhere is none", "<h1>Rain in May</h1><p><span class='name'>Jane Doe</span></p>", {}, {}},
      {"under the text",
       "<h1>Rain in May</h1><p>Rain fell on the valley, all week long.</p><div>Published <i>3 May 2024</i> <b>Words: "
       "Jane Doe and John Roe</b></div>",
       {"Jane Doe", "John Roe"},
       {}},
      {"a Japanese name has a space in it",
       "<html lang=ja><h1>五月の雨が谷に降る</h1><p>文・山田 太郎</p>",
       {"山田 太郎"},
       {}},
      {"nobody", "<h1>Rain in May</h1><p>By noon the river had risen.</p>", {}, {}},
  };
  for (const Row& row : rows) {
    Fields fields = read(row.html);
    EXPECT_EQ(fields.authors, row.authors) << row.why;
    EXPECT_EQ(fields.editors, row.editors) << row.why;
    EXPECT_EQ(fields.source, row.source) << row.why;
  }
}

TEST(Fields, Language) {
  struct Row {
    const char* html;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"<html lang='en-US'><p>text", "en"},
      {"<html lang='zh-CN'><p>这是一个关于经济发展的报道，记者认为", "zh-Hans"},
      {"<html lang='zh'><p>這是一個關於經濟發展的報導，記者認為", "zh-Hant"},
      {"<html lang='zh-TW'><p>A", "zh-Hant"},
      {"<html lang='en'><p>这是一个关于经济发展的报道，记者认为", "zh-Hans"},
      {"<meta property='og:locale' content='de_DE'><p>x", "de"},
      {"<p>Der Zug hielt nicht, und die Leute auf dem Bahnsteig sahen ihm mit offenem Mund nach.", "de"},
      {"<p>これは日本語の記事です。", "ja"},
      {"<p>이것은 한국어 기사입니다.", "ko"},
      {"<p>7", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.html).language, row.expected) << row.html;
}

TEST(Fields, SiteFilesLanguageWins) {
  FieldHints hints;
  hints.language = "fr";
  EXPECT_EQ(find_fields(parse::parse("<html lang=en>"), hints).language, "fr");
}

TEST(Fields, Breadcrumb) {
  struct Row {
    const char* html;
    Texts expected;
    const char* section;
  };
  const std::vector<Row> rows = {
      {R"(<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"position":2,"name":"News"},{"position":1,"item":{"name":"Home"}},{"position":3,"name":"Rain in May"}]}</script><h1>Rain in May</h1>)",
       {"Home", "News"},
       "News"},
      {"<div>首页 &gt; 新闻 &gt; 金融</div><h1>大雨来袭各地受影响</h1>", {"首页", "新闻", "金融"}, "金融"},
      {"<div>当前位置：首页 &gt; 新闻 &gt; 正文</div><h1>大雨来袭各地受影响</h1>", {"首页", "新闻"}, "新闻"},
      {"<ul class='breadcrumb'><li><a>Home</a></li><li><a>News</a></li></ul><h1>Rain in May</h1>",
       {"Home", "News"},
       "News"},
      {"<p>Profits &gt; losses</p><h1>Rain in May</h1>", {}, ""},
  };
  for (const Row& row : rows) {
    Fields fields = read(row.html);
    EXPECT_EQ(fields.breadcrumb, row.expected) << row.html;
    EXPECT_EQ(fields.section, row.section) << row.html;
  }
}

TEST(Fields, Section) {
  struct Row {
    const char* html;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","articleSection":["Weather","Valley"]}</script><meta property='article:section' content='News'>)",
       "Weather"},
      {"<meta property='article:section' content='Weather'>", "Weather"},
      {"<meta name='section' content='https://news.example.com/weather'>", ""},
      {"<meta property='article:section' content='A section that is called by far too many words to be one of any "
       "newspaper'>",
       ""},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.html).section, row.expected) << row.html;
}

TEST(Fields, SummaryIsTheArticles) {
  const std::string body =
      "<h1>Rain in May</h1><p>" + std::string(400, 'x') + " rain fell on the valley for a week.</p>";
  struct Row {
    const char* head;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"<meta property='og:description' content='Rain fell on the valley.'><meta name=description content='Other'>",
       "Rain fell on the valley."},
      {"<meta name=description content='Rain &amp;amp; valley for a week'>", "Rain & valley for a week"},
      {"<meta name=description content='Rain in May'>", ""},
      {"<meta name=description content='Cheap watches, best casinos, hottest movies'>", ""},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","description":"Rain fell on the valley."}</script>)",
       "Rain fell on the valley."},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.head + body).summary, row.expected) << row.head;
}

TEST(Fields, TagsComeFromTheFirstThatHasAny) {
  const std::string body = "<h1>Rain in May</h1><p>Rain fell on the valley.</p>";
  EXPECT_EQ(
      read(R"(<script type="application/ld+json">{"@type":"NewsArticle","keywords":"rain, valley"}</script>)" + body)
          .tags,
      (Texts{"rain", "valley"}));
  EXPECT_EQ(read("<meta name='news_keywords' content='rain; valley'>" + body).tags, (Texts{"rain", "valley"}));
  EXPECT_EQ(read(body + "<a rel=tag href='/t/rain'>#rain</a><a rel='tag nofollow' href='/t/may'>May</a>").tags,
            (Texts{"rain", "May"}));
  EXPECT_EQ(read("<meta property='article:tag' content='rain'><meta name='keywords' content='valley'>" + body).tags,
            Texts{"rain"});
}

TEST(Fields, CanonicalAddress) {
  struct Row {
    const char* html;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"<link rel=canonical href='https://news.example.com/a'><meta property='og:url' "
       "content='https://news.example.com/b'>",
       "https://news.example.com/a"},
      {"<meta property='og:url' content='/b'>", "https://news.example.com/b"},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://news.example.com/c"}}</script>)",
       "https://news.example.com/c"},
      {"<link rel=canonical href='javascript:void(0)'>", ""},
      {"<link rel=canonical href='/'><meta property='og:url' content='/b'>", "https://news.example.com/b"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.html).canonical_url, row.expected) << row.html;
}

TEST(Fields, ImagesThatThePageNames) {
  EXPECT_EQ(
      read("<meta property='og:image' content='/a.jpg'><meta property='og:image:secure_url' content='/a.jpg'>").images,
      Texts{"https://news.example.com/a.jpg"});
  EXPECT_EQ(
      read(R"(<script type="application/ld+json">{"@type":"NewsArticle","image":["/a.jpg",{"url":"/b.jpg"}]}</script>)")
          .images,
      (Texts{"https://news.example.com/a.jpg", "https://news.example.com/b.jpg"}));
  EXPECT_EQ(read("<meta name='twitter:image' content='/t.jpg'>").images, Texts{"https://news.example.com/t.jpg"});
}

TEST(Fields, TagsArePlausible) {
  const std::string body = "<h1>Rain in May</h1><p>Rain fell on the valley.</p>";
  EXPECT_EQ(read("<meta property='article:tag' content='Rain'><meta property='article:tag' content='May'>" + body).tags,
            (Texts{"Rain", "May"}));
  EXPECT_EQ(read("<meta name='keywords' content='rain, valley'>" + body).tags, (Texts{"rain", "valley"}));
  EXPECT_EQ(read("<meta name='keywords' content='free movies, best movies, hot movies'>" + body).tags, Texts{});
}

TEST(Fields, AddressesAreAbsolute) {
  Fields fields = read("<link rel=canonical href='/a'><meta property='og:image' content='i.jpg'>");
  EXPECT_EQ(fields.canonical_url, "https://news.example.com/a");
  EXPECT_EQ(fields.images, Texts{"https://news.example.com/2024/05/03/i.jpg"});
  EXPECT_EQ(read("<link rel=canonical href='/'>").canonical_url, "");
}

TEST(Fields, NextPartOfTheSameArticleOnly) {
  struct Row {
    const char* here;
    const char* html;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"https://a.example/s/story.html", "<a href='story_2.html'>下一页</a>", "https://a.example/s/story_2.html"},
      {"https://a.example/s/story_2.html", "<a href='story_3.html'>下一页</a>", "https://a.example/s/story_3.html"},
      {"https://a.example/story", "<link rel=next href='/story?page=2'>", "https://a.example/story?page=2"},
      {"https://a.example/story", "<a href='/story/page/2/'>Next page »</a>", "https://a.example/story/page/2/"},
      {"https://a.example/story", "<div class=pager><a href='/story?page=2'>2</a></div>",
       "https://a.example/story?page=2"},
      {"https://a.example/story", "<a href='/other?page=2'>Next</a>", ""},
      {"https://a.example/story/1234", "<a rel=next href='/story/1235'>Next</a>", ""},
      {"https://a.example/story", "<a rel=next href='https://b.example/story?page=2'>Next</a>", ""},
      {"https://a.example/s/story.html", "<a href='story_3.html'>下一页</a>", ""},
      {"https://a.example/s/story.html", "<a href='other.html'>下一篇</a>", ""},
      {"https://a.example/s/story.html", "<p class=pages><a href='story-p2.html'>2</a></p>",
       "https://a.example/s/story-p2.html"},
      {"https://a.example/s/c1_88.html", "<p class=pages><a href='c1_88_2.html'>2</a></p>",
       "https://a.example/s/c1_88_2.html"},
      {"https://a.example/s/c1_88_2.html", "<p class=pages><a href='c1_88.html'>1</a> <a href='c1_88_3.html'>3</a></p>",
       "https://a.example/s/c1_88_3.html"},
      {"https://a.example/story?page=3", "<a rel=next href='/story?page=1'>Next</a>", ""},
      {"https://a.example/story?page=3", "<a rel=next href='/story?page=3'>Next</a>", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.html, row.here).next_page, row.expected) << row.here << row.html;
}

TEST(Fields, LinesThatLeadToOtherPartsLeaveTheBody) {
  struct Row {
    const char* html;
    bool stays;
  };
  const std::vector<Row> rows = {
      {"<p><a href='story_2.html'>On</a></p>", false},
      {"<p><a href='story_2.html'>2</a> | <a href='story_3.html'>3</a></p>", false},
      {"<p>Read <a href='story_2.html'>the second part</a></p>", true},
      {"<p><a href='other.html'>The mill, one year on</a></p>", true},
      {"<p><a href='story_2.html'>2</a> <a href='other.html'>The mill</a></p>", true},
      {"<p>12</p>", true},
  };
  const Url here = *Url::parse("https://a.example/s/story.html");
  for (const Row& row : rows) {
    const parse::Document document = parse::parse(row.html);
    Body body;
    body.blocks.emplace_back().node = document.first(parse::Tag::p);
    body.blocks[0].block.text = document.visible_text(body.blocks[0].node);
    drop_pagers(document, &here, &here, body);
    EXPECT_EQ(body.blocks.size(), row.stays ? 1u : 0u) << row.html;
    EXPECT_EQ(body.removed.size(), row.stays ? 0u : 1u) << row.html;
  }
}

TEST(Fields, OffsetsInOrder) {
  struct Row {
    const char *iso, *zone, *language, *expected;
  };
  const std::vector<Row> rows = {
      {"2025-02-11T21:42:41+01:00", "Asia/Shanghai", "zh-Hans", "2025-02-11T21:42:41+01:00"},
      {"2025-02-11T21:42:41", "Europe/Berlin", "zh-Hans", "2025-02-11T21:42:41+01:00"},
      {"2025-02-11T21:42:41", "", "zh-Hans", "2025-02-11T21:42:41+08:00"},
      {"2025-02-11T21:42:41", "", "ja", "2025-02-11T21:42:41+09:00"},
      {"2025-02-11T21:42:41", "", "ko", "2025-02-11T21:42:41+09:00"},
      {"2025-02-11T21:42:41", "", "en", "2025-02-11T21:42:41"},
      {"2025-02-11T21:42:41", "No/Such", "en", "2025-02-11T21:42:41"},
      {"2025-02-11", "Asia/Shanghai", "zh-Hans", "2025-02-11"},
      {"", "Asia/Shanghai", "zh-Hans", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(with_offset(row.iso, row.zone, row.language), row.expected) << row.iso;
}

// The line of trace of a field: what won, and over what.
std::string why(const Fields& fields, std::string_view field) {
  auto step =
      std::find_if(fields.trace.begin(), fields.trace.end(), [field](const TraceStep& s) { return s.action == field; });
  return step == fields.trace.end() ? std::string() : step->why;
}

TEST(Fields, TheTraceSaysWhatWonAndWhatItOutdid) {
  const Fields fields = read(
      "<title>Rain in May | Example</title><meta name=author content='Jane Doe'><meta name=date content='2024-05-04'>"
      "<meta property='article:published_time' content='2024-05-03T10:15Z'><link rel=canonical href='/a'>"
      "<meta property='article:modified_time' content='2024-05-04'><meta property='og:url' content='/b'>"
      "<meta property='article:section' content='Weather'><meta property='article:tag' content='rain'>"
      "<meta property='og:description' content='Rain fell.'><meta name=description content='It rained.'>"
      "<ul class=breadcrumb><li><a>Home</a></li><li><a>News</a></li></ul><h1>Rain in May</h1>"
      "<p class=byline>By Jane Doe</p><p>Rain fell. It rained.</p><a rel=next href='/2024/05/03/story_2.html'>2</a>",
      "https://news.example.com/2024/05/03/story.html");
  struct Row {
    const char* field;
    const char* won;
    const char* outdone;
  };
  const std::vector<Row> rows = {
      {"title", "heading (90), over", "title (40) which agrees"},
      {"published", "meta:article:published_time (86), over", "meta:date (66) \"2024-05-04\""},
      {"modified", "meta:article:modified_time (86)", ""},
      {"authors", "meta:author (70), over", "class:byline (68) which agrees"},
      {"section", "meta:article:section (70), over", "breadcrumb (60) \"News\""},
      {"summary", "meta:og:description (70), over", "meta:description (60) \"It rained.\""},
      {"canonical_url", "link:canonical (90), over", "meta:og:url (70)"},
      {"tags", "meta:article:tag", ""},
      {"breadcrumb", "element", ""},
      {"next_page", "link (80)", ""},
      {"language", "text", ""},
  };
  for (const Row& row : rows) {
    EXPECT_TRUE(why(fields, row.field).starts_with(row.won)) << row.field << ": " << why(fields, row.field);
    EXPECT_NE(why(fields, row.field).find(row.outdone), std::string::npos)
        << row.field << ": " << why(fields, row.field);
  }
}

TEST(Fields, AnythingGivesAnAnswer) {
  for (const char* html :
       {"", "<", "<script type='application/ld+json'>{", "\xff\xfe", "<meta content>", "<base href='::'>"}) {
    EXPECT_EQ(read(html, kUndated).title, "") << html;
  }
}

}  // namespace
}  // namespace winnow::extract
