#include "extract/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::extract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kPage =
    R"(<html><head><meta property="og:title" content=" Meta  title "><meta name=author content="M. Eta">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Linked","author":[{"name":"A"},{"name":"B"}],"articleBody":"words"}</script>
</head><body><h1> The
 <b>title</b></h1><p class=author>作者:张三、李四 、</p><p class=empty></p><time datetime="2025-02-11T08:05:07+08:00">yesterday</time>
<div class=detail id=d1><p>First paragraph.</p><div class=detail id=d2>inner</div></div><div class=detail id=d3>second</div>
<div class=share>Share <span class=share>x</span></div><ul class=tags><li>one<li>two<li>one</ul>
<div class=pages><a class=next href="?p=2#top">next</a></div></body></html>)";

struct Outcome {
  RuleFinds finds;
  std::vector<Problem> problems;
};

Outcome run_rules(const std::vector<RuleSet>& sets, std::string_view html = kPage) {
  Outcome out;
  const CompiledRules rules(sets, out.problems);
  const auto base = Url::parse("https://n.example/a/1.html");
  out.finds = rules.apply(parse::parse(html), base ? &*base : nullptr);
  return out;
}

std::vector<std::string> values(Field field, FieldRule rule) {
  const auto out = run_rules({{.name = "v1", .when_exists = "", .fields = {{field, std::move(rule)}}, .remove = {}}});
  const auto found = out.finds.values.find(field);
  return found == out.finds.values.end() ? std::vector<std::string>{} : found->second;
}

FieldRule rule(std::string css, std::string attr = "", std::string match = "", std::string split = "",
               std::vector<std::string> otherwise = {}) {
  Place first{.css = std::move(css), .attr = std::move(attr), .match = std::move(match), .split = std::move(split)};
  FieldRule out;
  out.places.push_back(first);
  for (std::string& other : otherwise) {
    first.css = std::move(other);
    out.places.push_back(first);
  }
  return out;
}

TEST(Rules, LocatorsFindValues) {
  struct Row {
    Field field;
    FieldRule rule;
    std::vector<std::string> found;
  };
  for (const Row& row : std::vector<Row>{
           {Field::title, rule("h1"), {"The title"}},
           {Field::title, rule("meta:og:title"), {"Meta title"}},
           {Field::title, rule("meta:OG:Title"), {"Meta title"}},
           {Field::title, rule("jsonld:headline"), {"Linked"}},
           {Field::title, rule("", "", "", "", {"h2", "meta:none", "jsonld:none", "jsonld:headline"}), {"Linked"}},
           {Field::title, rule(".empty", "", "", "", {"h1"}), {"The title"}},
           {Field::title, rule("meta[name=author]"), {"M. Eta"}},
           {Field::title, rule("li"), {"one"}},
           {Field::title, rule("h1", "", "^The (.+)$"), {"title"}},
           {Field::title, rule("h1", "", "t.tle"), {"title"}},
           {Field::title, rule("h1", "", "(x)|(tit)"), {"tit"}},
           {Field::title, rule("h1", "", "nothing", "", {"meta:og:title"}), {}},
           {Field::published, rule("time", "datetime"), {"2025-02-11T08:05:07+08:00"}},
           {Field::published, rule("time", "DateTime", "^[0-9-]+"), {"2025-02-11"}},
           {Field::authors, rule(".author", "", "作者[::]\\s*(.+)", "、"), {"张三", "李四"}},
           {Field::authors, rule("jsonld:author"), {"A", "B"}},
           {Field::authors, rule("jsonld:author.name"), {"A", "B"}},
           {Field::tags, rule(".tags li"), {"one", "two"}},
           {Field::next_page, rule("a.next"), {"https://n.example/a/1.html?p=2#top"}},
           {Field::next_page, rule(".pages"), {"https://n.example/a/1.html?p=2#top"}},
           {Field::next_page, rule("h1"), {}},
           {Field::body, rule("jsonld:articleBody"), {"words"}},
       }) {
    EXPECT_EQ(values(row.field, row.rule), row.found) << row.rule.places[0].css << " " << row.rule.places[0].match;
  }
}

TEST(Rules, ValuesAreCutMatchedSplitAndJoined) {
  struct Row {
    Field field;
    std::vector<Place> places;
    std::vector<std::string> found;
  };
  for (const Row& row : std::vector<Row>{
           {Field::authors, {{.value = "Dave Winer"}}, {"Dave Winer"}},
           {Field::title, {{.css = "h2"}, {.value = "T"}}, {"T"}},
           {Field::title, {{.css = "h1", .cut_before = "The "}}, {"title"}},
           {Field::title, {{.css = "h1", .cut_before = "nothing "}}, {"The title"}},
           {Field::title, {{.css = "h1", .cut_after = " t"}}, {"The"}},
           {Field::title, {{.css = "h1", .cut_before = "T", .cut_after = "e", .match = "h"}}, {"h"}},
           {Field::title, {{.css = "h1", .cut_before = "The title"}, {.css = "meta:og:title"}}, {"Meta title"}},
           {Field::authors, {{.css = ".author", .cut_before = "作者:", .split = "、"}}, {"张三", "李四"}},
           {Field::title, {{.css = ".tags li", .join = " / "}}, {"one / two"}},
           {Field::authors, {{.css = ".author", .cut_before = ":", .split = "、", .join = "+"}}, {"张三+李四"}},
           {Field::title,
            {{.css = "h2", .attr = "id"}, {.css = "time", .attr = "datetime", .match = "^....."}},
            {"2025-"}},
           {Field::title, {{.css = "h1::text"}}, {"The"}},
           {Field::title, {{.css = "h1 > b::text"}}, {"title"}},
           {Field::published, {{.css = "script", .match = "\"headline\":\"([^\"]+)"}}, {"Linked"}},
       }) {
    EXPECT_EQ(values(row.field, {.places = row.places}), row.found) << row.places[0].css;
  }
}

TEST(Rules, RemovesTextsAndAttributes) {
  const std::vector<RuleSet> sets = {
      {.name = "v1",
       .when_exists = "",
       .fields = {{Field::body, {.places = {{.css = "div.detail"}}, .prune = false}}},
       .remove = {{.css = "div.share::text"}, {.css = ".share", .attr = "Class"}, {.css = "h1", .attr = "class"}}}};
  const Outcome out = run_rules(sets);
  const parse::Document page = parse::parse(kPage);
  ASSERT_EQ(out.finds.drop.size(), 1u);
  EXPECT_EQ(page[out.finds.drop[0]].text, "Share ");
  ASSERT_EQ(out.finds.drop_attributes.size(), 2u);
  EXPECT_EQ(out.finds.drop_attributes[0].second, "class");
  EXPECT_EQ(page[out.finds.drop_attributes[1].first].text, "span");
  EXPECT_FALSE(out.finds.prune);
}

TEST(Rules, TheFirstSetThatAppliesIsUsed) {
  const FieldRule h1 = rule("h1");
  const std::vector<RuleSet> sets = {
      {.name = "v3", .when_exists = "div.gone", .fields = {{Field::title, h1}}, .remove = {}},
      {.name = "v2", .when_exists = "div.detail", .fields = {}, .remove = {}},
      {.name = "v1", .when_exists = "", .fields = {{Field::title, h1}}, .remove = {}}};
  EXPECT_EQ(run_rules(sets).finds.rule_set, "v2");
  EXPECT_THAT(run_rules(sets).finds.values, IsEmpty());
  EXPECT_EQ(run_rules(sets, "<h1>x</h1>").finds.rule_set, "v1");
  EXPECT_EQ(run_rules({sets[0]}).finds.rule_set, "");
  EXPECT_EQ(run_rules({}).finds.rule_set, "");
  EXPECT_THAT(run_rules({}).finds.trace, IsEmpty());
}

TEST(Rules, BodyIsTheOutermostContainersThatAreLongEnough) {
  const parse::Document page = parse::parse(kPage);
  const auto ids = [&](FieldRule body) {
    std::vector<std::string> out;
    for (const auto id :
         run_rules({{.name = "v1", .when_exists = "", .fields = {{Field::body, std::move(body)}}, .remove = {}}})
             .finds.body) {
      out.emplace_back(page.attribute(id, "id"));
    }
    return out;
  };
  EXPECT_THAT(ids(rule("div.detail")), ElementsAre("d1", "d3"));
  FieldRule body = rule("#d3", "", "", "", {"#d1"});
  body.require_chars = 10;
  EXPECT_THAT(ids(body), ElementsAre("d1"));
  body.require_chars = 10'000;
  EXPECT_THAT(ids(body), IsEmpty());
  EXPECT_THAT(ids(rule(".empty")), IsEmpty());
}

TEST(Rules, RemovesElementsAndTexts) {
  const std::vector<RuleSet> sets = {{.name = "v1",
                                      .when_exists = "",
                                      .fields = {},
                                      .remove = {{.css = ".share"}, {.text = "^责任编辑"}, {.css = "h1"}}}};
  const Outcome out = run_rules(sets);
  const parse::Document page = parse::parse(kPage);
  ASSERT_EQ(out.finds.drop.size(), 2u);
  EXPECT_EQ(page[out.finds.drop[0]].text, "h1");
  EXPECT_EQ(page.attribute(out.finds.drop[1], "class"), "share");
  std::vector<Problem> problems;
  const CompiledRules rules(sets, problems);
  EXPECT_TRUE(rules.removes_text("v1", "责任编辑:王五"));
  EXPECT_FALSE(rules.removes_text("v1", "他是责任编辑"));
  EXPECT_FALSE(rules.removes_text("v2", "责任编辑:王五"));
}

TEST(Rules, WrongRulesAreLeftOutAndNamed) {
  const Outcome out =
      run_rules({{.name = "v2", .when_exists = "div[", .fields = {{Field::title, rule("h1")}}, .remove = {}},
                 {.name = "v1",
                  .when_exists = "",
                  .fields = {{Field::title, rule("h1 >", "", "", "", {"meta:", "meta:og:title"})},
                             {Field::authors, rule(".author", "", "(")},
                             {Field::section, rule("")}},
                  .remove = {{.css = "p::x"}, {.text = "["}}}});
  std::vector<std::string> where;
  for (const Problem& problem : out.problems) where.push_back(problem.where);
  EXPECT_THAT(where,
              testing::UnorderedElementsAre("rules[0].when.exists", "rules[1].title.css", "rules[1].title.else[0].css",
                                            "rules[1].authors.match", "rules[1].section", "rules[1].remove[0]",
                                            "rules[1].remove[1].text"));
  EXPECT_EQ(out.finds.rule_set, "v1");
  EXPECT_THAT(out.finds.values.at(Field::title), ElementsAre("Meta title"));
  EXPECT_EQ(out.finds.values.count(Field::authors), 0u);
}

TEST(Rules, TraceNamesTheLocator) {
  const Outcome out =
      run_rules({{.name = "v1",
                  .when_exists = "h1",
                  .fields = {{Field::title, rule("h2", "", "", "", {"meta:og:title"})}, {Field::source, rule(".no")}},
                  .remove = {}}});
  ASSERT_EQ(out.finds.trace.size(), 3u);
  EXPECT_THAT(out.finds.trace[0].why, HasSubstr("h1 exists"));
  EXPECT_EQ(out.finds.trace[1].action, "title");
  EXPECT_EQ(out.finds.trace[1].what, "Meta title");
  EXPECT_THAT(out.finds.trace[1].why, HasSubstr("meta:og:title"));
  EXPECT_THAT(out.finds.trace[2].why, HasSubstr("nothing found by .no"));
}

}  // namespace
}  // namespace winnow::extract
