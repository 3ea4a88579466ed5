// winnow site check [FILE...] and winnow check-config: configuration read and judged, nothing run.
#include "app/commands.h"
#include "app/console.h"
#include "app/session.h"

namespace winnow::app {
namespace {

std::string counted(std::size_t count, const char* one, const char* more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

int verdict(std::size_t sites, const std::vector<site::Fault>& faults) {
  complain(faults);
  if (!faults.empty()) {
    complain(counted(faults.size(), "fault", "faults") + " in " + counted(sites, "site file", "site files"));
    return kBadConfig;
  }
  print(counted(sites, "site file", "site files") + ", no fault\n");
  return kDone;
}

}  // namespace

int run_site_check(const Globals& globals, const SiteCheckArgs& args) {
  auto loaded = load(globals);
  if (!loaded) {
    complain(loaded.error().text);
    return kBadConfig;
  }
  if (args.files.empty()) return verdict(loaded->value.sites.size(), loaded->faults);
  std::vector<site::Fault> faults;
  for (const std::string& file : args.files) {
    auto site = site::load_site(file, loaded->value.defaults);
    faults.insert(faults.end(), site.faults.begin(), site.faults.end());
  }
  return verdict(args.files.size(), faults);
}

int run_check_config(const Globals& globals, const CheckConfigArgs&) {
  auto loaded = load(globals);
  if (!loaded) {
    complain(loaded.error().text);
    return kBadConfig;
  }
  if (loaded->value.config.file.empty() && loaded->faults.empty()) {
    complain("there is no configuration: name one with --config, or write /etc/winnow/winnow.yaml");
    return kBadConfig;
  }
  return verdict(loaded->value.sites.size(), loaded->faults);
}

}  // namespace winnow::app
