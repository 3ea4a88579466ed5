// winnow site add URL: looks at a site, or at saved pages of it, and writes its site file. Exit statuses: 0 done, or
// not wanted; 1 no site file can be made or written, 2 wrong usage, 3 the configuration is wrong, 4 nothing could be
// fetched, 130 interrupted: nothing is written then.
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <optional>
#include <system_error>
#include <utility>

#include "app/columns.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/log.h"
#include "app/polite.h"
#include "app/service.h"
#include "app/session.h"
#include "app/status_line.h"
#include "app/survey_draft.h"
#include "app/survey_look.h"
#include "app/survey_report.h"
#include "app/survey_saved.h"
#include "app/survey_table.h"
#include "app/survey_write.h"
#include "fetch/address.h"
#include "fetch/curl_fetcher.h"
#include "site/site_text.h"
#include "survey/survey.h"

namespace winnow::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kWide = 100;  // columns where no terminal says

fetch::Fetcher* fetcher_to_wake = nullptr;  // for the signal handler
void wake() {
  if (fetcher_to_wake != nullptr) fetcher_to_wake->wake();
}

// "news.example.com" is meant as https. Nothing where it is no web address.
std::optional<std::string> home_of(const std::string& text) {
  const auto url = Url::parse(text.find("://") == std::string::npos ? "https://" + text : text);
  return url && url->is_http() && !url->hostname().empty() ? std::optional(url->href()) : std::nullopt;
}

std::string usage_fault(const SiteAddArgs& args) {
  if (!home_of(args.url)) return "'" + args.url + "': no web address; give the site's front page";
  if (!args.from.empty() && !args.manifest.empty()) return "give --from or --manifest, not both";
  if (!args.name.empty() && site::site_name(args.name) != args.name)
    return "--name '" + args.name + "': use lower-case letters, digits, '-', '_' and '.', 64 at most";
  for (const std::string& cidr : args.allow_addresses) {
    if (const auto good = fetch::check_cidr(cidr); !good) return "--allow-address: " + good.error().text;
  }
  const auto time = parse_duration(args.time);
  if (!time || *time <= Millis(0)) return "--time '" + args.time + "': use a duration such as 30m";
  const fs::path report = fs::path(args.report).parent_path();
  std::error_code error;
  if (!report.empty() && !fs::is_directory(report, error))
    return "--report " + args.report + ": there is no folder " + report.string();
  if (!args.yes && !args.dry_run && ::isatty(STDIN_FILENO) != 1)
    return "standard input is no terminal to answer on; give --yes to write without asking, or --dry-run to look only";
  return "";
}

// One run of the command.
class Add {
 public:
  Add(const SiteAddArgs& args, const site::Configuration& configuration)
      : args_(args), configuration_(configuration), base_(base_site()), survey_(base_.home, base_, limits()) {}

  int run() {
    if (auto free = check_name(args_.name.empty() ? survey_.findings().site.name : args_.name); !free)
      return failed(free.error().text);
    if (const int status = see(); status != kDone) return status;
    findings_ = survey_.findings();
    if (!args_.name.empty()) findings_.site.name = args_.name;
    if (!findings_.trouble.empty()) return failed(base_.home + ": " + findings_.trouble + remedy());
    const std::string& name = findings_.site.name;
    if (auto free = check_name(name); !free) return failed(free.error().text);
    const fs::path file = file_of(name);
    const SurveyDraft draft = survey_draft(findings_, file.string(), configuration_.defaults);
    if (!draft.fault.empty()) return failed(draft.fault + " (the file was made by winnow: this is a fault of it)");
    if (const int status = show(draft, file); status != kDone) return status;
    if (args_.dry_run) print(draft.yaml);
    return args_.dry_run || !(args_.yes || is_wanted(file)) ? kDone : write(draft, file);
  }

 private:
  [[nodiscard]] site::Site base_site() const {
    constexpr std::string_view kNobody = "site: a\nhome: https://a.example/\n";
    site::Site base = site::parse_site(kNobody, configuration_.config.file, configuration_.defaults).value;
    base.name.clear();
    base.options.site.clear();
    base.home = home_of(args_.url).value();
    auto& allowed = base.manners.allow_addresses;
    allowed.insert(allowed.end(), args_.allow_addresses.begin(), args_.allow_addresses.end());
    return base;
  }

  [[nodiscard]] survey::Limits limits() const { return {.requests = static_cast<std::size_t>(args_.budget)}; }

  [[nodiscard]] fs::path file_of(const std::string& name) const {
    const fs::path folder = args_.out.empty() ? sites_folder(configuration_.config) : fs::path(args_.out);
    return folder / (name + ".yaml");
  }

  // "" is not known yet.
  [[nodiscard]] Result<void> check_name(const std::string& name) const {
    return name.empty() || args_.dry_run ? Result<void>() : check_free(name, file_of(name), configuration_.sites);
  }

  [[nodiscard]] std::string remedy() const {
    if (!args_.from.empty())
      return "; where pages don't say their own addresses, a manifest.tsv beside them can (id, path and URL, tabs "
             "between)";
    return args_.manifest.empty() ? "; try a section's address, a larger --budget, or pages saved by hand with --from"
                                  : "";
  }

  static int failed(const std::string& what) {
    complain(one_line(what));
    return kSomeFailed;
  }

  int see() { return args_.from.empty() && args_.manifest.empty() ? see_site() : see_saved(); }

  int see_saved() {
    auto pages = args_.from.empty() ? pages_of_manifest(args_.manifest) : pages_of_folder(args_.from, base_.home);
    if (!pages) return failed(pages.error().text);
    for (survey::Answer& page : *pages) survey_.add(std::move(page));
    return kDone;
  }

  int see_site() {
    const site::Config& config = configuration_.config;
    const auto fetcher = fetch::make_curl_fetcher({.connections = 1, .ca_file = {}});
    fetcher_to_wake = fetcher.get();
    Looked looked;
    bool over = false;
    {
      const Service service(wake);
      StatusLine out;
      Polite polite(*fetcher, {base_, user_agent(config), config.proxy, parse_duration(args_.time).value()});
      looked = look(survey_, polite, out, Url::parse(base_.home)->host());
      over = polite.over();
    }
    fetcher_to_wake = nullptr;
    if (Service::stopping()) {
      complain("interrupted; nothing is written");
      return kInterrupted;
    }
    if (over) complain("the time is up (--time " + args_.time + ")");
    if (looked.answers > 0) return kDone;
    const bool address = looked.failure.find("'allow_addresses'") != std::string::npos;
    complain(looked.failure.empty() ? base_.home + ": nothing could be fetched"
                                    : looked.failure + (address ? " (here: with --allow-address)" : ""));
    return kNothingFetched;
  }

  // The table, and the report where one is asked for.
  int show(const SurveyDraft& draft, const fs::path& file) const {
    Options options = draft.site.options;
    options.mark = !args_.report.empty();
    const std::vector<ReadPage> pages = read_pages(findings_, options);
    const std::string table = survey_table(findings_, pages, terminal_columns(kWide));
    std::cerr << table;
    if (args_.report.empty()) return kDone;
    const std::string name = shown_path(file.string());
    const auto written = write_file(args_.report, survey_report({findings_, pages, name, draft.yaml}));
    if (!written) return failed(written.error().text);
    std::cerr << "The report: " << fs::absolute(args_.report).string() << "\n\n";
    return kDone;
  }

  static bool is_wanted(const fs::path& file) {
    std::cerr << "Write " << shown_path(file.string()) << "? [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
  }

  int write(const SurveyDraft& draft, const fs::path& file) const {
    if (auto written = write_draft(draft, file); !written) return failed(written.error().text);
    print(shown_path(file.string()) + "\n");
    const bool configured = is_configured(configuration_.config, file);
    const std::string site = configured ? draft.site.name : shown_path(file.string());
    std::cerr << "Next: winnow site test " << site << "; winnow crawl " << site << "\n";
    if (!configured) std::cerr << "No configuration names the file; `winnow daemon` needs one that does.\n";
    return kDone;
  }

  const SiteAddArgs& args_;
  const site::Configuration& configuration_;
  site::Site base_;
  survey::Survey survey_;
  survey::Findings findings_;
};

}  // namespace

int run_site_add(const Globals& globals, const SiteAddArgs& args) {
  if (const std::string fault = usage_fault(args); !fault.empty()) {
    complain(fault);
    return kUsage;
  }
  auto loaded = load(globals);
  if (!loaded) {
    complain(loaded.error().text);
    return kBadConfig;
  }
  complain(loaded->faults);
  // What is wrong in other sites' files is told and no hindrance.
  for (const site::Fault& fault : loaded->faults) {
    if (fault.file == loaded->value.config.file) return kBadConfig;
  }
  (void)log::set_up(globals.log_level.empty() ? loaded->value.config.log_level : globals.log_level, {});
  return Add(args, loaded->value).run();
}

}  // namespace winnow::app
