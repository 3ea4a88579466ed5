// Rules for a changed template, from pages of strangers: any bytes give a remedy or its reason; its rules hold no
// fault, can stand in a site file, and leave what is read of the old pages.
#include "survey/remedy.h"

#include <string>
#include <vector>

#include "fuzz/check.h"
#include "site/add_rule_set.h"
#include "winnow/winnow.h"

using namespace winnow;

// The first line is the old rule of the body; the rest is cut at form feeds into pages, the first half of them old.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [body, pages] = fuzz::first_line(fuzz::text_of(data, size));
  std::vector<survey::Sample> samples;
  for (std::size_t at = 0; at <= pages.size() && samples.size() < 8;) {
    const std::size_t end = std::min(pages.find('\f', at), pages.size());
    const std::string number = std::to_string(samples.size());
    samples.push_back(
        {"https://news.example/2025/03/" + number + ".html", "text/html", std::string(pages.substr(at, end - at)), {}});
    at = end + 1;
  }
  const std::span all(samples);
  const auto before = all.first(all.size() / 2), since = all.subspan(all.size() / 2);
  Options options;
  options.rules = {{"v1", "", {{Field::body, {.places = {{.css = std::string(body)}}}}}, {}}};
  const survey::Remedy remedy = survey::find_remedy(before, since, options);
  fuzz::require(remedy.needless == (remedy.trouble.empty() && remedy.sets.empty()), "a remedy, or why there is none");
  fuzz::require_utf8(remedy.trouble);
  Options repaired = options;
  repaired.rules.insert(repaired.rules.begin(), remedy.sets.begin(), remedy.sets.end());
  fuzz::require(check(repaired).size() == check(options).size(), "what is proposed is no fault");
  for (const RuleSet& set : remedy.sets)
    fuzz::require(site::add_rule_set("site: a\nrules:\n  - body: p\n", set).has_value(), "it can stand in a site file");
  return 0;
}
