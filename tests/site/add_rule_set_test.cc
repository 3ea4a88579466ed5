// A rule set put into files as people write them: all else stays, byte for byte.
#include "site/add_rule_set.h"

#include <gmock/gmock.h>

#include "support.h"

namespace winnow::site {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

RuleSet new_set() {
  RuleSet set;
  set.name = "v2", set.when_exists = "div.new";
  set.fields[Field::title] = {.places = {{.css = "h1"}}};
  set.remove = {{.css = "[title=\"it's\"]"}};
  return set;
}

constexpr std::string_view kLine = "{name: v2, when: {exists: div.new}, title: h1, remove: ['[title=\"it''s\"]']}";

// The new set as a block, each line behind so many spaces.
std::string block(std::size_t indent) {
  std::string out;
  for (const char* line : {"# since the relaunch\n", "- name: v2\n", "  when: {exists: div.new}\n", "  title: h1\n",
                           "  remove:\n", "    - '[title=\"it''s\"]'\n"})
    out += std::string(indent, ' ') + line;
  return out;
}

struct Row {
  std::string before, inserted, behind;
};

TEST(AddRuleSet, EveryOtherByteStays) {
  const std::string head = "# 新聞\nsite:  a\nhome: 'https://a.example/'   # here\n";
  const std::string line(kLine);
  for (const Row& row : std::vector<Row>{
           {head, "rules:\n" + block(2), ""},
           {head + "tests: []", "\nrules:\n" + block(2), ""},
           {head + "rules:\n", block(2), "\n# the end\n"},
           {head + "rules:  # newest first\n", block(2), "  # the old ones\n  - name: v1\n    body: x  # y\n"},
           {head + "rules:\n", block(0), "- body: x\n- body: y\nencoding: gbk\n"},
           {head + "rules:\n", block(4), "    -   title: h1\n        body: |\n          x\n\n\n"},
           {head + "rules:\n", block(2), "  -\n    title: h1\n"},
           {head + "rules:\n", block(2), "  - {title: h1,\n     body: x}\n"},
           {head + "rules:\n", block(2), "  - &one {title: h1}\n  - *one\n"},
           {head + "rules: [", line + ", ", "{title: h1}, {title: h2}]  # two\nencoding: gbk\n"},
           {head + "rules: [", line + ", ", "{title: h1},\n   {title: h2}\n  ]\n"},
           {head + "rules: [", "\n  " + line + ",", "\n   # the old\n   {title: h1}\n  ]\n"},
           {head + "rules:\n  [", line + ", ", "{title: h1}]\n"},
           {head + "rules: [", line, " ]\n"},
           {"{site: a, home: 'https://a.example/', rules: [", line + ", ", "{title: h1}]}\n"},
       }) {
    const auto after = add_rule_set(row.before + row.behind, new_set(), {{"", {"since the relaunch"}}});
    ASSERT_TRUE(after) << row.before << row.behind << after.error().text;
    EXPECT_EQ(*after, row.before + row.inserted + row.behind);
    const auto site = parse_site(*after, "a.yaml");
    EXPECT_THAT(texts_of(site.faults), IsEmpty()) << *after;
    EXPECT_EQ(site.value.options.rules.at(0), new_set());
  }
}

TEST(AddRuleSet, AnEmptyListInBracketsBecomesOneOfLines) {
  const auto after = add_rule_set("site: a\nrules: [] # none\nencoding: gbk\n", new_set(), {});
  ASSERT_TRUE(after) << after.error().text;
  EXPECT_THAT(*after, testing::StartsWith("site: a\nrules:  # none\n  - name: v2\n"));
  EXPECT_THAT(*after, testing::EndsWith("\nencoding: gbk\n"));
  EXPECT_TRUE(add_rule_set("site: a\nrules: []", new_set()));
}

TEST(AddRuleSet, LinesEndAsTheOthersDo) {
  const auto after = add_rule_set("site: a\r\nrules:\r\n  - body: x\r\n", new_set(), {});
  ASSERT_TRUE(after) << after.error().text;
  EXPECT_THAT(*after, HasSubstr("\r\n  - name: v2\r\n    when: {exists: div.new}\r\n"));
  std::string plain = *after;
  std::erase(plain, '\r');
  EXPECT_EQ(std::count(plain.begin(), plain.end(), '\n'), std::count(after->begin(), after->end(), '\r'));
}

TEST(AddRuleSet, SetsWithoutANameKeepTheirs) {
  const auto after = add_rule_set("site: a\nhome: https://a.example/\nrules:\n  - body: x\n", new_set());
  ASSERT_TRUE(after);
  const auto site = parse_site(*after, "a.yaml").value;
  EXPECT_EQ(site.options.rules.at(1).name, "v1");
}

TEST(AddRuleSet, WhatIsNotSureIsLeftToThePerson) {
  for (const std::string text : {
           "site: a\nrules: {body: x}\n",
           "site: a\nrules:\n  body: x\n",
           "site: a\nrules: x\n",
           "{site: a, home: 'https://a.example/'}\n",
           "site: a\n...\n",
           "a: &r [{body: x}]\nrules: *r\n",
           "rules: &all\n  - body: x\n",
           "rules: [\n",
           "[]",
           "",
           "site: a\n? rules\n: - body: x\n",
       }) {
    const auto after = add_rule_set(text, new_set(), {{"title", {"8 of 8 pages"}}});
    ASSERT_FALSE(after) << text << "\nbecame\n" << *after;
    EXPECT_EQ(after.error().code, Code::invalid);
    EXPECT_THAT(after.error().text, HasSubstr("above the first set under 'rules':\n  - name: v2\n"));
    EXPECT_THAT(after.error().text, HasSubstr("    # 8 of 8 pages\n    title: h1\n"));
  }
}

// All that the tree ships.
TEST(AddRuleSet, OurOwnSiteFilesCanBeAddedTo) {
  for (const auto& entry : std::filesystem::directory_iterator(kSource / "sites")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string text = read_text(entry.path());
    const auto after = add_rule_set(text, new_set());
    ASSERT_TRUE(after) << entry.path() << after.error().text;
    const Site old = parse_site(text, entry.path()).value;
    Site now = parse_site(*after, entry.path()).value;
    EXPECT_EQ(now.options.rules.at(0), new_set());
    now.options.rules.erase(now.options.rules.begin());
    EXPECT_TRUE(now == old) << entry.path();
  }
}

}  // namespace
}  // namespace winnow::site
