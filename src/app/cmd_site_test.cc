// winnow site test [NAME...]: each site's saved pages against its expectations, offline.
#include <algorithm>
#include <map>

#include "app/commands.h"
#include "app/console.h"
#include "app/session.h"
#include "base/json.h"
#include "base/utf8.h"
#include "store/raw_page.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

// The fields of an expectation whose names in the article differ.
std::string article_key(const std::string& name) {
  static const std::map<std::string, std::string> kKeys = {
      {"published", "published_at"}, {"modified", "modified_at"}, {"body", "text"}};
  const auto found = kKeys.find(name);
  return found == kKeys.end() ? name : found->second;
}

// A field as one text; names of a list are joined with ", ".
std::string field_text(const Json& article, const std::string& name) {
  const Json& value = article[article_key(name)];
  if (!value.is_array()) return value.string();
  std::string out;
  for (const Json& item : value.array()) out += (out.empty() ? "" : ", ") + item.string();
  return out;
}

std::string shown(const std::string& text) { return text.empty() ? "nothing" : "\"" + utf8::shorten(text, 120) + "\""; }

Result<std::string> page_bytes(const std::string& file) {
  auto bytes = read_file(file);
  if (!bytes || !file.ends_with(".zst")) return bytes;
  constexpr std::size_t kMostBytes = 64 << 20;
  return store::decompress(*bytes, kMostBytes, file);
}

// What differs from the expectations, a line each.
std::vector<std::string> differences(const Reader& reader, const site::PageTest& test) {
  const auto bytes = page_bytes(test.page);
  if (!bytes) return {bytes.error().text};
  const Reading reading = reader.read(Page{*bytes, test.url, {}, {}, Input::html});
  std::vector<std::string> out;
  if (!reading.refused.empty()) out.push_back("no article: " + reading.refused);
  const Json article = Json::parse(to_json(reading.article)).value_or(Json());
  for (const auto& [name, expected] : test.equal) {
    const std::string found = field_text(article, name);
    if (found != expected) out.push_back(name + ": expected " + shown(expected) + ", found " + shown(found));
  }
  const std::string& text = reading.article.text;
  for (const std::string& has : test.has) {
    if (text.find(has) == text.npos) out.push_back("text: " + shown(has) + " is missing");
  }
  for (const std::string& lacks : test.lacks) {
    if (text.find(lacks) != text.npos) out.push_back("text: " + shown(lacks) + " should not be there");
  }
  return out;
}

struct Tally {
  std::size_t pages = 0, failed = 0, waiting = 0;
};

void test_site(const site::Site& site, Tally& tally) {
  const Reader reader(site.options);
  for (const site::PageTest& test : site.tests) {
    if (test.page.empty()) {
      print("wait  " + site.name + "  " + test.url + ": no page of it is saved\n");
      ++tally.waiting;
      continue;
    }
    const std::vector<std::string> lines = differences(reader, test);
    print((lines.empty() ? "ok    " : "FAIL  ") + site.name + "  " + test.page + "\n");
    for (const std::string& line : lines) print("      " + line + "\n");
    ++tally.pages;
    tally.failed += lines.empty() ? 0 : 1;
  }
}

}  // namespace

int run_site_test(const Globals& globals, const SiteTestArgs& args) {
  auto loaded = load(globals);
  if (!loaded) {
    complain(loaded.error().text);
    return kBadConfig;
  }
  if (args.names.empty()) complain(loaded->faults);
  if (args.names.empty() && !loaded->faults.empty()) return kBadConfig;
  const auto sites = args.names.empty() ? loaded->value.sites : pick_sites(*loaded, args.names);
  if (!args.names.empty() && sites.empty()) return kBadConfig;
  Tally tally;
  for (const site::Site& site : sites) test_site(site, tally);
  const std::string waiting = tally.waiting == 0 ? "" : ", " + std::to_string(tally.waiting) + " without a page";
  print(std::to_string(tally.pages) + " saved pages, " + std::to_string(tally.failed) + " failed" + waiting + "\n");
  return tally.failed == 0 ? kDone : kSomeFailed;
}

}  // namespace winnow::app
