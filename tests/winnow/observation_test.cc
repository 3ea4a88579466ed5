// What a page shows of its make: the same for every story in one template, another where the template is another.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "winnow/winnow.h"

namespace winnow {
namespace {

using ::testing::IsSupersetOf;

struct Template {
  std::string title = "h1 class='head'", body = "div class='story text'", time = "<span class='day'>3 May 2024 10:15</span>";
  std::string head = "<meta property='og:title' content='x'>", before, behind;
  int items = 5;
};

std::string closing(const std::string& open) { return "</" + open.substr(0, open.find(' ')) + ">"; }

std::string page_of(const Template& t, int story) {
  std::string text, list;
  for (int i = 0; i < 4 + story % 3; ++i) {
    text += "<p>Story " + std::to_string(story) + " goes on for " + std::to_string(i) +
            " days, and the council of the town spoke at length of the bridge, its cost and the river.</p>";
  }
  for (int i = 0; i < t.items; ++i) list += "<li class=item><a href=/" + std::to_string(i) + ">More</a></li>";
  return "<html lang=en><head>" + t.head + "</head><body>" + t.before + "<ul class=menu>" + list + "</ul><" + t.title +
         ">The town votes, for the " + std::to_string(story) + "th time" + closing(t.title) + t.time + "<" + t.body + ">" +
         text + closing(t.body) + t.behind + "</body></html>";
}

Observation observe(const std::string& html, const Options& options = {}) {
  return Reader(options)
      .read({.bytes = html, .url = "https://a.example/1", .content_type = "text/html", .fetched_at = {}})
      .observation;
}

TEST(Observation, IsTheSameForOtherStories) {
  const Observation one = observe(page_of({}, 1));
  Template more;
  more.items = 9;
  const Observation two = observe(page_of(more, 5));
  EXPECT_TRUE(one.page);
  EXPECT_EQ(one.title_at, two.title_at);
  EXPECT_EQ(one.body_at, two.body_at);
  EXPECT_EQ(one.time_at, two.time_at);
  EXPECT_EQ(one.layout, two.layout);
  EXPECT_EQ(one.told, two.told);
  EXPECT_NE(one.title, two.title);
  EXPECT_NE(one.text, two.text);
  EXPECT_EQ(one.parts, 1U);
  EXPECT_EQ(one.exactness, 2U);
  EXPECT_EQ(one.paragraphs, 5U);
  EXPECT_NE(one.title_at.name, 0U);
  EXPECT_EQ(one.body_at.marks.size(), 2U);
}

TEST(Observation, ShowsWhatOfTheTemplateIsAnother) {
  struct Row {
    const char* name;
    std::function<void(Template&)> change;
    bool title, body, time, told;  // that are as they were
  };
  const Row rows[] = {
      {"the title's tag", [](Template& t) { t.title = "div class=head"; }, false, true, true, true},
      {"the body's class", [](Template& t) { t.body = "div class=tale"; }, true, false, true, true},
      {"the body's tag", [](Template& t) { t.body = "section class='story text'"; }, true, false, true, true},
      {"no class", [](Template& t) { t.body = "div"; }, true, false, true, true},
      {"digits alone", [](Template& t) { t.title = "h1 class='head2'"; }, true, true, true, true},
      {"the date's form", [](Template& t) { t.time = "<span class='day'>2024/05/03</span>"; }, true, true, false, true},
      {"another month", [](Template& t) { t.time = "<span class='day'>3 Sept. 2024 9:05</span>"; }, true, true, true, true},
      {"no date", [](Template& t) { t.time.clear(); }, true, true, false, true},
      {"no metadata", [](Template& t) { t.head.clear(); }, true, true, true, false},
      {"a box before", [](Template& t) { t.before = "<div class=note>Now on paper</div>"; }, true, true, true, true},
  };
  const Observation before = observe(page_of({}, 1));
  for (const Row& row : rows) {
    Template changed;
    row.change(changed);
    const Observation now = observe(page_of(changed, 2));
    EXPECT_EQ(now.title_at == before.title_at, row.title) << row.name;
    EXPECT_EQ(now.body_at == before.body_at, row.body) << row.name;
    EXPECT_EQ(now.time_at == before.time_at, row.time) << row.name;
    EXPECT_EQ(now.told == before.told, row.told) << row.name;
  }
}

TEST(Observation, MoreClassesAreMoreMarks) {
  const Observation before = observe(page_of({}, 1));
  Template more;
  more.title = "h1 class='head js-title'", more.body = "div class='story text js-body'";
  more.before = "<div class=outer>", more.behind = "</div>";
  const Observation now = observe(page_of(more, 1));
  EXPECT_THAT(now.title_at.marks, IsSupersetOf(before.title_at.marks));
  EXPECT_THAT(now.body_at.marks, IsSupersetOf(before.body_at.marks));
  EXPECT_THAT(now.layout, IsSupersetOf(before.layout));
}

// A page that says its day in its head shows it in the same place, whichever of both numbers is the month.
TEST(Observation, DaysThatMayBeMonthsStandWhereTheOthersDo) {
  const auto time_at = [](const std::string& iso, const std::string& shown) {
    Template t;
    t.head = "<meta property='article:published_time' content='" + iso + "T10:00:00+00:00'>";
    t.time = "<span class=day>" + shown + "</span>";
    return observe(page_of(t, 1)).time_at;
  };
  const ElementSeen expected = time_at("2024-05-28", "28/05/2024");
  EXPECT_NE(expected.name, 0U);
  EXPECT_EQ(time_at("2024-05-04", "04/05/2024"), expected);
  EXPECT_EQ(time_at("2024-05-04", "05/04/2024"), expected);
  EXPECT_NE(time_at("2024-05-04", "4 May 2024"), expected);
}

// Lines without elements, and elements that are a line each, stand in what is around them.
TEST(Observation, TheBodyIsWhatIsAroundTheLines) {
  const std::string line = "The council of the town spoke at length of the bridge, its cost and the river, again.";
  const auto body_at = [](const std::string& inside) {
    return observe("<body><h1>The town votes</h1><div class=story>" + inside + "</div>").body_at;
  };
  const ElementSeen expected = body_at("<p>" + line + "</p><p>" + line + " Yes.</p><p>" + line + " No.</p>");
  EXPECT_EQ(expected.marks.size(), 1U);
  EXPECT_EQ(body_at(line + "<br><br>" + line + " Yes.<br><br>" + line + " No."), expected);
  EXPECT_EQ(body_at("<div class=p>" + line + "</div><div class=p>" + line + " Yes.</div><div class=p>" + line +
                    " No.</div>"),
            expected);
}

Options rules() {
  Options options;
  options.rules = {{"v1",
                    "",
                    {{Field::title, {{{.css = "h1.head"}}, 0, 20, true}},
                     {Field::body, {{{.css = "div.story"}}, 0, 20, true}},
                     {Field::published, {{{.css = ".day"}}, 0, 20, true}}},
                    {}}};
  return options;
}

const FieldSeen& field_of(const Observation& seen, Field field) { return seen.fields.at(static_cast<std::size_t>(field)); }

// Nothing is lost meanwhile: where a rule finds nothing, the automatic extractor finds the field.
TEST(Observation, TellsWhichRulesFoundSomething) {
  struct Row {
    const char* name;
    std::function<void(Template&)> change;
    bool title, body, published;  // by rule
  };
  const Row rows[] = {
      {"as it was", [](Template&) {}, true, true, true},
      {"the title moved", [](Template& t) { t.title = "h1 class=top"; }, false, true, true},
      {"the body moved", [](Template& t) { t.body = "div class=tale"; }, true, false, true},
      {"the body's element is empty",
       [](Template& t) { t.body = "div class=tale", t.before = "<div class=story><span></span></div>"; }, true, false, true},
      {"another class at the date", [](Template& t) { t.time = "<span class='date'>3 May 2024 10:15</span>"; }, true,
       true, false},
      {"a date that is none", [](Template& t) { t.time = "<span class=day>today</span><time>2024-05-03</time>"; }, true,
       true, false},
  };
  for (const Row& row : rows) {
    Template changed;
    row.change(changed);
    const std::string html = page_of(changed, 1);
    const Reading reading = Reader(rules()).read(
        {.bytes = html, .url = "https://a.example/1", .content_type = "text/html", .fetched_at = {}});
    const Observation& seen = reading.observation;
    EXPECT_TRUE(seen.ruled);
    EXPECT_EQ(seen.rule_set, "v1");
    EXPECT_EQ(field_of(seen, Field::title).by_rule, row.title) << row.name;
    EXPECT_EQ(field_of(seen, Field::body).by_rule, row.body) << row.name;
    EXPECT_EQ(field_of(seen, Field::published).by_rule, row.published) << row.name;
    for (const Field field : {Field::title, Field::body, Field::published}) {
      EXPECT_TRUE(field_of(seen, field).named) << row.name;
      EXPECT_TRUE(field_of(seen, field).filled) << row.name;
    }
    EXPECT_EQ(reading.article.title, "The town votes, for the 1th time") << row.name;
    EXPECT_NE(reading.article.text.find("Story 1 goes on for 3 days"), std::string::npos) << row.name;
    EXPECT_EQ(reading.article.published_at.substr(0, 10), "2024-05-03") << row.name;
    EXPECT_FALSE(field_of(seen, Field::authors).named);
    EXPECT_FALSE(field_of(seen, Field::authors).filled);
  }
}

TEST(Observation, OfWhatIsNoArticle) {
  const Observation none = observe("%PDF-1.4");
  EXPECT_FALSE(none.page);
  const Observation empty = observe("<html><body><div class=app></div></body></html>");
  EXPECT_TRUE(empty.page);
  EXPECT_FALSE(field_of(empty, Field::body).filled);
  EXPECT_EQ(empty.body_at, ElementSeen{});
}

}  // namespace
}  // namespace winnow
