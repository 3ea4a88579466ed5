#include "chaos/strace.h"

#include <filesystem>

namespace winnow::chaos {
namespace {

constexpr const char* kStrace = "/usr/bin/strace";

}  // namespace

bool can_trace() {
  static const bool can = std::filesystem::exists(kStrace) &&
                          cli::run({kStrace, "-e", "trace=none", "-o", "/dev/null", "/bin/true"}).status == 0;
  return can;
}

std::vector<std::string> traced(const cli::Desk& desk, const std::string& inject,
                                const std::vector<std::string>& arguments, const std::string& log) {
  const std::string call = inject.substr(0, inject.find(':'));
  std::vector<std::string> out = {kStrace, "-qq", "-o", log, "-e", "trace=" + call};
  if (call != inject) out.insert(out.end(), {"-e", "inject=" + inject});
  out.insert(out.end(), {cli::winnow_path(), "--config", desk.path("winnow.yaml").string()});
  out.insert(out.end(), arguments.begin(), arguments.end());
  return out;
}

std::vector<std::string> traced_process(pid_t process, const std::string& inject) {
  const std::string call = inject.substr(0, inject.find(':'));
  return {kStrace, "-qq",
          "-o",    "/dev/null",
          "-e",    "trace=" + call,
          "-e",    "inject=" + inject,
          "-p",    std::to_string(process)};
}

bool is_traced(pid_t process) {
  const std::string status = cli::read("/proc/" + std::to_string(process) + "/status");
  return status.find("TracerPid:") != std::string::npos && status.find("TracerPid:\t0\n") == std::string::npos;
}

}  // namespace winnow::chaos
