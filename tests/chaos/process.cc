#include "chaos/process.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace winnow::chaos {
namespace {

namespace fs = std::filesystem;

std::string of(pid_t pid) { return "/proc/" + std::to_string(pid); }

// proc(5), stat: the parent is the second field behind the name, which is in brackets and may hold anything.
pid_t parent_of(const fs::path& process) {
  std::ifstream in(process / "stat");
  std::string text;
  std::getline(in, text);  // a process that ends meanwhile is an error of reading
  const std::size_t name_end = text.rfind(')');
  if (name_end == std::string::npos || name_end + 4 > text.size()) return -1;
  return static_cast<pid_t>(std::atol(text.c_str() + name_end + 4));
}

// proc(5), status: "VmHWM:     1234 kB".
std::int64_t peak_of(pid_t pid) {
  std::ifstream in(of(pid) + "/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmHWM:")) return std::atoll(line.c_str() + 6) * 1024;
  }
  return 0;
}

}  // namespace

Footprint footprint(pid_t pid) {
  Footprint out;
  std::ifstream in(of(pid) + "/statm");
  std::int64_t size = 0, resident = 0;
  if (in >> size >> resident) out.resident_bytes = resident * ::sysconf(_SC_PAGESIZE);
  out.peak_bytes = peak_of(pid);
  std::error_code gone;
  for (fs::directory_iterator at(of(pid) + "/fd", gone), end; !gone && at != end; at.increment(gone)) ++out.descriptors;
  return out;
}

std::vector<pid_t> children_of(pid_t pid) {
  std::vector<pid_t> out;
  std::error_code gone;
  for (fs::directory_iterator at("/proc", gone), end; !gone && at != end; at.increment(gone)) {
    const std::string name = at->path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos || parent_of(at->path()) != pid) continue;
    out.push_back(static_cast<pid_t>(std::stol(name)));
  }
  return out;
}

Footprint footprint_with_children(pid_t pid) {
  Footprint out = footprint(pid);
  for (const pid_t one : children_of(pid)) {
    const Footprint child = footprint(one);
    out.resident_bytes += child.resident_bytes;
    out.peak_bytes += child.peak_bytes;
    out.descriptors += child.descriptors;
  }
  return out;
}

std::int64_t peak_until_end(cli::Program& program) {
  std::int64_t peak = 0;
  const auto deadline = std::chrono::steady_clock::now() + cli::kPatience;
  while (!program.ended() && std::chrono::steady_clock::now() < deadline) {
    peak = std::max(peak, footprint_with_children(program.pid()).peak_bytes);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return peak;
}

}  // namespace winnow::chaos
