#include "extract/fields.h"

#include "base/time.h"
#include "extract/decide.h"
#include "extract/near_lines.h"
#include "extract/page.h"
#include "extract/people.h"
#include "extract/title.h"
#include "extract/when.h"

namespace winnow::extract {
namespace {

void append(Trace& into, Trace from) {
  for (TraceStep& step : from) into.push_back(std::move(step));
}

}  // namespace

Fields find_fields(const parse::Document& document, const FieldHints& hints) {
  const Page page(document, hints);
  const std::vector<std::string> sites = site_names(page);
  Fields fields;
  FoundTitle title = find_title(page, sites);
  fields.title = title.text;
  if (!title.text.empty()) explain(fields.trace, "title", title.won, title.witnesses);
  const std::vector<NearLine> lines = near_lines(page, title.heading);
  FoundTimes times = find_times(page, title.heading, lines);
  append(fields.trace, std::move(times.trace));
  if (times.published) fields.published_at = to_iso(*times.published);
  if (times.modified) fields.modified_at = to_iso(*times.modified);
  FoundPeople people = find_people(page, title.heading, lines, sites);
  fields.authors = std::move(people.authors);
  fields.editors = std::move(people.editors);
  fields.source = std::move(people.source);
  append(fields.trace, std::move(people.trace));
  return fields;
}

}  // namespace winnow::extract
