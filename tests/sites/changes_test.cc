#include "sites/changes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "parse/document.h"
#include "sites/site.h"
#include "winnow/winnow.h"

namespace winnow::sites {
namespace {

std::string seen(const SitePage& page) {
  const parse::Document document = parse::parse(decode_bytes(page.bytes, page.content_type).text);
  return unicode::collapse(document.visible_text(document.first(parse::Tag::body)));
}

TEST(Changes, AreFiftyOverAllKindsAndAllHarmfulChanges) {
  for (const std::uint64_t seed : {1U, 2U, 9U}) {
    const std::vector<ChangedSite> all = fifty_changes(seed);
    EXPECT_EQ(all.size(), 50U);
    std::set<std::string_view> kinds;
    std::set<ChangeKind> changes;
    std::set<std::pair<std::string_view, ChangeKind>> pairs;
    for (const ChangedSite& one : all) {
      kinds.insert(one.kind);
      changes.insert(one.change);
      pairs.insert({one.kind, one.change});
      EXPECT_FALSE(is_harmless(one.change));
    }
    EXPECT_EQ(kinds.size(), 30U);
    EXPECT_EQ(changes.size(), all_changes().size() - 2);
    EXPECT_EQ(pairs.size(), 50U);
  }
}

// Whether the whole text is to be had from the pages of an article of the changed site.
bool text_stands(const GeneratedSite& site, const SitePage& before) {
  std::string text;
  for (const auto& [url, page] : site.pages()) {
    const bool part = page.truth.role == Role::article || page.truth.role == Role::part;
    if (part && page.truth.canonical == before.url) text += seen(page) + " ";
  }
  return std::all_of(before.truth.lines.begin(), before.truth.lines.end(),
                     [&](const std::string& line) { return text.find(unicode::collapse(line)) != text.npos; });
}

TEST(Changes, KeepThePromisesOfTheirTruths) {
  for (const ChangedSite& one : fifty_changes(1)) {
    SiteOptions options{.kind = one.kind, .seed = 1, .stories = 22};
    const GeneratedSite before(options);
    options.change = one.change;
    const GeneratedSite after(options);
    const ChangeTruth truth = truth_of(one.kind, 1, one.change);
    const std::string name = std::string(one.kind) + " " + std::string(name_of(one.change));
    ASSERT_EQ(before.articles().size(), after.articles().size()) << name;
    EXPECT_FALSE(truth.harmless) << name;
    const bool lists_only = one.change == ChangeKind::lists_changed;
    const bool any = truth.title != Fate::same || truth.body != Fate::same || truth.authors != Fate::same ||
                     truth.published != Fate::same || truth.lists != Fate::same;
    EXPECT_TRUE(any) << name;
    for (std::size_t i = 0; i < before.articles().size(); i += 7) {
      const SitePage &was = *before.articles()[i], &is = *after.articles()[i];
      EXPECT_EQ(was.url, is.url);
      if (was.truth.gated) continue;
      EXPECT_TRUE(lists_only || was.bytes != is.bytes) << name;
      // A lead that the new template leaves out is no loss of the text's.
      SitePage body = was;
      if (is.truth.lines.size() < was.truth.lines.size() && truth.text_is_there) body.truth.lines = is.truth.lines;
      EXPECT_EQ(text_stands(after, body), truth.text_is_there) << name;
    }
  }
}

TEST(Changes, HarmlessOnesMoveNothing) {
  for (const Kind& kind : all_kinds()) {
    for (const ChangeKind change : {ChangeKind::outer_wrapper, ChangeKind::added_classes}) {
      const ChangeTruth truth = truth_of(kind.name, 1, change);
      EXPECT_TRUE(truth.harmless);
      EXPECT_TRUE(truth.title == Fate::same && truth.body == Fate::same && truth.authors == Fate::same &&
                  truth.published == Fate::same && truth.lists == Fate::same && truth.text_is_there)
          << kind.name;
    }
  }
}

// An element of the tree that has the tag, id, classes and fixed attributes of one of a box.
bool fits(const parse::Document& document, parse::NodeId id, const Element& element) {
  if (document[id].text != element.tag || document[id].tag == parse::Tag::text) return false;
  if (!element.id.empty() && document.attribute(id, "id") != element.id) return false;
  for (const auto& [name, value] : element.attributes) {
    if (name == "size" && document.attribute(id, name) != value) return false;
  }
  return std::all_of(element.classes.begin(), element.classes.end(),
                     [&](const std::string& name) { return document.has_class(id, name); });
}

// What a rule on that box would pick: the visible texts of all elements that fit, each within those that fit before it.
std::string picked(const SitePage& page, const Box& box, bool all) {
  const parse::Document document = parse::parse(decode_bytes(page.bytes, page.content_type).text);
  std::string out;
  for (parse::NodeId id = 1; id < document.size(); ++id) {
    parse::NodeId at = id;
    auto element = box.elements.rbegin();
    for (; element != box.elements.rend() && at != parse::kNone && fits(document, at, *element); ++element) {
      at = document[at].parent;
      // The parser's own.
      if (at != parse::kNone && document[at].tag == parse::Tag::tbody && element->tag == "tr") at = document[at].parent;
    }
    if (element != box.elements.rend()) continue;
    out += unicode::collapse(document.visible_text(id)) + " ";
    if (!all) break;
  }
  return unicode::collapse(out);
}

// A rule that was right before finds the same after, or something else, as the truth says.
TEST(Changes, BreakTheRulesThatTheyAreSaidToBreak) {
  for (const ChangedSite& one : fifty_changes(1)) {
    SiteOptions options{.kind = one.kind, .seed = 1, .stories = 22};
    const Layout layout = layout_of(kind_named(one.kind), 1);
    const ChangeTruth truth = truth_of(one.kind, 1, one.change);
    const GeneratedSite before(options);
    options.change = one.change;
    const GeneratedSite after(options);
    const std::string name = std::string(one.kind) + " " + std::string(name_of(one.change));
    for (const std::size_t i : {5U, 6U, 7U}) {
      const SitePage &was = *before.articles()[i], &is = *after.articles()[i];
      if (was.truth.gated) continue;
      const std::string title = picked(was, layout.box("title"), false);
      EXPECT_EQ(title, unicode::collapse(was.truth.title)) << name;
      EXPECT_EQ(picked(is, layout.box("title"), false) == title, truth.title == Fate::same) << name;
      const std::string body = picked(was, layout.box("body"), true);
      EXPECT_NE(body.find(unicode::collapse(was.truth.lines.at(was.truth.to - 1))), body.npos) << name;
      // Boxes within the body may say other things: a date's format.
      if (one.change == ChangeKind::date_format || one.change == ChangeKind::byline_dropped) continue;
      EXPECT_EQ(picked(is, layout.box("body"), true) == body, truth.body == Fate::same) << name;
    }
  }
}

struct FateRow {
  std::string_view kind;
  ChangeKind change;
  Fate title, body, published;
};

TEST(Changes, NameWhatBecomesOfEachField) {
  const FateRow rows[] = {
      {"wordpress_blog", ChangeKind::renamed_classes, Fate::moved, Fate::moved, Fate::moved},
      {"wordpress_blog", ChangeKind::body_tag, Fate::same, Fate::moved, Fate::same},
      {"wordpress_blog", ChangeKind::title_out_of_h1, Fate::moved, Fate::same, Fate::same},
      {"wordpress_blog", ChangeKind::date_format, Fate::same, Fate::same, Fate::moved},
      {"jsonld_only", ChangeKind::metadata_dropped, Fate::same, Fate::same, Fate::gone},
      {"bem_newspaper", ChangeKind::consent_wall, Fate::gone, Fate::gone, Fate::gone},
      {"bem_newspaper", ChangeKind::empty_template, Fate::same, Fate::gone, Fate::same},
      {"bem_newspaper", ChangeKind::lists_changed, Fate::same, Fate::same, Fate::same},
  };
  for (const FateRow& row : rows) {
    const ChangeTruth truth = truth_of(row.kind, 1, row.change);
    EXPECT_EQ(truth.title, row.title) << row.kind << " " << name_of(row.change);
    EXPECT_EQ(truth.body, row.body) << row.kind << " " << name_of(row.change);
    EXPECT_EQ(truth.published, row.published) << row.kind << " " << name_of(row.change);
  }
}

}  // namespace
}  // namespace winnow::sites
