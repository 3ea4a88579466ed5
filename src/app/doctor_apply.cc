#include "app/doctor_apply.h"

#include "app/console.h"
#include "app/doctor_report.h"
#include "app/saved_page.h"
#include "site/add_rule_set.h"
#include "site/site_file.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

tl::unexpected<Error> refuse(const site::Site& site, const survey::Remedy& remedy, const std::string& why) {
  return fail(Code::invalid,
              site.file + ": is left as it is, since " + why + "; the proposal is\n" + proposal_text(remedy));
}

// The site's tests whose page would be read otherwise; "" where none would.
std::string changed_test(const site::Site& before, const site::Site& after) {
  const Reader old_rules(before.options), new_rules(after.options);
  for (const site::PageTest& test : before.tests) {
    if (test.page.empty()) continue;
    const auto bytes = read_page(test.page);
    if (!bytes) return bytes.error().text;
    const Page page{.bytes = *bytes, .url = test.url, .content_type = {}, .fetched_at = {}};
    const Reading old_reading = old_rules.read(page), new_reading = new_rules.read(page);
    if (old_reading.article != new_reading.article || old_reading.refused != new_reading.refused) return test.page;
  }
  return {};
}

}  // namespace

Result<void> apply_remedy(const site::Site& site, const survey::Remedy& remedy, std::string_view defaults) {
  auto text = read_file(site.file);
  if (!text) return tl::unexpected(text.error());
  const site::Loaded<site::Site> alone = site::parse_site(*text, site.file);
  if (alone.value.options.rules.empty() && !site.options.rules.empty())
    return refuse(site, remedy, "the site's rules stand under 'defaults' in winnow.yaml");
  for (std::size_t i = remedy.sets.size(); i-- > 0;) {
    auto more = site::add_rule_set(*text, remedy.sets[i], comments_of(remedy, i));
    if (!more) return fail(Code::invalid, site.file + ": is left as it is: " + more.error().text);
    text = std::move(more);
  }
  const site::Loaded<site::Site> loaded = site::parse_site(*text, site.file, defaults);
  if (!loaded.faults.empty()) return refuse(site, remedy, "it would have a fault then: " + loaded.faults.front().str());
  if (const std::string changed = changed_test(site, loaded.value); !changed.empty())
    return refuse(site, remedy, "a test of the site would be read otherwise: " + changed);
  return write_file(site.file, *text);
}

}  // namespace winnow::app
