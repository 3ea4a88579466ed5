// winnow daemon: runs until SIGTERM.
#include "app/commands.h"
#include "app/console.h"
#include "app/daemon.h"
#include "app/log.h"
#include "app/session.h"

namespace winnow::app {

int run_daemon(const Globals& globals, const DaemonArgs&) {
  auto loaded = load(globals);
  if (!loaded) {
    complain(loaded.error().text);
    return kBadConfig;
  }
  complain(loaded->faults);
  if (!loaded->faults.empty()) return kBadConfig;
  const site::Config config = loaded->value.config;
  if (config.file.empty()) {
    complain("there is no configuration: name one with --config, or write /etc/winnow/winnow.yaml");
    return kBadConfig;
  }
  if (auto set = log::set_up(globals.log_level.empty() ? config.log_level : globals.log_level, config.log_file); !set) {
    complain(set.error().text);
    return kBadConfig;
  }
  Daemon daemon(globals, std::move(loaded->value));
  if (auto opened = daemon.open(); !opened) {
    complain(opened.error().text);
    return kStoreFailed;
  }
  daemon.run();
  return kDone;
}

}  // namespace winnow::app
