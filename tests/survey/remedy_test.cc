// A site whose template has changed: what is proposed for its new pages, and that its old ones are read as before.
#include "survey/remedy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "survey/rules/document_titles.h"
#include "survey/rules/telling.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string url_of(int number) { return "https://gazette.example/news/" + std::to_string(number) + ".html"; }

std::string title_of(int number) { return "The bridge number " + std::to_string(number) + " was opened on Monday"; }

std::string paragraph(int number, int part) {
  const std::string n = std::to_string(number), p = std::to_string(part);
  return "<p>In part " + p + " of story " + n + " the council of town " + n + " said that " + p +
         " bridges were to be mended, and that the mayor had asked for another survey of the river before "
         "winter.</p>\n";
}

std::string story(int number, int parts = 6) {
  std::string out;
  for (int part = 1; part <= parts; ++part) out += paragraph(number, part);
  return out;
}

std::string page(const std::string& title, const std::string& body) {
  return "<!DOCTYPE html><html lang=en><head><title>" + title +
         " | The Gazette</title></head><body>"
         "<nav class=menu><a href=/>Home</a> <a href=/sport/>Sport</a></nav>" +
         body + "<footer class=foot>The Gazette, Market Street</footer></body></html>";
}

std::string old_page(int number) {
  return page(title_of(number),
              "<article class=story><h1>" + title_of(number) +
                  "</h1><div class=byline>By <span class=who>Jane Doe</span></div><div class=story-text>" +
                  story(number) + "</div></article>");
}

// Everything is called otherwise, and h1 is the paper's name.
std::string new_page(int number) {
  return page(title_of(number), "<h1 class=masthead>The Gazette</h1><section class=piece><p class=headline>" +
                                    title_of(number) +
                                    "</p><div class=byline>By <span class=who>John Roe</span></div>"
                                    "<div class=copy>" +
                                    story(number) + "</div></section>");
}

std::vector<Sample> samples(int from, int to, const std::function<std::string(int)>& make) {
  std::vector<Sample> out;
  for (int n = from; n <= to; ++n) out.push_back({url_of(n), "text/html; charset=utf-8", make(n), {}});
  return out;
}

Options gazette() {
  RuleSet set;
  set.name = "v1";
  set.fields[Field::title] = {.places = {{.css = "h1"}}};
  set.fields[Field::body] = {.places = {{.css = "div.story-text"}}};
  set.fields[Field::authors] = {.places = {{.css = ".who"}}};
  set.remove = {{.css = "nav.menu"}, {.css = ".gone"}};
  Options options;
  options.site = "gazette";
  options.rules = {set};
  return options;
}

Options with(const Remedy& remedy, Options options) {
  options.rules.insert(options.rules.begin(), remedy.sets.begin(), remedy.sets.end());
  return options;
}

Reading read(const Options& options, int number, const std::string& html) {
  const std::string url = url_of(number);
  return Reader(options).read(
      Page{.bytes = html, .url = url, .content_type = "text/html; charset=utf-8", .fetched_at = {}});
}

TEST(Remedy, ReadsTheNewPagesAndLeavesTheOldOnes) {
  const Options options = gazette();
  ASSERT_EQ(read(options, 30, new_page(30)).article.title, "The Gazette") << "the rule has become wrong";
  const Remedy remedy = find_remedy(samples(1, 6, old_page), samples(11, 14, new_page), options);
  ASSERT_EQ(remedy.trouble, "");
  ASSERT_FALSE(remedy.sets.empty());
  EXPECT_EQ(remedy.sets.back().name, "v2");
  EXPECT_FALSE(remedy.evidence.empty());
  const Options repaired = with(remedy, options);
  const Reading now = read(repaired, 30, new_page(30));
  EXPECT_EQ(now.observation.rule_set, "v2");
  EXPECT_EQ(now.article.title, title_of(30));
  EXPECT_THAT(now.article.text, HasSubstr("part 1 of story 30"));
  EXPECT_THAT(now.article.text, HasSubstr("part 6 of story 30"));
  EXPECT_THAT(now.article.text, testing::Not(HasSubstr("Gazette")));
  EXPECT_EQ(read(repaired, 7, old_page(7)).article, read(options, 7, old_page(7)).article);
}

TEST(Remedy, KeepsWhatStillWorks) {
  const Remedy remedy = find_remedy(samples(1, 6, old_page), samples(11, 14, new_page), gazette());
  ASSERT_FALSE(remedy.sets.empty());
  const RuleSet& set = remedy.sets.back();
  ASSERT_TRUE(set.fields.contains(Field::authors)) << "somebody wrote that rule, and it still finds the names";
  EXPECT_EQ(set.fields.at(Field::authors).places[0].css, ".who");
  EXPECT_FALSE(set.fields.contains(Field::body)) << "it finds nothing any more";
  const auto title = set.fields.find(Field::title);
  EXPECT_TRUE(title == set.fields.end() || title->second.places[0].css != "h1") << "it finds the same on all pages";
  EXPECT_THAT(set.remove, testing::Contains(RemoveRule{.css = "nav.menu"}));
  EXPECT_THAT(set.remove, testing::Not(testing::Contains(RemoveRule{.css = ".gone"})));
}

TEST(Remedy, WhereTheTextIsGoneItSaysSo) {
  struct Row {
    std::function<std::string(int)> make;
    std::string says;
  };
  const auto teaser = [](int n) {
    return page(title_of(n),
                "<h1>" + title_of(n) + "</h1><i class=who>Jane Doe</i><div class=story-text>" + story(n, 1) + "</div>");
  };
  const auto empty = [](int n) { return page(title_of(n), "<h1>" + title_of(n) + "</h1><div id=app></div>"); };
  const auto wall = [](int) {
    return page("Your choice",
                "<div class=wall><p>We and our partners ask for your consent to store and read information on "
                "your device, and to measure how the paper is read, before you go on.</p><p>You may change "
                "your choice at any time in the settings of the paper, at the end of each page.</p></div>");
  };
  for (const Row& row :
       std::vector<Row>{{teaser, "a part of the text only"}, {empty, "no text any more"}, {wall, "say the same"}}) {
    const Remedy remedy = find_remedy(samples(1, 6, old_page), samples(11, 14, row.make), gazette());
    EXPECT_THAT(remedy.trouble, HasSubstr(row.says));
    EXPECT_THAT(remedy.sets, IsEmpty()) << row.says;
  }
}

TEST(Remedy, NeedsPagesOfTheNewMake) {
  EXPECT_THAT(find_remedy(samples(1, 6, old_page), samples(11, 11, new_page), gazette()).trouble, HasSubstr("too few"));
  EXPECT_THAT(find_remedy({}, {}, {}).trouble, HasSubstr("too few"));
}

TEST(Remedy, PagesThatAreMadeAsBeforeHaveNone) {
  EXPECT_TRUE(find_remedy(samples(1, 6, old_page), samples(11, 14, old_page), gazette()).needless);
  const auto one_title = [](int n) {
    std::string page = old_page(n);
    const std::string title = title_of(n);
    for (std::size_t at; (at = page.find(title)) != page.npos;) page.replace(at, title.size(), "The Gazette");
    return page;
  };
  const Remedy remedy = find_remedy(samples(1, 6, old_page), samples(11, 14, one_title), gazette());
  EXPECT_THAT(remedy.sets, IsEmpty());
  EXPECT_THAT(remedy.trouble, HasSubstr("no element tells the new pages from the old ones"));
}

TEST(Remedy, NothingIsNeededWhereThePagesAreReadAsWell) {
  const Options options = gazette();
  const Remedy first = find_remedy(samples(1, 6, old_page), samples(11, 14, new_page), options);
  const Remedy again = find_remedy(samples(1, 6, old_page), samples(11, 14, new_page), with(first, options));
  EXPECT_TRUE(again.needless);
  EXPECT_THAT(again.sets, IsEmpty());
  EXPECT_EQ(again.trouble, "");
  EXPECT_FALSE(first.needless);
  const auto renamed = [](int n) {
    std::string page = old_page(n);
    for (std::size_t at; (at = page.find("story-text")) != page.npos;) page.replace(at, 10, "copy");
    return page;
  };
  EXPECT_TRUE(find_remedy(samples(1, 6, old_page), samples(11, 14, renamed), {}).needless) << "a site without rules";
  EXPECT_FALSE(find_remedy(samples(1, 6, old_page), samples(11, 14, renamed), options).needless) << "v1.body is broken";
}

TEST(Remedy, OfAnyBytes) {
  const auto bytes = [](int n) { return std::string(static_cast<std::size_t>(n), '\xFF') + "<p>\0</p>"; };
  (void)find_remedy(samples(1, 4, bytes), samples(5, 9, bytes), gazette());
  (void)find_remedy(samples(1, 4, [](int) { return std::string(); }), samples(5, 9, new_page), gazette());
}

TEST(Remedy, NamesThatAreTakenAreNotGivenAgain) {
  Options options = gazette();
  options.rules[0].name = "v2";
  const Remedy remedy = find_remedy(samples(1, 6, old_page), samples(11, 14, new_page), options);
  ASSERT_FALSE(remedy.sets.empty());
  EXPECT_EQ(remedy.sets.back().name, "v3");
}

TEST(Remedy, ATitleThatIsCutOffIsFoundWhole) {
  const auto cut_off = [](int n) {
    const std::string title = title_of(n);
    std::string page = new_page(n);
    const std::string head = "<title>" + title;
    page.replace(page.find(head), head.size(), "<title>" + title.substr(0, 20) + "…");
    return page;
  };
  const Remedy remedy = find_remedy(samples(1, 6, old_page), samples(11, 14, cut_off), gazette());
  ASSERT_FALSE(remedy.sets.empty());
  EXPECT_EQ(read(with(remedy, gazette()), 30, cut_off(30)).article.title, title_of(30));
}

TEST(TellingSelector, IsOfWhatIsNewOrOfWhatIsGone) {
  struct Row {
    std::string before, now, css;
  };
  const std::string text = story(1);
  for (const Row& row : std::vector<Row>{
           {"<div class=old>" + text + "</div>", "<div class=new>" + text + "</div>", "div.new"},
           {"<div class=a>" + text + "</div><i class=x></i>", "<div class=a>" + text + "</div>", "html:not(:has(i.x))"},
           {"<div class=a><time datetime=2025-02-11></time>" + text + "</div>",
            "<div class=a><time>x</time>" + text + "</div>", "html:not(:has(time[datetime]))"},
           {"<div class=a>" + text + "</div>", "<div class=a>" + text + "</div>", ""},
       }) {
    const auto before = samples(1, 3, [&](int) { return row.before; }),
               now = samples(4, 6, [&](int) { return row.now; });
    const auto old_views = look_at(before, {}), new_views = look_at(now, {});
    EXPECT_EQ(telling_selector(old_views, new_views), row.css) << row.now.substr(0, 40);
  }
  EXPECT_EQ(telling_selector({}, {}), "");
}

TEST(DocumentTitles, AreWithoutWhatAllShare) {
  struct Row {
    std::vector<std::string> titles, expected;
  };
  for (const Row& row : std::vector<Row>{
           {{"One story | Sport | Gazette", "Other story | World | Gazette"},
            {"One story | Sport", "Other story | World"}},
           {{"Gazette: one", "Gazette: two"}, {"one", "two"}},
           {{"一号新闻_社会_日报", "二号新闻_社会_日报"}, {"一号新闻", "二号新闻"}},
           {{"One", "Two"}, {"One", "Two"}},
           {{"Gazette", "Gazette"}, {"", ""}},
           {{"A - B", ""}, {"A - B", ""}},
           {{}, {}},
       }) {
    std::vector<Sample> pages;
    for (const std::string& title : row.titles)
      pages.push_back({url_of(1), "text/html; charset=utf-8", "<title>" + title + "</title><p>x", {}});
    EXPECT_EQ(document_titles(look_at(pages, {})), row.expected);
  }
}

}  // namespace
}  // namespace winnow::survey
