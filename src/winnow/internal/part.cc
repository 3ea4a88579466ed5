#include "winnow/internal/part.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/time.h"
#include "base/unicode.h"
#include "decode/decode.h"
#include "extract/body.h"
#include "extract/fields.h"
#include "extract/pager.h"
#include "extract/plain_text.h"
#include "repair/markup.h"
#include "winnow/internal/replace.h"

namespace winnow::internal {
namespace {

using extract::Fields;

constexpr std::size_t kTracedChanges = 200;
constexpr std::size_t kMostNodes = 200'000;  // more than five times those of the largest pages; 300 MB at most

void append(Trace& to, Trace from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void take(Part& part, TextRepairs repairs) {
  append(part.trace, std::move(repairs.trace));
  const std::span<const repair::Change> changes = repairs.log.changes();
  for (const repair::Change& change : changes.first(std::min(changes.size(), kTracedChanges)))
    part.trace.push_back(explain(change));
  if (changes.size() > kTracedChanges)
    part.trace.push_back({"repair", "repaired", std::to_string(changes.size() - kTracedChanges) + " more", ""});
  part.repairs = std::move(repairs);
}

// HTML 4.2.3: the first <base> with an href counts.
std::optional<Url> base_of(const Part& part) {
  const Url* url = part.url ? &*part.url : nullptr;
  for (const parse::NodeId id : part.document.all(parse::Tag::base)) {
    if (!part.document.has_attribute(id, "href")) continue;
    if (auto base = Url::parse(part.document.attribute(id, "href"), url); base && base->is_http()) return base;
    break;
  }
  return part.url;
}

// A time as a rule found it, in any of the forms that pages use; "" when it is none.
std::string rule_time(const std::string& text) {
  if (const auto stamp = parse_iso(text)) return to_iso(*stamp);
  if (const auto stamp = parse_rfc822(text)) return to_iso(*stamp);
  return extract::read_byline(text).published;
}

void set_text(Fields& fields, Field field, const std::string& value) {
  switch (field) {
    case Field::title:
      fields.title = value;
      break;
    case Field::subtitle:
      fields.subtitle = value;
      break;
    case Field::summary:
      fields.summary = value;
      break;
    case Field::source:
      fields.source = value;
      break;
    case Field::section:
      fields.section = value;
      break;
    case Field::next_page:
      fields.next_page = value;
      break;
    case Field::single_page:
      fields.single_page = value;
      break;
    case Field::published:
      if (auto t = rule_time(value); !t.empty()) fields.published_at = std::move(t);
      break;
    case Field::modified:
      if (auto t = rule_time(value); !t.empty()) fields.modified_at = std::move(t);
      break;
    default:
      break;
  }
}

// Names as a rule found them: "By Jane Doe" and 作者:周艾琳 lose what is no name.
std::vector<std::string> clean_names(const std::vector<std::string>& values) {
  std::vector<std::string> out;
  for (const std::string& value : values) {
    const extract::Byline line = extract::read_byline(value);
    const auto& names = line.authors.empty() ? line.editors : line.authors;
    if (line.all && !names.empty()) {
      out.insert(out.end(), names.begin(), names.end());
    } else {
      out.push_back(value);
    }
  }
  return out;
}

void set_list(Fields& fields, Field field, const std::vector<std::string>& values) {
  if (field == Field::authors) fields.authors = clean_names(values);
  if (field == Field::editors) fields.editors = clean_names(values);
  if (field == Field::tags) fields.tags = values;
}

// What a rule takes for a time and is none was not found.
void drop_unread_times(extract::RuleFinds& finds) {
  for (const Field field : {Field::published, Field::modified}) {
    const auto found = finds.values.find(field);
    if (found == finds.values.end() || found->second.empty() || !rule_time(found->second.front()).empty()) continue;
    finds.trace.push_back({"extract", "rules", found->second.front(), "rules " + finds.rule_set + ": that is no time"});
    finds.values.erase(found);
  }
}

// What the site's rules found wins over every witness of the page itself.
void apply_finds(Fields& fields, const extract::RuleFinds& finds) {
  for (const auto& [field, values] : finds.values) {
    if (values.empty()) continue;
    set_text(fields, field, values.front());
    set_list(fields, field, values);
  }
}

// A page that is drawn by a script may carry its text for search engines only.
void use_article_body(Part& part) {
  if (!part.body.blocks.empty() || part.fields.article_body.empty()) return;
  std::string_view rest = part.fields.article_body;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    extract::DraftBlock draft;
    draft.block.text = unicode::collapse(rest.substr(0, end));
    if (!draft.block.text.empty()) part.body.blocks.push_back(std::move(draft));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  part.trace.push_back({"extract", "body", "JSON-LD articleBody", "the page itself shows no text"});
}

void read_html(const Options& options, const extract::CompiledRules& rules, std::string_view known_title,
               std::string_view known, std::string utf8, Part& part) {
  replace(options.replace, utf8, part.trace);
  repair::Injected injected = options.repair.mirror == Mode::off ? repair::Injected{} : repair::drop_injected(utf8);
  part.document = parse::parse_owned(injected.count == 0 ? std::move(utf8) : std::move(injected.html),
                                     {.nodes = kMostNodes, .reduce = options.prefilter && !options.mark});
  if (!part.document.truncated().empty()) {
    part.trace.push_back({"parse", "cut", part.document.truncated(), "the limit of the parser"});
  }
  if (injected.count != 0) {
    part.trace.push_back({"repair", "repaired", std::to_string(injected.count) + " elements taken out",
                          "markup: empty, with random ids, as spam mirrors put them in"});
  }
  take(part, repair_document(part.document, {options.repair, {known, injected.count}, options.trace}));
  const std::optional<Url> base = base_of(part);
  const Url* base_url = base ? &*base : nullptr;
  part.finds = rules.apply(part.document, base_url);
  drop_unread_times(part.finds);
  append(part.trace, part.finds.trace);
  for (const auto& [element, name] : part.finds.drop_attributes) part.document.replace_attribute(element, name, "");
  part.fields = extract::find_fields(
      part.document, {.url = part.url ? &*part.url : nullptr, .language = options.language, .zone = options.zone});
  append(part.trace, part.fields.trace);
  apply_finds(part.fields, part.finds);
  const std::string_view title = known_title.empty() ? std::string_view(part.fields.title) : known_title;
  extract::BodyHints hints{.base = base_url,
                           .title = title,
                           .summary = part.fields.summary,
                           .article_body = part.fields.article_body,
                           .drop = part.finds.drop,
                           .only = part.finds.body,
                           .prune = part.finds.prune};
  part.body = extract::find_body(part.document, hints);
  // A further part may be empty by right: a number too high.
  if (known_title.empty() && part.body.blocks.empty() && !part.finds.body.empty()) {
    part.trace.push_back({"extract", "body", "", "rules " + part.finds.rule_set + ": what they choose holds no text"});
    part.finds.body.clear();
    hints.only = {};
    hints.prune = true;
    part.body = extract::find_body(part.document, hints);
  }
  extract::drop_pagers(part.document, part.url ? &*part.url : nullptr, base_url, part.body);
  use_article_body(part);
}

void read_text(const Options& options, std::string_view known, std::string utf8, Part& part) {
  take(part, repair_lines(utf8, {options.repair, {known, 0}, options.trace}));
  extract::PlainDraft draft = extract::read_plain_text(utf8, options.zone, options.language);
  part.fields = std::move(draft.fields);
  part.body = std::move(draft.body);
  append(part.trace, part.fields.trace);
}

}  // namespace

Part read_part(const Page& page, const Options& options, const extract::CompiledRules& rules,
               std::string_view known_title) {
  Part part;
  part.url = Url::parse(page.url);
  part.refused = decode::not_a_page(page.bytes, page.content_type);
  if (!part.refused.empty()) return part;
  const bool html = page.input == Input::html;
  decode::Text text = decode::to_text(page.bytes, page.content_type, options.encoding, html);
  part.encoding = std::move(text.encoding);
  append(part.trace, std::move(text.trace));
  if (html) {
    read_html(options, rules, known_title, page.known, std::move(text.utf8), part);
  } else {
    read_text(options, page.known, std::move(text.utf8), part);
  }
  return part;
}

}  // namespace winnow::internal
