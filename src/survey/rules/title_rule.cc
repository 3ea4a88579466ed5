#include <algorithm>
#include <string>

#include "extract/jsonld.h"
#include "survey/rules/field_rules.h"
#include "survey/rules/places.h"

namespace winnow::survey {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr int kMetaCost = 12;  // metadata goes its own way more often than what readers see

Verdict judge(const PageView& page, std::span<const std::string> values) {
  if (page.title.empty()) return Verdict::unknown;
  return bare(values.front()) == bare(page.title) ? Verdict::right : Verdict::wrong;
}

// "The vote ended | Site": what stands behind the title.
void add_document_title(const PageView& page, std::vector<Candidate>& candidates) {
  const NodeId title = page.document.first(Tag::title);
  if (title == parse::kNone) return;
  const std::string text = page.document.visible_text(title);
  if (!text.starts_with(page.title) || text.size() > page.title.size() + 80) return;
  candidates.push_back({Place{.css = "title", .cut_after = text.substr(page.title.size())}, kMetaCost + 1});
}

std::vector<Candidate> candidates_on(std::span<const PageView> pages) {
  std::vector<Candidate> out;
  for (const std::string_view place : {"meta:og:title", "meta:twitter:title", "jsonld:headline"})
    out.push_back({Place{.css = std::string(place)}, kMetaCost});
  for (const PageView& page : pages) {
    if (page.title.empty()) continue;
    for (const NodeId element : elements_saying(page.document, bare(page.title)))
      add_names(page.document, element, {}, out);
    add_document_title(page, out);
  }
  return out;
}

}  // namespace

std::optional<FieldProposal> title_rule(std::span<const PageView> pages) {
  std::size_t known = 0, right = 0;
  for (const PageView& page : pages) {
    if (page.title.empty()) continue;
    ++known;
    const std::string read = page.automatic.title;
    right += judge(page, std::span(&read, 1)) == Verdict::right ? 1U : 0U;
  }
  if (right == known) return std::nullopt;
  Choice choice = choose(pages, Field::title, candidates_on(pages), judge);
  if (choice.rule.places.empty() || choice.tally.right <= right) return std::nullopt;
  const std::string css = choice.rule.places.front().css;
  return FieldProposal{std::move(choice.rule),
                       {"rules.title",
                        css + " is what links, feeds or metadata call the article; without a rule " +
                            std::to_string(known - right) + " of " + std::to_string(known) + " titles are others",
                        choice.tally.right, known}};
}

}  // namespace winnow::survey
