#include "survey/propose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "survey/own_pages.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

using Body = std::string (*)(std::size_t);

std::string_view name_of(Field field) {
  switch (field) {
    case Field::title:
      return "title";
    case Field::published:
      return "published";
    case Field::authors:
      return "authors";
    case Field::body:
      return "body";
    case Field::next_page:
      return "next_page";
    default:
      return "other";
  }
}

// The rules as one line each: "title: div.hed", "published: span.when @data-time", "remove: p.support",
// "remove text: ^Words$".
std::string lines_of(const Proposal& proposal) {
  std::string out;
  for (const RuleSet& set : proposal.rules) {
    for (const auto& [field, rule] : set.fields) {
      out += std::string(name_of(field)) + ":";
      for (const Place& place : rule.places) {
        out += " " + (place.css.empty() ? place.value : place.css);
        if (!place.attr.empty()) out += " @" + place.attr;
        if (!place.cut_before.empty()) out += " behind " + place.cut_before;
        if (!place.split.empty()) out += " at " + place.split;
        if (!place.cut_after.empty()) out += " until " + place.cut_after;
      }
      if (!rule.prune) out += " unpruned";
      out += "\n";
    }
    for (const RemoveRule& rule : set.remove)
      out += (rule.css.empty() ? "remove text: " + rule.text : "remove: " + rule.css) + "\n";
  }
  return out;
}

std::string page(std::size_t i, const std::string& above, const std::string& below) {
  return "<div class=\"shell\"><div class=\"nav\"><a href=\"/\">Home</a></div>" + above + "<div class=\"story-text\">" +
         paragraphs_of(i) + "</div>" + below + "</div>";
}

std::string with_head(std::size_t i) { return "<h1 class=\"hed\">" + title_of(i) + "</h1>"; }

struct Row {
  const char* name;
  Body body;
  const char* rules;
};

const Row kRows[] = {
    {"nothing where the automatic extractor does as well", [](std::size_t i) { return page(i, with_head(i), ""); }, ""},
    {"the title is no heading, and the heading is the paper's name",
     [](std::size_t i) { return page(i, "<h1>The Harbour Post</h1><div class=\"hed\">" + title_of(i) + "</div>", ""); },
     "title: div.hed\n"},
    {"a class that is made anew with each build",
     [](std::size_t i) {
       return page(i, "<h1>The Harbour Post</h1><div class=\"title__Ab3xY\">" + title_of(i) + "</div>", "");
     },
     "title: div[class^=\"title__\"]\n"},
    {"what means something is named before what looks like something",
     [](std::size_t i) {
       return page(
           i, "<h1>The Harbour Post</h1><div class=\"css-1x2y3z\" itemprop=\"headline\">" + title_of(i) + "</div>", "");
     },
     "title: div[itemprop=\"headline\"]\n"},
    {"an appeal with a name",
     [](std::size_t i) {
       return page(i, with_head(i), "")
           .insert(0, "")
           .replace(page(i, with_head(i), "").rfind("</div></div>"), 0,
                    "<p class=\"plea\">Six hundred people pay for this little paper so that all can read it.</p>");
     },
     "remove: p.plea\n"},
    {"an appeal without one",
     [](std::size_t i) {
       return page(i, with_head(i), "")
           .replace(page(i, with_head(i), "").rfind("</div></div>"), 0,
                    "<p>Six hundred people pay for this little paper so that all can read it.</p>");
     },
     "remove text: ^Six hundred people pay for this little paper so that all can read it\\.$\n"},
    {"words below a picture",
     [](std::size_t i) {
       std::string out = page(i, with_head(i), "");
       const std::string picture = "<div class=\"shot\"><img src=\"/i/" + std::to_string(i) +
                                   ".jpg\" width=600 height=400><div class=\"under\">" + paragraph_of(i, 9) +
                                   " <i>Jo Doe</i></div></div>";
       return out.insert(out.find("</p>") + 5, picture);
     },
     "remove: div.under\n"},
    {"on other pages the first number is above twelve",
     [](std::size_t i) {
       const std::string day = std::to_string(103 + 5 * i).substr(1);
       return page(i, with_head(i) + "<div class=\"line\"><span class=\"when\">" + day + "/04/2024 08:15</span></div>",
                   "");
     },
     "published: span.when\n"},
    {"half of the text stands in an element whose name says that it is none",
     [](std::size_t i) {
       return "<div class=\"shell\">" + with_head(i) + "<div class=\"piece\"><div class=\"words\">" +
              paragraphs_of(i, 4) + "</div><div class=\"related\">" + paragraphs_of(i + 50, 3) + "</div></div></div>";
     },
     "body: div.piece unpruned\n"},
    {"names behind a label that is no usual one",
     [](std::size_t i) {
       static const char* const kNames[] = {"Jo Doe", "Ann Roe", "Jo Doe, Ann Roe", "Max Poe", "Lil Moe", "Max Poe"};
       return page(i,
                   with_head(i) + "<div class=\"line\"><span class=\"pen\">Penned: " + std::string(kNames[i]) +
                       "</span> <span>1" + std::to_string(i) + " April 2024, 08:15</span></div>",
                   "");
     },
     "authors: span.pen behind Penned: at , \n"},
    {"what readers say",
     [](std::size_t i) {
       std::string box = "<div class=\"voices\">";
       for (std::size_t k = 0; k < 3; ++k)
         box += "<div class=\"voice\"><div><b>Sam Noe</b> 1" + std::to_string(k) + " May 2024 10:1" +
                std::to_string(i) + "</div><p>" + paragraph_of(i + 90, k) + "</p></div>";
       std::string out = page(i, with_head(i), "");
       return out.insert(out.rfind("</div></div>"), box + "</div>");
     },
     "remove: div.voices\n"},
    {"a second part that no usual word leads to",
     [](std::size_t i) {
       return page(i, with_head(i),
                   "<p class=\"turn\"><a class=\"leaf\" href=\"/story/" + std::to_string(4100 + 17 * i) +
                       "_2.html\">Leaf over</a></p>");
     },
     "next_page: a.leaf\n"},
    {"what is the same on all pages is nobody's name",
     [](std::size_t i) {
       static const char* const kNames[] = {"Jo Doe", "Ann Roe", "Lil Moe", "Max Poe", "Ida Poe", "Sam Noe"};
       return page(i,
                   with_head(i) + "<div class=\"line\"><span>By " + std::string(kNames[i]) + "</span> <span>1" +
                       std::to_string(i) + " April 2024, 08:15</span></div><div><span>Send Me On</span></div>",
                   "");
     },
     ""},
    {"pages that all say the same are no articles",
     [](std::size_t) { return page(0, "<h1>We value your privacy</h1>", ""); }, ""},
};

TEST(Propose, Rows) {
  for (const Row& row : kRows) {
    const Proposal proposal = propose_rules(pages_of(6, row.body), {});
    EXPECT_EQ(lines_of(proposal), row.rules) << row.name;
    std::size_t rules = 0;
    for (const RuleSet& set : proposal.rules) rules += set.fields.size() + set.remove.size();
    EXPECT_EQ(proposal.evidence.size(), rules) << row.name;
    Options options;
    options.rules = proposal.rules;
    EXPECT_TRUE(check(options).empty()) << row.name;
  }
}

// In the second the class of the first one's titles is that of rubrics.
std::string of_two_templates(std::size_t i) {
  if (i % 2 == 0) return page(i, "<h1>The Harbour Post</h1><div class=\"hed\">" + title_of(i) + "</div>", "");
  return "<header class=\"mast\"><h1>The Harbour Post</h1></header><main id=\"long-read\"><section class=\"opener\">"
         "<div class=\"hed\">Rubric of the day number " +
         std::to_string(i) + "</div><div class=\"big\">" + title_of(i) + "</div></section><article class=\"column\">" +
         paragraphs_of(i) +
         "</article></main><footer class=\"feet\"><ul class=\"links\"><li class=\"link\">About</li></ul></footer>";
}

TEST(Propose, ASetForEachTemplateWhereOneWillNotDo) {
  const std::vector<Sample> pages = pages_of(8, of_two_templates);
  Options options;
  options.rules = propose_rules(pages, {}).rules;
  ASSERT_EQ(options.rules.size(), 2U);
  for (const RuleSet& set : options.rules) EXPECT_FALSE(set.when_exists.empty());
  EXPECT_EQ(options.rules.front().name, "v2");
  const Reader reader(options);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Page request{.bytes = pages[i].bytes, .url = pages[i].url, .content_type = {}, .fetched_at = {}};
    EXPECT_EQ(reader.read(request).article.title, title_of(i)) << i;
  }
}

TEST(Propose, NothingOfNothing) { EXPECT_TRUE(propose_rules({}, {}).rules.empty()); }

TEST(Propose, OnePageTellsNothing) { EXPECT_TRUE(propose_rules(pages_of(1, kRows[1].body), {}).rules.empty()); }

TEST(Propose, EvidenceIsForPeople) {
  const Proposal proposal = propose_rules(pages_of(6, kRows[1].body), {});
  ASSERT_EQ(proposal.evidence.size(), 1U);
  const Evidence& evidence = proposal.evidence.front();
  EXPECT_EQ(evidence.key, "rules.title");
  EXPECT_NE(evidence.text.find("div.hed"), std::string::npos) << evidence.text;
  EXPECT_EQ(evidence.pages, 6U);
  EXPECT_EQ(evidence.of, 6U);
}

}  // namespace
}  // namespace winnow::survey
