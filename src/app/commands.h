// The commands: what each takes and the exit statuses. cli.cc reads the command line into these; each command is a
// file of its own, cmd_*.cc. Results go to standard output, everything else to standard error (console.h).
#pragma once

#include <string>
#include <vector>

namespace winnow::app {

// Exit statuses of the whole program.
enum Exit : int {
  kDone = 0,           // nothing new is done too
  kSomeFailed = 1,     // named on standard error
  kUsage = 2,
  kBadConfig = 3,
  kNothingFetched = 4,
  kStoreFailed = 5,
  kInterrupted = 130,
};

struct Globals {
  std::string config;     // --config; empty: the default places
  std::string log_level;  // --log-level; empty: the configuration's
};

struct CleanArgs {
  std::vector<std::string> files;
  std::string input = "html", url, content_type, site, format = "json", explain_html, manifest, out;
  bool explain = false;
  int jobs = 1;
};
struct RepairArgs {
  std::vector<std::string> files;
  bool jsonl = false, explain = false;
};
struct DecodeArgs {
  std::vector<std::string> files;
  bool label = false;
  std::string content_type;
};
struct CrawlArgs {
  std::vector<std::string> sites;
  bool again = false;
};
struct DaemonArgs {};
struct SiteAddArgs {
  std::string url, from, manifest, name, out, report, time = "15m";
  std::vector<std::string> allow_addresses;
  int budget = 80;
  bool yes = false, dry_run = false;
};
struct SiteCheckArgs {
  std::vector<std::string> files;
};
struct SiteTestArgs {
  std::vector<std::string> names;
  int jobs = 0;  // 0: as the configuration says
  bool update = false;
};
struct SiteDoctorArgs {
  std::vector<std::string> names;
  bool apply = false, json = false;
};
struct SiteImportArgs {
  std::vector<std::string> files;
  std::string out = "sites";
};
struct FeedArgs {
  std::string source, content_type;
};
struct RobotsArgs {
  std::string file, agent = "winnow";
  std::vector<std::string> urls;
};
struct UrlArgs {
  std::string url, base;
};
struct ListArgs {
  std::string site, since, until;
  int limit = 50;
  bool json = false;
};
struct ShowArgs {
  std::string id, format = "text";
  bool explain = false;
};
struct SearchArgs {
  std::vector<std::string> words;
  std::string site;
  int limit = 20;
  bool json = false;
};
struct ExportArgs {
  std::string site, since, until, format = "jsonl", out;
};
struct StatusArgs {
  bool json = false, metrics = false;
};
struct CheckConfigArgs {};
struct WorkerArgs {};

int run_clean(const Globals&, const CleanArgs&);
int run_repair(const Globals&, const RepairArgs&);
int run_decode(const Globals&, const DecodeArgs&);
int run_crawl(const Globals&, const CrawlArgs&);
int run_daemon(const Globals&, const DaemonArgs&);
int run_site_add(const Globals&, const SiteAddArgs&);
int run_site_check(const Globals&, const SiteCheckArgs&);
int run_site_test(const Globals&, const SiteTestArgs&);
int run_site_doctor(const Globals&, const SiteDoctorArgs&);
int run_site_import(const Globals&, const SiteImportArgs&);
int run_feed(const Globals&, const FeedArgs&);
int run_robots(const Globals&, const RobotsArgs&);
int run_url(const Globals&, const UrlArgs&);
int run_list(const Globals&, const ListArgs&);
int run_show(const Globals&, const ShowArgs&);
int run_search(const Globals&, const SearchArgs&);
int run_export(const Globals&, const ExportArgs&);
int run_status(const Globals&, const StatusArgs&);
int run_check_config(const Globals&, const CheckConfigArgs&);
int run_worker(const Globals&, const WorkerArgs&);

}  // namespace winnow::app
