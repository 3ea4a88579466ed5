// winnow site test [NAME...]: each site's saved pages against its expectations, offline. Exit statuses: 0 all hold
// (with
// --update: or do now), 1 some do not, 3 the configuration is wrong.
#include <unistd.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/clean_jobs.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/difference_report.h"
#include "app/saved_page.h"
#include "app/session.h"
#include "site/expectations.h"
#include "site/site_edit.h"

namespace winnow::app {
namespace {

// One test, and what came of it.
struct Case {
  const site::Site* site = nullptr;
  std::size_t number = 0;                  // in the file
  std::shared_ptr<const Options> options;  // shared: as jobs want them
  std::string fault = {};                  // why there is no article
  Article article = {};
  std::vector<site::Difference> differences = {};

  [[nodiscard]] const site::PageTest& test() const { return site->tests[number]; }
  [[nodiscard]] bool waits() const { return test().page.empty(); }
  [[nodiscard]] bool expects_nothing() const {
    return test().equal.empty() && test().has.empty() && test().lacks.empty();
  }
  [[nodiscard]] bool failed() const { return !fault.empty() || !differences.empty(); }
};

std::vector<Case> cases_of(const std::vector<site::Site>& sites) {
  std::vector<Case> cases;
  for (const site::Site& site : sites) {
    const auto options = std::make_shared<const Options>(site.options);
    for (std::size_t n = 0; n < site.tests.size(); ++n) cases.push_back({&site, n, options});
  }
  return cases;
}

std::optional<crawl::CleanJob> job_of(Case& one) {
  if (one.waits()) return std::nullopt;
  auto bytes = read_page(one.test().page);
  if (!bytes) {
    one.fault = bytes.error().text;
    return std::nullopt;
  }
  crawl::CleanJob job{.options = one.options, .parts = {}, .known = {}, .lines = nullptr};
  job.parts.push_back({std::move(*bytes), one.test().url, {}, {}});
  return job;
}

void judge(Case& one, crawl::CleanDone done) {
  if (!done.killed.empty()) {
    one.fault = done.killed;
  } else if (!done.reading.refused.empty()) {
    one.fault = "no article: " + done.reading.refused;
  } else {
    one.article = std::move(done.reading.article);
    one.differences = site::differences(one.article, one.test());
  }
}

void report(const Case& one, bool paint) {
  const std::string name = one.site->name + "  ";
  if (one.waits()) return print("wait  " + name + one.test().url + ": no page of it is saved\n");
  const std::string page = name + shown_path(one.test().page);
  if (!one.failed() && one.expects_nothing())
    return print("new   " + page + ": nothing is expected of it yet; --update writes down what is found\n");
  print((one.failed() ? "FAIL  " : "ok    ") + page + "\n");
  if (!one.fault.empty()) print("      " + one_line(one.fault) + "\n");
  for (const site::Difference& difference : one.differences) print(difference_report(difference, 6, paint));
}

Result<void> update_file(const std::string& file, const std::vector<site::Renewal>& renewals) {
  auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  auto edited = site::replace_expectations(*text, file, renewals);
  if (!edited) return tl::unexpected(edited.error());
  std::error_code failed;
  const auto target = std::filesystem::canonical(file, failed);  // a link stays one
  return write_file(failed ? file : target.string(), *edited);
}

// Writes into the site files what was found. False, after a complaint, where a file can't be changed.
bool update(const std::vector<Case>& cases) {
  std::map<std::string, std::vector<site::Renewal>> by_file;
  for (const Case& one : cases) {
    if (one.waits() || !one.fault.empty() || (!one.failed() && !one.expects_nothing())) continue;
    by_file[one.site->file].push_back({one.number, site::renewed(one.test(), one.article)});
  }
  bool all = true;
  for (const auto& [file, renewals] : by_file) {
    const auto updated = update_file(file, renewals);
    if (!updated) complain(updated.error().text);
    all = all && updated;
    const std::string count = std::to_string(renewals.size()) + (renewals.size() == 1 ? " test" : " tests");
    if (updated) print("updated " + shown_path(file) + ": what " + count + " expected\n");
  }
  return all;
}

int finish(const std::vector<Case>& cases, bool with_update) {
  std::size_t pages = 0, failed = 0, faults = 0, waiting = 0;
  const bool paint = colour(STDOUT_FILENO);
  for (const Case& one : cases) {
    report(one, paint);
    pages += one.waits() ? 0 : 1;
    waiting += one.waits() ? 1 : 0;
    failed += one.failed() ? 1 : 0;
    faults += one.fault.empty() ? 0 : 1;
  }
  const bool updated = with_update && update(cases);
  print(std::to_string(pages) + (pages == 1 ? " saved page, " : " saved pages, ") + std::to_string(failed) + " failed" +
        (waiting == 0 ? "" : ", " + std::to_string(waiting) + " without a page") + "\n");
  return failed == 0 || (updated && faults == 0) ? kDone : kSomeFailed;
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
  std::vector<Case> cases = cases_of(sites);
  const int jobs = args.jobs > 0 ? args.jobs : worker_count(loaded->value.config);
  const auto run = clean_jobs(
      jobs, cases.size(), [&](std::size_t n) { return job_of(cases[n]); },
      [&](crawl::CleanDone done) { judge(cases[done.ticket], std::move(done)); });
  if (!run) {
    complain(run.error().text);
    return kSomeFailed;
  }
  return finish(cases, args.update);
}

}  // namespace winnow::app
