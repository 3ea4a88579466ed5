#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/scan.h"
#include "parse/selector.h"
#include "survey/rules/field_rules.h"
#include "survey/rules/places.h"

namespace winnow::survey {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMostLinks = 400;  // of a page
constexpr std::size_t kMostTail = 16;    // bytes by which the address of a second part differs

// "/story-2.html" is the second part of "/story.html", and so are "/story/2", "/story.html?page=2", "/story_2.html".
bool is_second_part(const Url& first, const Url& second) {
  if (first.origin() != second.origin()) return false;
  const std::string a = first.pathname() + first.search(), b = second.pathname() + second.search();
  if (b.size() <= a.size() || b.size() > a.size() + kMostTail) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  const std::string_view rest = std::string_view(a).substr(at);
  const std::string_view tail = std::string_view(b).substr(at);
  if (!tail.ends_with(rest) || (!rest.empty() && !rest.starts_with('.'))) return false;
  const std::string_view added = tail.substr(0, tail.size() - rest.size());
  const std::size_t number = added.find_first_of("0123456789");
  return number != std::string_view::npos && number > 0 && added.substr(number) == "2";
}

std::optional<Url> target(const PageView& page, NodeId a) {
  return Url::parse(page.document.attribute(a, "href"), page.url ? &*page.url : nullptr);
}

Verdict judge(const PageView& page, std::span<const std::string> values) {
  const auto url = Url::parse(values.front());
  return page.url && url && is_second_part(*page.url, *url) ? Verdict::right : Verdict::wrong;
}

// A bar of numbers has its own part's neighbours in it, too: on the second part it would lead back.
bool is_single(std::span<const PageView> pages, const std::string& css) {
  const auto selector = parse::Selector::compile(css);
  return selector && std::all_of(pages.begin(), pages.end(), [&](const PageView& page) {
           const std::vector<NodeId> found = selector->select(page.document);
           return std::all_of(found.begin(), found.end(), [&](NodeId id) {
             return page.document.attribute(id, "href") == page.document.attribute(found.front(), "href");
           });
         });
}

}  // namespace

std::optional<FieldProposal> next_page_rule(std::span<const PageView> pages) {
  std::vector<Candidate> candidates;
  std::size_t missed = 0;
  for (const PageView& page : pages) {
    if (!page.next_page.empty() || !page.url) continue;
    std::size_t count = 0;
    bool any = false;
    for (const NodeId a : page.document.all(Tag::a)) {
      if (++count > kMostLinks) break;
      const auto url = target(page, a);
      if (!url || !is_second_part(*page.url, *url)) continue;
      any = true;
      add_names(page.document, a, {}, candidates);
    }
    missed += any ? 1U : 0U;
  }
  if (missed < 2) return std::nullopt;
  std::erase_if(candidates, [&](const Candidate& c) { return !is_single(pages, c.place.css); });
  Choice choice = choose(pages, Field::next_page, std::move(candidates), judge);
  if (choice.rule.places.empty() || choice.tally.wrong > 0) return std::nullopt;
  const std::string css = choice.rule.places.front().css;
  return FieldProposal{
      std::move(choice.rule),
      {"rules.next_page",
       css + " leads to the article's second part, which without a rule is not found on " + std::to_string(missed),
       choice.tally.right, pages.size()}};
}

}  // namespace winnow::survey
