#include "app/cli.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <sstream>

#include "app/commands.h"
#include "app/console.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

constexpr int kMostEntries = 1'000'000;
constexpr int kMostRequests = 1000;

// A command line being read: the global options, and what to run once it is read.
struct Line {
  CLI::App app{"Crawls news sites and stores clean articles.", "winnow"};
  Globals globals;
  std::function<int()> chosen;

  // A subcommand whose arguments live as long as the line.
  template <class Args>
  std::pair<CLI::App*, std::shared_ptr<Args>> add(CLI::App& parent, const char* name, const char* help,
                                                  int (*run_it)(const Globals&, const Args&)) {
    auto args = std::make_shared<Args>();
    CLI::App* sub = parent.add_subcommand(name, help);
    sub->callback([this, args, run_it] { chosen = [this, args, run_it] { return run_it(globals, *args); }; });
    return {sub, args};
  }
};

void add_text_commands(Line& line) {
  {
    auto [sub, args] = line.add<CleanArgs>(line.app, "clean", "HTML in, article out", run_clean);
    sub->add_option("FILE", args->files, "pages; '-' or nothing is standard input");
    sub->add_option("--input", args->input, "what the input is")->check(CLI::IsMember({"html", "text"}));
    sub->add_option("--url", args->url, "where the page was fetched");
    sub->add_option("--content-type", args->content_type, "its Content-Type header");
    sub->add_option("--site", args->site, "a site file, for its rules");
    sub->add_option("--format", args->format, "json, jsonl, markdown or text")
        ->check(CLI::IsMember({"json", "jsonl", "markdown", "text"}));
    sub->add_flag("--explain", args->explain, "say on standard error what each step did and why");
    sub->add_option("--explain-html", args->explain_html, "write the page with kept and dropped blocks marked");
    auto* manifest = sub->add_option("--manifest", args->manifest, "many pages: a line id<TAB>path<TAB>url each");
    auto* out = sub->add_option("--out", args->out, "folder for {id}.json, with --manifest");
    manifest->needs(out), out->needs(manifest);
    sub->add_option("--jobs", args->jobs, "worker processes, with --manifest")->check(CLI::Range(1, 256));
  }
  {
    auto [sub, args] = line.add<RepairArgs>(line.app, "repair", "text in, repaired text out", run_repair);
    sub->add_option("FILE", args->files, "texts; '-' or nothing is standard input");
    sub->add_flag("--jsonl", args->jsonl, "one JSON document a line: its 'text' repaired, 'changes' added");
    sub->add_flag("--explain", args->explain, "say on standard error what was changed and why");
  }
  {
    auto [sub, args] = line.add<DecodeArgs>(line.app, "decode", "bytes in, UTF-8 out", run_decode);
    sub->add_option("FILE", args->files, "files; '-' or nothing is standard input");
    sub->add_flag("--label", args->label, "print FILE<TAB>ENCODING instead");
    sub->add_option("--content-type", args->content_type, "the Content-Type header");
  }
}

void add_crawl_commands(Line& line) {
  {
    auto [sub, args] = line.add<CrawlArgs>(line.app, "crawl", "one pass over these sites, now", run_crawl);
    sub->add_option("SITE", args->sites, "a site's name or its file")->required();
    sub->add_flag("--again", args->again, "clean the kept pages again, without fetching");
  }
  line.add<DaemonArgs>(line.app, "daemon", "run until SIGTERM, visiting every enabled site", run_daemon);
  {
    auto [sub, args] = line.add<StatusArgs>(line.app, "status", "what the daemon does now", run_status);
    sub->add_flag("--json", args->json, "as JSON");
    sub->add_flag("--metrics", args->metrics, "what the daemon has counted, as Prometheus reads it");
  }
}

void add_site_add(Line& line, CLI::App* site) {
  auto [sub, args] = line.add<SiteAddArgs>(*site, "add", "look at a site and write its site file", run_site_add);
  sub->add_option("URL", args->url, "the site's front page")->required();
  sub->add_option("--name", args->name, "the site's name (default: made of its host)");
  sub->add_option("--out", args->out, "the folder of the site file (default: the configuration's, else sites)");
  sub->add_flag("--yes", args->yes, "write without asking");
  sub->add_flag("--dry-run", args->dry_run, "print the site file, write nothing");
  sub->add_option("--report", args->report, "write pages and articles side by side, for a browser");
  sub->add_option("--from", args->from, "look at the saved pages of this folder instead");
  sub->add_option("--manifest", args->manifest, "look at saved pages: a line id<TAB>path<TAB>url each");
  sub->add_option("--budget", args->budget, "requests at most (default: 80)")->check(CLI::Range(1, kMostRequests));
  sub->add_option("--time", args->time, "how long at most (default: 15m)");
  sub->add_option("--allow-address", args->allow_addresses, "a CIDR of private addresses that may be asked")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
}

void add_site_commands(Line& line) {
  CLI::App* site = line.app.add_subcommand("site", "site files: add, check, test, doctor, import");
  site->require_subcommand(1);
  add_site_add(line, site);
  {
    auto [sub, args] = line.add<SiteCheckArgs>(*site, "check", "validate site files", run_site_check);
    sub->add_option("FILE", args->files, "site files; nothing: those of the configuration");
  }
  {
    auto [sub, args] = line.add<SiteTestArgs>(*site, "test", "saved pages against their expectations", run_site_test);
    sub->add_option("NAME", args->names, "sites by name or file; nothing: all");
    sub->add_option("--jobs", args->jobs, "worker processes (default: one a core)")->check(CLI::Range(1, 256));
    sub->add_flag("--update", args->update,
                  "write what is found into the site files, where it is not what they expect");
  }
  {
    auto [sub, args] =
        line.add<SiteDoctorArgs>(*site, "doctor", "which rules have stopped working, and a proposal", run_site_doctor);
    sub->add_option("NAME", args->names, "sites by name or file; nothing: all");
    sub->add_flag("--apply", args->apply, "put the proposal into the site file, above the rules that are there");
    sub->add_flag("--json", args->json, "a line of JSON for each site");
  }
  {
    auto [sub, args] =
        line.add<SiteImportArgs>(*site, "import", "site files of full-text-RSS, and OPML", run_site_import);
    sub->add_option("FILE", args->files, "HOST.txt of full-text-RSS, or OPML")->required();
    sub->add_option("--out", args->out, "the folder of the site files (default: sites)");
  }
  line.add<CheckConfigArgs>(line.app, "check-config", "validate everything without running", run_check_config);
}

void add_look_commands(Line& line) {
  {
    auto [sub, args] = line.add<FeedArgs>(line.app, "feed", "what a feed or sitemap holds, as JSON lines", run_feed);
    sub->add_option("SOURCE", args->source, "a file or URL; '-' is standard input")->required();
    sub->add_option("--content-type", args->content_type, "its Content-Type header");
  }
  {
    auto [sub, args] = line.add<RobotsArgs>(line.app, "robots", "what a robots.txt allows", run_robots);
    sub->add_option("FILE", args->file, "a robots.txt; '-' is standard input")->required();
    sub->add_option("--agent", args->agent, "the crawler's product token");
    sub->add_option("URL", args->urls, "URLs to judge")->required();
  }
  {
    auto [sub, args] = line.add<UrlArgs>(line.app, "url", "a URL's parts and canonical form, as JSON", run_url);
    sub->add_option("URL", args->url, "the URL")->required();
    sub->add_option("--base", args->base, "the URL that it is relative to");
  }
}

void add_store_commands(Line& line) {
  {
    auto [sub, args] = line.add<ListArgs>(line.app, "list", "stored articles, newest first", run_list);
    sub->add_option("--site", args->site, "of this site only");
    sub->add_option("--since", args->since, "published on this day or later");
    sub->add_option("--until", args->until, "published on this day or earlier");
    sub->add_option("--limit", args->limit, "at most that many")->check(CLI::Range(1, kMostEntries));
    sub->add_flag("--json", args->json, "as JSON lines");
  }
  {
    auto [sub, args] = line.add<ShowArgs>(line.app, "show", "one stored article", run_show);
    sub->add_option("ID", args->id, "its id, a beginning of it, or its URL")->required();
    sub->add_option("--format", args->format, "text, json or markdown")
        ->check(CLI::IsMember({"text", "json", "markdown"}));
    sub->add_flag("--explain", args->explain, "what was removed and repaired, and why");
  }
  {
    auto [sub, args] = line.add<SearchArgs>(line.app, "search", "full text over titles and bodies", run_search);
    sub->add_option("WORD", args->words, "words that must all occur")->required();
    sub->add_option("--site", args->site, "of this site only");
    sub->add_option("--limit", args->limit, "at most that many")->check(CLI::Range(1, kMostEntries));
    sub->add_flag("--json", args->json, "as JSON lines");
  }
  {
    auto [sub, args] = line.add<ExportArgs>(line.app, "export", "stored articles as JSONL or Markdown", run_export);
    sub->add_option("--site", args->site, "of this site only");
    sub->add_option("--since", args->since, "published on this day or later");
    sub->add_option("--until", args->until, "published on this day or earlier");
    sub->add_option("--format", args->format, "jsonl or markdown")->check(CLI::IsMember({"jsonl", "markdown"}));
    sub->add_option("--out", args->out, "a file (jsonl) or folder (markdown); nothing: standard output");
  }
}

// What winnow calls by itself: no help names it.
void add_inner_commands(Line& line) {
  line.add<WorkerArgs>(line.app, "worker", "cleans pages for another winnow", run_worker).first->group("");
}

// Help and version are asked for; all else is wrong usage, and said as other errors are.
int refuse(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {
    std::ostringstream text;
    (void)app.exit(error, text, text);
    print(text.str());
    return flush_output() ? kDone : kSomeFailed;
  }
  const std::vector<std::string> unknown = app.remaining();
  const bool no_command = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !unknown.empty();
  complain((no_command ? "there is no command '" + unknown.front() + "'" : error.what()) + "; see `winnow --help`");
  return kUsage;
}

}  // namespace

int run(int argc, char** argv) {
  Line line;
  line.app.set_version_flag("--version", "winnow " + std::string(kVersion));
  line.app.add_option("--config", line.globals.config,
                      "winnow.yaml (default: /etc/winnow/winnow.yaml, else ./config/winnow.yaml)");
  line.app.add_option("--log-level", line.globals.log_level, "how much is logged")
      ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}));
  line.app.require_subcommand(1);
  line.app.fallthrough();  // global options may stand behind the command
  add_crawl_commands(line);
  add_text_commands(line);
  add_site_commands(line);
  add_store_commands(line);
  add_look_commands(line);
  add_inner_commands(line);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return refuse(line.app, error);
  }
  const int status = line.chosen();
  return flush_output() || status != kDone ? status : kSomeFailed;
}

}  // namespace winnow::app
