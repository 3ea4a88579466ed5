// What a service does besides its work: signals, and what systemd is told (sd_notify(3)). The one home of libsystemd.
// One object a process; the flags may be read from any thread.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace winnow::app {

class Service {
 public:
  // Takes SIGTERM, SIGINT and SIGHUP, and ignores SIGPIPE. `wake` is called from the signal handler and must be
  // async-signal-safe.
  explicit Service(void (*wake)());
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  [[nodiscard]] static bool stopping();     // SIGTERM or SIGINT came
  [[nodiscard]] static bool take_reload();  // SIGHUP came since the last call

  static void ready(const std::string& status);
  static void reloading();  // ready() ends it
  static void stopping(const std::string& status);
  static void status(const std::string& text);
  static void feed_watchdog();
  // How often the watchdog wants to be fed (half of WATCHDOG_USEC); nothing where there is none.
  [[nodiscard]] static std::optional<std::chrono::milliseconds> watchdog_interval();
};

}  // namespace winnow::app
