#include "app/service.h"

#include <systemd/sd-daemon.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>

namespace winnow::app {
namespace {

// Signals are per process, and so is this.
std::atomic<bool> stop_asked{false};
std::atomic<bool> reload_asked{false};
std::atomic<void (*)()> wake_up{nullptr};

void on_signal(int signal) {
  const int saved = errno;
  (signal == SIGHUP ? reload_asked : stop_asked).store(true);
  if (const auto wake = wake_up.load()) wake();
  errno = saved;
}

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

}  // namespace

Service::Service(void (*wake)()) {
  wake_up.store(wake);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) handle(signal, on_signal);
  handle(SIGPIPE, SIG_IGN);
}

Service::~Service() {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) handle(signal, SIG_DFL);
  wake_up.store(nullptr);
}

bool Service::stopping() { return stop_asked.load(); }
bool Service::take_reload() { return reload_asked.exchange(false); }

void Service::ready(const std::string& status) { sd_notify(0, ("READY=1\nSTATUS=" + status).c_str()); }

void Service::reloading() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  const auto usec = static_cast<long long>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
  sd_notify(0, ("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(usec)).c_str());
}

void Service::stopping(const std::string& status) { sd_notify(0, ("STOPPING=1\nSTATUS=" + status).c_str()); }
void Service::status(const std::string& text) { sd_notify(0, ("STATUS=" + text).c_str()); }
void Service::feed_watchdog() { sd_notify(0, "WATCHDOG=1"); }

std::optional<std::chrono::milliseconds> Service::watchdog_interval() {
  std::uint64_t usec = 0;
  if (sd_watchdog_enabled(0, &usec) <= 0) return std::nullopt;
  return std::chrono::milliseconds(usec / 2000);
}

}  // namespace winnow::app
