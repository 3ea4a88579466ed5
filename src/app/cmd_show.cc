// `winnow show`: one stored article, by its id, a beginning of it, its URL or its path. Exit statuses: 0, 1 no such
// article, 2 several have ids that begin so, 5 the store can't be used.
#include <filesystem>

#include "app/clean_report.h"
#include "app/console.h"
#include "app/session.h"
#include "app/stored.h"
#include "crawl/site_memory.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

// A path as the shell completes it, made relative to the store; anything else as it is.
std::string in_store(const Globals& globals, const std::string& name) {
  std::error_code failed;
  if (!name.ends_with(".json") || !std::filesystem::exists(name, failed)) return name;
  const auto directory = store_directory(globals);
  if (!directory) return name;
  const auto relative = std::filesystem::relative(name, *directory, failed);
  return failed || relative.empty() || *relative.begin() == ".." ? name : relative.string();
}

// The rules by which the site's pages are cleaned today; those of no site where its file is gone or wrong.
Options options_of(const Globals& globals, const std::string& site) {
  Options options;
  options.site = site;
  if (const auto loaded = load(globals)) {
    for (const site::Site& one : loaded->value.sites) {
      if (one.name == site) options = one.options;
    }
  }
  options.trace = true;
  return options;
}

// What was noted when the article was stored.
void explain_stored(const Article& article) {
  for (const Removed& removed : article.removed) {
    complain("removed: " + std::string(name_of(removed.kind)) + ": " + removed.text +
             (removed.why.empty() ? "" : " (" + removed.why + ")"));
  }
  for (const Repair& repair : article.repairs)
    complain("repaired: " + repair.kind + ": " + std::to_string(repair.count));
}

// Cleans the kept page again, step by step.
void explain(const Globals& globals, const store::Stores& stores, const Article& article) {
  const auto kept = stores.articles->raw(article.id);
  if (!kept) {
    complain(kept.error().text + "; this was noted when it was cleaned");
    return explain_stored(article);
  }
  const Reader reader(options_of(globals, article.site));
  const auto lines = crawl::site_memory(*stores.state, *stores.articles, article.site);
  if (!lines) complain(lines.error().text + "; what the site repeats is not known");
  const std::vector<crawl::PartPage> parts = kept_parts(article, *kept);
  const std::string memory = lines.value_or("");  // the pages are views of it and of the parts
  std::vector<Page> pages;
  for (const crawl::PartPage& part : parts)
    pages.push_back({part.bytes, part.url, part.content_type, part.fetched_at, Input::html, {}, memory});
  const Reading reading = reader.read(pages);
  print_explanation(reading.trace);
  if (!reading.refused.empty()) complain("today's rules find no article: " + reading.refused);
}

}  // namespace

int run_show(const Globals& globals, const ShowArgs& args) {
  const auto stores = stores_for_reading(globals);
  if (!stores) {
    complain(stores.error().text);
    return exit_of(stores.error());
  }
  const auto article = stores->articles->get(in_store(globals, args.id));
  if (!article) return refuse(article.error());
  if (args.explain) explain(globals, *stores, *article);
  print(formatted(*article, args.format));
  return flush_output() ? kDone : kSomeFailed;
}

}  // namespace winnow::app
