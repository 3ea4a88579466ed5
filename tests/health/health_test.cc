// A site's pages, one after another: what is noticed, when, and what is not.
#include "health/health.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace winnow::health {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Instant kStart{std::chrono::hours(24 * 365 * 50)};

// A page as a healthy site with rules shows it; the stories differ in length, links and authors.
Observation healthy(int number) {
  Observation seen;
  seen.page = seen.ruled = true;
  seen.rule_set = "v1";
  for (int i = 0; i <= static_cast<int>(Field::next_page); ++i) {
    const auto field = static_cast<Field>(i);
    const bool named = field == Field::title || field == Field::body || field == Field::authors;
    const bool there = named || field == Field::published || (field == Field::tags && number % 2 == 0);
    seen.fields.push_back({field, named, named, there});
  }
  seen.characters = 1500 + static_cast<std::uint32_t>(number * 377 % 2400);
  seen.removed = 100;
  seen.parts = 1;
  seen.exactness = 3;
  seen.title_at = {1, {10}, {100}};
  seen.body_at = {2, {20, 21}, {100}};
  seen.time_at = {3, {30}, {100}};
  seen.told = {40, 41, 42};
  for (std::uint32_t mark = 50; mark < 80; ++mark) seen.layout.push_back(mark);
  seen.title = 1'000'000 + static_cast<std::uint64_t>(number);
  seen.text = 2'000'000 + static_cast<std::uint64_t>(number);
  return seen;
}

FieldSeen& field_of(Observation& seen, Field field) { return seen.fields[static_cast<std::size_t>(field)]; }

using Change = std::function<void(Observation&)>;

class Site {
 public:
  Judgement page(const Change& change = {}) {
    Observation seen = healthy(number_);
    if (change) change(seen);
    Judgement judgement = health.judge(
        {seen, "https://a.example/" + std::to_string(number_), kStart + std::chrono::minutes(number_)}, settings);
    ++number_;
    return judgement;
  }
  // All that so many of these pages raise.
  std::vector<Alarm> pages(int count, const Change& change = {}) {
    std::vector<Alarm> raised;
    for (int i = 0; i < count; ++i) {
      const Judgement judgement = page(change);
      raised.insert(raised.end(), judgement.raised.begin(), judgement.raised.end());
    }
    return raised;
  }

  Health health;
  Settings settings{0.3, {}, false, 99};

 private:
  int number_ = 0;
};

struct Row {
  const char* name;
  Change change;
  Kind kind;
  const char* what;
  const char* says;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = {
      {"no article any more", [](Observation& o) { field_of(o, Field::body).filled = false; }, Kind::field_loss, "body",
       "no article was found on 100 % of the last 3 pages, and on 0 % before"},
      {"no authors", [](Observation& o) { field_of(o, Field::authors).filled = false; }, Kind::field_loss, "authors",
       "no authors was found"},
      {"the rule finds nothing, the extractor does", [](Observation& o) { field_of(o, Field::body).by_rule = false; },
       Kind::rule, "v1.body", "the rule v1.body finds nothing on 100 % of the last 3 pages, and on 0 % before; the "
                              "automatic extractor finds it"},
      {"no rule set applies", [](Observation& o) { o.rule_set.clear(); }, Kind::rule, "when",
       "the condition of no rule set holds"},
      {"another template", [](Observation& o) { for (auto& mark : o.layout) mark += 1000; }, Kind::layout, "template",
       "elements not seen before"},
      {"the title moved", [](Observation& o) { o.title_at = {5, {11}, {100}}; }, Kind::layout, "title", "the title"},
      {"the body lost its class", [](Observation& o) { o.body_at.marks.clear(); }, Kind::layout, "body", "the body"},
      {"no metadata", [](Observation& o) { o.told.clear(); }, Kind::layout, "metadata", "the head"},
      {"the day alone", [](Observation& o) { o.exactness = 1; }, Kind::field_loss, "time of day", "time of day"},
      {"teasers", [](Observation& o) { o.characters /= 12; }, Kind::length, "", "the texts are much shorter"},
      {"half of it is removed", [](Observation& o) { o.removed = 2 * o.characters; }, Kind::removed, "", "taken out"},
      {"a wall", [](Observation& o) { o.text = 7; }, Kind::sameness, "text", "pages have the text of another page"},
      {"in parts", [](Observation& o) { o.parts = 3; }, Kind::parts, "parts", "articles come in parts"},
  };
  return kRows;
}

TEST(Health, SeesAChangeWithinThreePages) {
  for (const Row& row : rows()) {
    Site site;
    EXPECT_THAT(site.pages(30), IsEmpty()) << row.name;
    // The first page of a wall says what none before it said.
    const int pages = row.kind == Kind::sameness ? 4 : 3;
    std::vector<Alarm> raised = site.pages(pages, row.change);
    bool found = false;
    for (const Alarm& alarm : raised) {
      if (alarm.kind != row.kind || alarm.what != row.what) continue;
      found = true;
      EXPECT_THAT(alarm.text, HasSubstr(row.says)) << row.name;
      EXPECT_EQ(alarm.url, "https://a.example/" + std::to_string(30 + pages - 3)) << row.name;
      EXPECT_EQ(alarm.since, kStart + std::chrono::minutes(30 + pages - 3)) << row.name;
      EXPECT_EQ(alarm.pages, 3U) << row.name;
    }
    EXPECT_TRUE(found) << row.name;
    EXPECT_THAT(site.pages(30, row.change), IsEmpty()) << row.name << ": raised once";
    EXPECT_EQ(site.health.alarms().size(), raised.size()) << row.name;
    EXPECT_THAT(site.pages(20), IsEmpty()) << row.name;
    EXPECT_THAT(site.health.alarms(), IsEmpty()) << row.name << ": over when pages are as they were";
  }
}

// A sitemap is read from end to end: first all galleries, then all stories.
TEST(Health, PagesOfTheBacklogAreLearnedOnly) {
  Site site;
  site.settings.backlog = true;
  const auto gallery = [](Observation& o) {
    o.characters = 40, o.title_at = {9, {90}, {}}, o.body_at = {9, {91}, {}};
    for (auto& mark : o.layout) mark += 1000;
    field_of(o, Field::authors).filled = false;
  };
  EXPECT_THAT(site.pages(20, gallery), IsEmpty());
  EXPECT_THAT(site.pages(40), IsEmpty());
  EXPECT_EQ(site.page().verdict, Verdict::warming_up);
  site.settings.backlog = false;
  EXPECT_EQ(site.page().verdict, Verdict::healthy);
  EXPECT_THAT(site.pages(2, gallery), IsEmpty());
  EXPECT_THAT(site.pages(20), IsEmpty());
  EXPECT_FALSE(site.pages(3, [](Observation& o) { o.body_at = {5, {55}, {}}; }).empty());
}

TEST(Health, TellsWhatIsOver) {
  Site site;
  site.pages(30);
  const auto lose = [](Observation& o) { field_of(o, Field::title).filled = false; };
  EXPECT_EQ(site.pages(5, lose).size(), 1U);
  std::vector<Alarm> ended;
  for (int i = 0; i < 10; ++i) {
    const Judgement judgement = site.page();
    ended.insert(ended.end(), judgement.ended.begin(), judgement.ended.end());
  }
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_EQ(ended[0].what, "title");
  EXPECT_THAT(ended[0].text, HasSubstr("over: no title was found"));
}

TEST(Health, AdmitsWhatIsNoChange) {
  const std::vector<std::pair<const char*, Change>> rows = {
      {"one more class", [](Observation& o) { o.title_at.marks.push_back(90), o.body_at.marks.push_back(91); }},
      {"something around", [](Observation& o) { o.layout.push_back(500), o.title_at.around = {101}; }},
      {"longer texts", [](Observation& o) { o.characters *= 5; }},
      {"more metadata", [](Observation& o) { o.told.push_back(43); }},
      {"an author more", [](Observation& o) { field_of(o, Field::editors).filled = true; }},
      {"no page at all", [](Observation& o) { o = {}; }},
  };
  for (const auto& [name, change] : rows) {
    Site site;
    site.pages(30);
    EXPECT_THAT(site.pages(30, change), IsEmpty()) << name;
  }
}

TEST(Health, APlainSiteIsHealthyToo) {
  const auto plain = [](Observation& o) {
    o.told.clear(), o.layout.clear();
    o.title_at = o.body_at = o.time_at = {};
    o.ruled = false, o.rule_set.clear();
  };
  Site site;
  EXPECT_THAT(site.pages(60, plain), IsEmpty());
  EXPECT_THAT(site.pages(20), IsEmpty()) << "what is added is no loss";
}

TEST(Health, WhatComesAndGoesIsMissedLater) {
  Site site;
  EXPECT_THAT(site.pages(60), IsEmpty());  // tags are on every other page
  EXPECT_THAT(site.pages(4, [](Observation& o) { field_of(o, Field::tags).filled = false; }), IsEmpty());
  EXPECT_EQ(site.pages(40, [](Observation& o) { field_of(o, Field::tags).filled = false; }).size(), 1U);
}

TEST(Health, HasAVerdictOfEachPage) {
  Site site;
  EXPECT_EQ(site.page().verdict, Verdict::warming_up);
  site.pages(20);
  EXPECT_EQ(site.page().verdict, Verdict::healthy);
  const Judgement odd = site.page([](Observation& o) { field_of(o, Field::body).by_rule = false; });
  EXPECT_EQ(odd.verdict, Verdict::suspicious);
  ASSERT_EQ(odd.reasons.size(), 1U);
  EXPECT_EQ(odd.reasons[0], "the rule v1.body finds nothing");
  EXPECT_EQ(site.page().verdict, Verdict::healthy);
}

TEST(Health, AnUpdatedArticleRepeatsNoOther) {
  Site site;
  site.pages(30);
  const Observation seen = healthy(5);
  for (int i = 0; i < 6; ++i)
    EXPECT_THAT(site.health.judge({seen, "https://a.example/5", kStart}, site.settings).raised, IsEmpty());
}

TEST(Health, OtherRulesAreLearnedAnew) {
  Site site;
  site.pages(30);
  EXPECT_EQ(site.pages(3, [](Observation& o) { field_of(o, Field::body).by_rule = false; }).size(), 1U);
  site.settings.rules = 100;
  const auto v2 = [](Observation& o) { o.rule_set = "v2", o.body_at = {7, {70}, {}}; };
  const Judgement judgement = site.page(v2);
  ASSERT_EQ(judgement.ended.size(), 1U);
  EXPECT_EQ(judgement.ended[0].what, "v1.body");
  EXPECT_THAT(site.pages(30, v2), IsEmpty());
  EXPECT_EQ(site.pages(3, [&](Observation& o) { v2(o), field_of(o, Field::body).by_rule = false; }).size(), 1U);
}

TEST(Health, RulesAreOthersWhereAnyWordDiffers) {
  Options a;
  a.rules = {{"v1", "div.x", {{Field::title, {{{.css = "h1"}}, 0, 20, true}}}, {{".share", "", ""}}}};
  Options b = a, c = a;
  b.rules[0].fields[Field::title].places[0].css = "h2";
  c.rules[0].remove[0].css = ".shared";
  EXPECT_EQ(rules_of(a), rules_of(Options(a)));
  EXPECT_NE(rules_of(a), rules_of(b));
  EXPECT_NE(rules_of(a), rules_of(c));
  EXPECT_NE(rules_of(a), rules_of({}));
  Options d = a;
  d.rules.front().fields[Field::single_page] = {.places = {{.css = "a.whole"}}};  // the last of all fields
  EXPECT_NE(rules_of(a), rules_of(d));
}

TEST(Health, ListsThatNameNothing) {
  Health health;
  const Settings settings;
  const ElementSeen item{1, {2}, {3}};
  const auto list = [&](std::size_t links, const ElementSeen& at) {
    return health.judge({"https://a.example/list", kStart, links, true, at}, settings).raised;
  };
  for (int i = 0; i < 20; ++i) EXPECT_THAT(list(static_cast<std::size_t>(20 + i % 5), item), IsEmpty());
  EXPECT_THAT(list(0, {}), IsEmpty());
  EXPECT_THAT(list(0, {}), IsEmpty());
  const auto raised = list(0, {});
  ASSERT_EQ(raised.size(), 1U);
  EXPECT_EQ(raised[0].kind, Kind::list);
  EXPECT_EQ(raised[0].what, "links");
}

TEST(Health, TooFewNewArticles) {
  using std::chrono::hours;
  struct Visits {
    std::vector<int> stored;  // by visits an hour apart
    std::size_t raised, ended;
  };
  const Visits visits[] = {
      {{5, 1, 1, 1, 1, 1, 1, 1, 1}, 0, 0},
      {{5, 0, 0, 0, 0, 0, 0}, 1, 0},        // two in four hours are asked for
      {{5, 0, 0, 0, 0, 0, 0, 3, 0}, 1, 1},  // raised once, and over
      {{0, 0, 0}, 0, 0},                    // nobody has watched for so long
      {{0, 0, 0, 0, 0, 0}, 1, 0},
  };
  for (const Visits& row : visits) {
    Health health;
    Settings settings;
    settings.min_new = {2, hours(4)};
    std::size_t raised = 0, ended = 0;
    for (std::size_t i = 0; i < row.stored.size(); ++i) {
      const Judgement judgement =
          health.judge_visit(static_cast<std::size_t>(row.stored[i]), kStart + hours(i), settings);
      raised += judgement.raised.size(), ended += judgement.ended.size();
      health = Health(health.saved());
    }
    EXPECT_EQ(raised, row.raised) << row.stored.size();
    EXPECT_EQ(ended, row.ended) << row.stored.size();
    settings.min_new = {};
    EXPECT_EQ(health.judge_visit(0, kStart + hours(99), settings).ended.size(), row.raised - row.ended);
  }
}

// Each page is judged by a process of its own.
TEST(Health, OutlivesTheProcess) {
  for (const Row& row : rows()) {
    Site site, saved;
    for (int i = 0; i < 60; ++i) {
      const Change& change = i >= 30 && i < 40 ? row.change : Change{};
      const Judgement one = site.page(change), other = saved.page(change);
      EXPECT_EQ(one.raised, other.raised) << row.name << " " << i;
      EXPECT_EQ(one.ended, other.ended) << row.name << " " << i;
      EXPECT_EQ(one.reasons, other.reasons) << row.name << " " << i;
      saved.health = Health(saved.health.saved());
      EXPECT_EQ(saved.health.alarms(), site.health.alarms()) << row.name << " " << i;
    }
    EXPECT_LT(saved.health.saved().size(), 40'000U);
    EXPECT_EQ(Health(saved.health.saved()).saved(), saved.health.saved()) << row.name;
  }
}

TEST(Health, WhatWasSavedIsReadWhateverItIs) {
  Site site;
  site.pages(30);
  const std::string good = site.health.saved();
  for (const std::string text : {"", "x", "{}", "[1]", "{\"version\":2}", "{\"version\":1,\"signs\":[1,2]}",
                                 "{\"version\":1,\"signs\":{\"a\":[9,1e999,-5,[1],[],[true,1,2,3,4,5],99]}}"}) {
    EXPECT_THAT(Health(text).alarms(), IsEmpty()) << text;
  }
  for (std::size_t at = 0; at < good.size(); at += 97) {
    std::string torn = good;
    torn[at] = '9';
    Site other;
    other.health = Health(torn);
    other.pages(5);
    (void)other.health.saved();
  }
}

TEST(Health, SharesOfThePages) {
  Site site;
  site.pages(60);
  double tags = 0, title = 0;
  for (const Share& share : site.health.shares()) {
    if (share.field == "tags") tags = share.share;
    if (share.field == "title") title = share.share;
  }
  EXPECT_EQ(title, 1);
  EXPECT_NEAR(tags, 0.5, 0.05);
  EXPECT_EQ(site.health.pages(), 60U);
  EXPECT_NEAR(site.health.usual_characters(), 2500, 500);
}

}  // namespace
}  // namespace winnow::health
