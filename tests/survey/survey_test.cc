#include "survey/survey.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "survey/expressions.h"
#include "survey/small_site.h"

namespace winnow::survey {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const std::vector<std::string> kSections = {"sport", "world", "culture"};

std::string navigation() {
  std::string out = "<nav><a href=/>Home</a>";
  for (const std::string& section : kSections) out += "<a href=/" + section + "/>" + section + "</a>";
  return out + "</nav>";
}

constexpr const char* kFooter = "<footer><a href=/about>About us</a><a href=/privacy>Privacy</a></footer>";

std::vector<Story> part(const std::vector<Story>& all, std::size_t from, std::size_t count) {
  from = std::min(from, all.size());
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
  return {begin, begin + static_cast<std::ptrdiff_t>(std::min(count, all.size() - from))};
}

// Sections of three pages each, films, pages about the site.
struct Paper {
  SmallSite site;
  std::vector<Story> stories;  // of all sections

  explicit Paper(const std::string& next = "<a class=older href='?page={}'>Older</a>") {
    site.top = navigation();
    site.bottom = kFooter;
    std::vector<Story> newest;
    for (std::size_t i = 0; i < kSections.size(); ++i) {
      const auto own = stories_of(kSections[i], 24, 1000 * static_cast<int>(i + 1));
      for (const Story& story : own) site.add_story(story);
      add_pages("/" + kSections[i] + "/", own, next);
      stories.insert(stories.end(), own.begin(), own.end());
      newest.insert(newest.end(), own.begin(), own.begin() + 3);
    }
    add_films(newest);
    site.add_list("/", newest);
    site.add_page("/about", "About us", prose("who we are", 6));
    site.add_page("/privacy", "Privacy", "<p>Last changed on 2025-03-01.</p>" + prose("what we keep", 9));
  }

  void add_pages(const std::string& path, const std::vector<Story>& own, const std::string& next) {
    for (int page = 1; page <= 3; ++page) {
      std::string link = page == 3 ? "" : next;
      for (std::size_t at = link.find("{}"); at != link.npos; at = link.find("{}"))
        link.replace(at, 2, std::to_string(page + 1));
      const std::string behind = (page == 1 ? "" : "<a class=newer href='" + path + "'>Newer</a>") + link;
      site.add_list(page == 1 ? path : path + "?page=" + std::to_string(page),
                    part(own, static_cast<std::size_t>(page - 1) * 8, 8), behind);
    }
  }

  void add_films(std::vector<Story>& newest) {
    for (Story film : stories_of("video", 4, 9000)) {
      site.add_story(film, "<video src=/film.mp4></video><p>A film of two minutes, by a boat on the river.</p>");
      newest.push_back(film);
    }
  }
};

bool takes(const site::Urls& urls, const std::string& path) {
  return Expressions(urls.accept).any(path) && !Expressions(urls.refuse).any(path);
}

std::vector<std::string> urls_of(const std::vector<site::ListSource>& lists) {
  std::vector<std::string> out;
  for (const site::ListSource& list : lists) out.push_back(list.url);
  std::sort(out.begin(), out.end());
  return out;
}

const std::vector<std::string> kSectionUrls = {"https://news.example/culture/", "https://news.example/sport/",
                                               "https://news.example/world/"};

TEST(Survey, SaysWhyNothingCanBeMadeOfNothing) {
  const Findings findings = Survey("https://news.example/").findings();
  EXPECT_FALSE(findings.trouble.empty());
  EXPECT_TRUE(findings.articles.empty());
  EXPECT_FALSE(Survey("no address").findings().trouble.empty());
}

TEST(Survey, TellsArticlesFromFilmsAndPagesAboutTheSite) {
  const Paper paper;
  const Asked asked = survey_of(paper.site);
  EXPECT_EQ(asked.findings.trouble, "");
  EXPECT_EQ(asked.findings.site.name, "news.example");
  EXPECT_EQ(asked.findings.site.home, kHome);
  for (const Story& story : paper.stories) EXPECT_TRUE(takes(asked.findings.site.urls, story.path)) << story.path;
  EXPECT_TRUE(takes(asked.findings.site.urls, "/science/a-comet-over-the-town-77777")) << "a section unseen";
  for (const char* path : {"/", "/about", "/privacy", "/sport/", "/sport/?page=2", "/video/the-bridge-12345"}) {
    EXPECT_FALSE(takes(asked.findings.site.urls, path)) << path;
  }
  EXPECT_GE(asked.findings.articles.size(), 24u);
}

TEST(Survey, ListsGoOnAsFarAsTheirPagesDo) {
  struct Row {
    const char* next;
    const char* selector;
  };
  const Row rows[] = {
      {"<a class=older href='?page={}'>Older</a>", "a.older"},
      {"<a rel=next class=older href='?page={}'>Older</a>", ""},
      {"<a href='?page={}'>Older stories</a>", "a:contains(\"Older stories\")"},
      {"<button class=more data-next='?page={}'>More</button>", "button.more"},
      {"<p><b>here</b> <a href='?page={}'>{}</a></p>", "b + a"},
  };
  for (const Row& row : rows) {
    const Asked asked = survey_of(Paper(row.next).site);
    EXPECT_EQ(urls_of(asked.findings.site.discover.lists), kSectionUrls) << row.next;
    for (const site::ListSource& list : asked.findings.site.discover.lists) {
      EXPECT_EQ(list.next, row.selector) << list.url;
      EXPECT_EQ(list.max_pages, 50) << list.url;
    }
  }
}

TEST(Survey, WhatIsFoundAnywayIsNotWritten) {
  Paper paper;
  std::string entries;
  for (const Story& story : paper.stories) entries += "<url><loc>https://news.example" + story.path + "</loc></url>";
  paper.site.add("/sitemap.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>" + entries + "</urlset>",
                 "application/xml");
  const Asked named = survey_of(paper.site, {"https://news.example/sitemap.xml"});
  EXPECT_THAT(named.findings.site.discover.sitemaps, IsEmpty());
  EXPECT_THAT(named.findings.site.discover.lists, IsEmpty());
  EXPECT_TRUE(named.findings.site.discover.automatic);
  // Nobody names it, so the file must.
  const Asked probed = survey_of(paper.site);
  EXPECT_THAT(probed.findings.site.discover.sitemaps, ElementsAre("https://news.example/sitemap.xml"));
  EXPECT_THAT(probed.findings.site.discover.lists, IsEmpty());
}

TEST(Survey, AnIndexStandsForItsSitemaps) {
  Paper paper;
  const std::string space = " xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
  std::string index;
  for (std::size_t i = 0; i < kSections.size(); ++i) {
    std::string entries;
    for (const Story& story : part(paper.stories, 24 * i, 24))
      entries += "<url><loc>https://news.example" + story.path + "</loc></url>";
    const std::string path = "/sitemaps/" + kSections[i] + ".xml";
    paper.site.add(path, "<urlset" + space + entries + "</urlset>", "application/xml");
    index += "<sitemap><loc>https://news.example" + path + "</loc></sitemap>";
  }
  paper.site.add("/sitemap.xml", "<sitemapindex" + space + index + "</sitemapindex>", "application/xml");
  const Asked probed = survey_of(paper.site);
  EXPECT_THAT(probed.findings.site.discover.sitemaps, ElementsAre("https://news.example/sitemap.xml"));
  EXPECT_THAT(probed.findings.site.discover.lists, IsEmpty());
}

TEST(Survey, AFeedOfTheNewestDoesNotReplaceTheLists) {
  Paper paper;
  std::string items;
  for (const Story& story : part(paper.stories, 0, 5)) {
    items += "<item><title>" + story.title + "</title><link>https://news.example" + story.path +
             "</link><pubDate>Sat, 03 May 2025 09:30:00 GMT</pubDate></item>";
  }
  paper.site.add("/rss", "<rss version='2.0'><channel><title>News</title>" + items + "</channel></rss>",
                 "application/rss+xml");
  Answer& home = paper.site.answers[kHome];
  home.bytes.insert(home.bytes.find("</head>"), "<link rel=alternate type=application/rss+xml href=/rss>");
  const Asked asked = survey_of(paper.site);
  EXPECT_THAT(asked.urls, Contains("https://news.example/rss"));
  EXPECT_THAT(asked.findings.site.discover.feeds, IsEmpty());
  EXPECT_EQ(urls_of(asked.findings.site.discover.lists), kSectionUrls);
  const auto told = std::find_if(asked.findings.articles.begin(), asked.findings.articles.end(), [&](const Sample& s) {
    return s.url == "https://news.example" + paper.stories.front().path;
  });
  ASSERT_NE(told, asked.findings.articles.end());
  EXPECT_EQ(told->witness.published, "2025-05-03T09:30:00+00:00");
  EXPECT_THAT(told->witness.titles, Contains(paper.stories.front().title));
}

TEST(Survey, OtherFormsOfAnArticleAreNoArticles) {
  Paper paper;
  for (const Story& story : paper.stories) {
    Answer& page = paper.site.answers["https://news.example" + story.path];
    page.bytes.insert(page.bytes.find("</article>"),
                      "<a href='/print" + story.path + "'>Print</a><a href='" + story.path + "?part=2'>2</a>");
    paper.site.add_story({"/print" + story.path, story.title, story.day});
  }
  const Asked asked = survey_of(paper.site);
  for (const Story& story : paper.stories) {
    EXPECT_TRUE(takes(asked.findings.site.urls, story.path));
    EXPECT_FALSE(takes(asked.findings.site.urls, "/print" + story.path));
    EXPECT_FALSE(takes(asked.findings.site.urls, story.path + "?part=2"));
  }
}

TEST(Survey, HostsAndParametersThatMakeNoOtherPage) {
  Paper paper;
  std::vector<Story> elsewhere, marked;
  for (Story story : part(paper.stories, 0, 12)) {
    Answer mobile = paper.site.answer("https://news.example" + story.path);
    mobile.url = mobile.final = "https://m.news.example" + story.path;
    paper.site.answers[mobile.url] = mobile;
    elsewhere.push_back({mobile.url, story.title, story.day});
    Answer again = paper.site.answer("https://news.example" + story.path);
    again.url = again.final = again.url + "?ref=box";
    paper.site.answers[again.url] = again;
    marked.push_back({story.path + "?ref=box", story.title, story.day});
  }
  Answer& home = paper.site.answers[kHome];
  home.bytes.insert(home.bytes.find("</main>"), "<ol>" + links_to(elsewhere) + links_to(marked) + "</ol>");
  const Asked asked = survey_of(paper.site);
  EXPECT_THAT(asked.findings.site.urls.host_aliases, ElementsAre("m.news.example"));
  EXPECT_THAT(asked.findings.site.urls.drop_query, ElementsAre("ref"));
  EXPECT_TRUE(takes(asked.findings.site.urls, paper.stories.front().path));
}

TEST(Survey, LanguageOnlyWhereThePagesAreWrong) {
  EXPECT_EQ(survey_of(Paper().site).findings.site.options.language, "");
  Paper paper;
  for (auto& [url, answer] : paper.site.answers) {
    if (const std::size_t at = answer.bytes.find("lang=en"); at != answer.bytes.npos)
      answer.bytes.replace(at, 7, "lang=de");
  }
  EXPECT_EQ(survey_of(paper.site).findings.site.options.language, "en");
}

// Pages that were saved come in any order, and nobody asks for more.
TEST(Survey, SavedPagesAreOnlyAdded) {
  const Paper paper;
  std::vector<std::string> urls = paper.site.urls();
  Survey forth(kHome), back(kHome);
  for (const std::string& url : urls) forth.add(paper.site.answer(url));
  std::reverse(urls.begin(), urls.end());
  for (const std::string& url : urls) back.add(paper.site.answer(url));
  const Findings one = forth.findings(), other = back.findings();
  EXPECT_THAT(one.articles, SizeIs(paper.stories.size()));
  EXPECT_THAT(other.articles, SizeIs(paper.stories.size()));
  EXPECT_EQ(one.site.urls.accept, other.site.urls.accept);
  EXPECT_EQ(urls_of(one.site.discover.lists), kSectionUrls);
}

TEST(Survey, AHomePageThatMovedTakesTheSiteWithIt) {
  const Paper paper;
  Survey survey("https://old.example/");
  while (const auto wanted = survey.next()) {
    Answer answer = paper.site.answer(wanted->url);
    if (wanted->url == "https://old.example/") {
      answer = paper.site.answer(kHome);
      answer.url = wanted->url;
    }
    survey.add(std::move(answer));
  }
  const Findings findings = survey.findings();
  EXPECT_EQ(findings.trouble, "");
  EXPECT_EQ(findings.site.home, kHome);
  EXPECT_EQ(findings.site.name, "news.example");
}

TEST(Survey, AsksEachAddressOnceAndWithinItsLimits) {
  const Paper paper;
  const Asked asked = survey_of(paper.site, {}, {.requests = 30});
  EXPECT_LE(asked.urls.size(), 30u);
  EXPECT_THAT(std::set<std::string>(asked.urls.begin(), asked.urls.end()), SizeIs(asked.urls.size()));
  EXPECT_EQ(asked.urls.front(), kHome);
  for (const std::string& url : asked.urls) EXPECT_THAT(url, StartsWith("https://news.example/"));
  for (const std::string& why : asked.whys) EXPECT_NE(why, "");
  Survey small(kHome, {}, {.bytes = 1000});
  for (const std::string& url : paper.site.urls()) small.add(paper.site.answer(url));
  EXPECT_LE(small.findings().articles.size(), 1u);
}

TEST(Survey, IsTotal) {
  SmallSite site;
  site.add("/", std::string(
                    "\0\xff<a href='/\xfe'>\x80 a headline that is long enough to be one</a><a href='http://['>x", 74));
  site.add("/feed/", "<rss><channel><item><link>::::</link></item>", "application/rss+xml");
  site.add("/sitemap.xml", "<urlset><url><loc>\xff</loc>", "application/xml");
  const Asked asked = survey_of(site, {"::", "https://news.example/sitemap.xml"});
  EXPECT_FALSE(asked.findings.trouble.empty());
}

}  // namespace
}  // namespace winnow::survey
