#include "sites/named_rules.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

#include "base/unicode.h"
#include "parse/document.h"
#include "parse/selector.h"
#include "sites/score.h"
#include "survey/rules/naming.h"
#include "winnow/winnow.h"

namespace winnow::sites {
namespace {

using parse::Document;
using parse::NodeId;

constexpr std::size_t kLookedAt = 8;  // articles

struct Looked {
  const SitePage* page;
  Document document;
};

std::vector<Looked> look(const GeneratedSite& site) {
  std::vector<Looked> out;
  for (const SitePage* page : site.articles()) {
    if (out.size() == kLookedAt) break;
    out.push_back({page, parse::parse_owned(decode_bytes(page->bytes, page->content_type).text)});
  }
  return out;
}

bool is_text_of(const Document& document, NodeId id, const std::string& words) {
  return !words.empty() && unicode::collapse(document.visible_text(id)) == words;
}

// The innermost element of the body whose text is that.
NodeId element_saying(const Document& document, const std::string& words) {
  NodeId best = parse::kNone;
  const NodeId body = document.first(parse::Tag::body);
  for (NodeId id = body == parse::kNone ? 0 : body; id < document.size(); ++id) {
    if (document[id].tag != parse::Tag::text && is_text_of(document, id, words)) best = id;
    if (best != parse::kNone && id >= document[best].end) break;
  }
  return best;
}

// The innermost element around all of the lines that stand on the page.
NodeId element_around(const Document& document, const std::vector<std::string>& lines) {
  if (lines.size() < 2) return parse::kNone;
  NodeId at = element_saying(document, lines[lines.size() / 2]);
  const auto holds = [&](NodeId id) {
    const std::string text = unicode::collapse(document.visible_text(id));
    return text.find(lines.front()) != text.npos && text.find(lines.back()) != text.npos;
  };
  while (at != parse::kNone && !holds(at)) at = document[at].parent;
  return at;
}

using Finds = std::function<NodeId(const Looked&)>;

// A name of the element that finds it first on all pages.
std::optional<FieldRule> rule_for(const std::vector<Looked>& pages, const Finds& element) {
  if (pages.empty()) return std::nullopt;
  const NodeId first = element(pages.front());
  if (first == parse::kNone) return std::nullopt;
  for (const survey::Naming& name : survey::names(pages.front().document, first)) {
    const auto selector = parse::Selector::compile(name.css);
    const auto finds = [&](const Looked& page) {
      const NodeId right = element(page);
      return selector && right != parse::kNone && selector->first(page.document) == right;
    };
    if (std::all_of(pages.begin(), pages.end(), finds)) return FieldRule{.places = {{.css = name.css}}};
  }
  return std::nullopt;
}

NodeId time_of(const Looked& page) {
  const Document& document = page.document;
  const NodeId body = document.first(parse::Tag::body);
  return body == parse::kNone ? body : document.first(parse::Tag::time, body);
}

// Whoever writes a rule looks at what it reads.
bool reads_right(const std::vector<Looked>& pages, Field field, const FieldRule& rule) {
  Options options;
  options.rules = {{.name = "v1", .when_exists = {}, .fields = {{field, rule}}, .remove = {}}};
  const Reader reader(options);
  return std::all_of(pages.begin(), pages.end(), [&](const Looked& looked) {
    const SitePage& page = *looked.page;
    const Article article =
        reader.read(Page{.bytes = page.bytes, .url = page.url, .content_type = page.content_type, .fetched_at = {}})
            .article;
    const Truth& truth = page.truth;
    const bool whole = truth.to - truth.from == truth.lines.size();
    return same_title(truth, article.title) && same_time(truth, article.published_at) &&
           same_authors(truth, article.authors) &&
           (!whole || text_f1(truth.lines, article.text, truth.neutral) >= 0.98);
  });
}

}  // namespace

std::vector<RuleSet> named_rules(const GeneratedSite& site) {
  const std::vector<Looked> pages = look(site);
  RuleSet set{.name = "v1", .when_exists = {}, .fields = {}, .remove = {}};
  const auto add = [&](Field field, const Finds& element) {
    auto rule = rule_for(pages, element);
    if (rule && reads_right(pages, field, *rule)) set.fields.emplace(field, std::move(*rule));
  };
  add(Field::title, [](const Looked& page) { return element_saying(page.document, page.page->truth.title); });
  add(Field::body, [](const Looked& page) { return element_around(page.document, page.page->truth.lines); });
  add(Field::authors, [](const Looked& page) {
    const std::vector<std::string>& authors = page.page->truth.authors;
    return authors.empty() ? parse::kNone : element_saying(page.document, authors.front());
  });
  add(Field::published, time_of);
  if (set.fields.empty()) return {};
  return {set};
}

}  // namespace winnow::sites
