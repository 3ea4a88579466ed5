#include "extract/fields.h"

#include "base/time.h"
#include "base/utf8.h"
#include "extract/about.h"
#include "extract/decide.h"
#include "extract/near_lines.h"
#include "extract/page.h"
#include "extract/people.h"
#include "extract/site_name.h"
#include "extract/title.h"
#include "extract/when.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kTraced = 200;       // bytes of a value in the trace
constexpr std::size_t kSample = 32 << 10;  // bytes of text by which language, tags and summary are judged

void append(Trace& into, Trace from) {
  for (TraceStep& step : from) into.push_back(std::move(step));
}

std::string settled(Trace& trace, std::string_view field, const std::vector<Witness>& all) {
  const Witness* won = best_of(all);
  if (!won) return {};
  explain(trace, field, *won, all);
  return won->value;
}

std::vector<std::string> settled(Trace& trace, std::string_view field, FoundList found) {
  std::string joined;
  for (const std::string& value : found.values) joined += (joined.empty() ? "" : ", ") + value;
  if (!joined.empty())
    trace.push_back({"extract", std::string(field), utf8::shorten(joined, kTraced), std::move(found.from)});
  return std::move(found.values);
}

void add_times(Fields& fields, FoundTimes times) {
  if (times.published) fields.published_at = to_iso(*times.published);
  if (times.modified) fields.modified_at = to_iso(*times.modified);
  append(fields.trace, std::move(times.trace));
}

void add_people(Fields& fields, FoundPeople people) {
  fields.authors = std::move(people.authors);
  fields.editors = std::move(people.editors);
  fields.source = std::move(people.source);
  append(fields.trace, std::move(people.trace));
}

void add_about(Fields& fields, const Page& page, parse::NodeId heading) {
  const std::string text = fields.title + "\n" + article_text(page, heading, kSample);
  fields.language = settled(fields.trace, "language", std::vector<Witness>{decide_language(page, text)});
  fields.breadcrumb = settled(fields.trace, "breadcrumb", find_breadcrumb(page, heading, fields.title));
  fields.section = settled(fields.trace, "section", find_section(page, fields.breadcrumb));
  fields.tags = settled(fields.trace, "tags", find_tags(page, text));
  fields.summary = settled(fields.trace, "summary", find_summary(page, fields.title, text));
  fields.subtitle = settled(fields.trace, "subtitle", std::vector<Witness>{find_subtitle(page, heading, fields.title)});
  fields.images = find_images(page);
  fields.canonical_url = settled(fields.trace, "canonical_url", find_canonical(page));
  fields.article_body = find_article_body(page);
  fields.next_page = settled(fields.trace, "next_page", std::vector<Witness>{{find_next_page(page), "link", 80}});
}

}  // namespace

Fields find_fields(const parse::Document& document, const FieldHints& hints) {
  const Page page(document, hints);
  const std::vector<std::string> sites = site_names(page);
  Fields fields;
  FoundTitle title = find_title(page, sites);
  fields.title = title.text;
  fields.site_name = stated_site_name(page);
  if (!title.text.empty()) explain(fields.trace, "title", title.won, title.witnesses);
  const std::vector<NearLine> lines = near_lines(page, title.heading);
  add_times(fields, find_times(page, title.heading, lines));
  add_people(fields, find_people(page, title.heading, lines, sites));
  add_about(fields, page, title.heading);
  return fields;
}

}  // namespace winnow::extract
