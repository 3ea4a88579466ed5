// Site files and winnow.yaml: any text gives a value or faults with a place; a good value that is written is read
// again.
#include "site/site_file.h"

#include <string>

#include "fuzz/check.h"
#include "site/add_rule_set.h"
#include "site/site_edit.h"
#include "site/site_text.h"
#include "site/yaml.h"

using namespace winnow;

namespace {

void check(const std::vector<site::Fault>& faults) {
  for (const site::Fault& fault : faults) {
    fuzz::require(!fault.text.empty() && fault.str().starts_with("a.yaml"), "a fault has a text and names the file");
    fuzz::require(fault.line >= 0 && fault.column >= 0, "a fault's place is in the file");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto site = site::parse_site(text, "a.yaml");
  check(site.faults);
  fuzz::require(!site.faults.empty() || !site.value.name.empty(), "a good site has a name");
  if (site.faults.empty() && utf8::valid(text)) {
    const auto again = site::parse_site(site::site_text(site.value), "a.yaml");
    fuzz::require(again.faults.empty() && again.value == site.value, "what is written is what is read");
  }
  const RuleSet set{.name = "new", .when_exists = "main", .fields = {}, .remove = {{.css = "a"}}};
  if (const auto added = site::add_rule_set(text, set)) {
    const auto more = site::parse_site(*added, "a.yaml");
    fuzz::require(more.faults.size() == site.faults.size(), "a further rule set is no fault");
    fuzz::require(more.value.options.rules.front() == set, "and it is the first");
  }
  std::string defaults;
  check(site::parse_config(text, "a.yaml", &defaults).faults);
  check(site::parse_site("site: a\ndiscover: {feeds: ['https://a.example/f']}\n", "a.yaml", defaults).faults);
  if (const auto tree = site::parse_yaml(text)) (void)site::to_yaml(*tree);
  const std::vector<site::Renewal> renewals{{0, {.equal = {{"title", "A: b"}}, .has = {"it's", "- c"}}}};
  if (const auto edited = site::replace_expectations(text, "a.yaml", renewals)) {
    const auto again = site::parse_site(*edited, "a.yaml").value.tests;
    fuzz::require(!again.empty() && again[0].has == renewals[0].expected.has, "what is changed is what is read");
  }
  return 0;
}
