#include "app/stored.h"

#include "app/console.h"
#include "app/session.h"
#include "base/json.h"
#include "base/unicode.h"
#include "winnow/format.h"

namespace winnow::app {
namespace {

std::string line_of(const store::Entry& entry) {
  const std::string& when = entry.published_at.empty() ? entry.fetched_at : entry.published_at;
  return entry.id + "\t" + unicode::collapse(one_line(when)) + "\t" + entry.site + "\t" +
         unicode::collapse(one_line(entry.title)) + "\n";
}

std::string json_of(const store::Entry& entry) {
  Json row(Json::Object{});
  const std::pair<const char*, const std::string&> fields[] = {{"id", entry.id},
                                                               {"site", entry.site},
                                                               {"path", entry.path},
                                                               {"url", entry.url},
                                                               {"title", entry.title},
                                                               {"published_at", entry.published_at},
                                                               {"fetched_at", entry.fetched_at},
                                                               {"content_hash", entry.content_hash}};
  for (const auto& [name, value] : fields) {
    if (!value.empty()) row.set(name, value);
  }
  return row.dump() + "\n";
}

}  // namespace

Result<store::Stores> stores_for_reading(const Globals& globals) {
  auto stores = open_for_reading(globals);
  if (stores && !stores->notice.empty()) complain(stores->notice);
  return stores;
}

int refuse(const Error& error) {
  complain(error.text);
  switch (error.code) {
    case Code::invalid:
      return kUsage;
    case Code::not_found:
      return kSomeFailed;
    default:
      return kStoreFailed;
  }
}

int print_entries(const Globals& globals, const store::Query& query, bool json) {
  const auto stores = stores_for_reading(globals);
  if (!stores) {
    complain(stores.error().text);
    return exit_of(stores.error());
  }
  const auto entries = stores->articles->find(query);
  if (!entries) return refuse(entries.error());
  for (const store::Entry& entry : *entries) print(json ? json_of(entry) : line_of(entry));
  return flush_output() ? kDone : kSomeFailed;
}

std::vector<crawl::PartPage> kept_parts(const Article& article, std::vector<store::RawPage> pages) {
  const std::string known = article.encoding.empty() ? "text/html" : "text/html; charset=" + article.encoding;
  std::vector<crawl::PartPage> parts;
  for (store::RawPage& page : pages) {
    parts.push_back({std::move(page.bytes), page.url.empty() ? article.url : std::move(page.url),
                     page.content_type.value_or(known), article.fetched_at});
  }
  return parts;
}

std::string formatted(const Article& article, std::string_view format) {
  std::string text = format == "json"       ? to_json(article, JsonStyle::pretty)
                     : format == "jsonl"    ? to_json(article, JsonStyle::line)
                     : format == "markdown" ? to_markdown(article)
                                            : to_text(article);
  if (!text.ends_with('\n')) text += '\n';
  return text;
}

}  // namespace winnow::app
