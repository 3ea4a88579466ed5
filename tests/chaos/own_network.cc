#include "chaos/own_network.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>

namespace winnow::chaos {
namespace {

constexpr const char* kResolver = "/tmp/winnow-chaos-resolv.conf";

bool write_file(const char* file, const std::string& text) {
  std::ofstream out(file);
  return static_cast<bool>(out << text << std::flush);
}

bool new_namespaces() {
  if (unshare(CLONE_NEWNET | CLONE_NEWNS) == 0) return true;
  const uid_t user = getuid();
  const gid_t group = getgid();
  return unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS) == 0 && write_file("/proc/self/setgroups", "deny") &&
         write_file("/proc/self/uid_map", "0 " + std::to_string(user) + " 1") &&
         write_file("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
}

// Why it can't be made; "" when it is there.
std::string make_network() {
  if (!new_namespaces()) return std::string("no namespaces of its own: ") + std::strerror(errno);
  if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
      mount("none", "/tmp", "tmpfs", 0, nullptr) != 0 ||
      !write_file(kResolver, "nameserver 127.0.0.53\noptions timeout:2\n") ||
      mount(kResolver, "/etc/resolv.conf", nullptr, MS_BIND, nullptr) != 0) {
    return std::string("no mounts of its own: ") + std::strerror(errno);
  }
  if (std::system("ip link set lo up && ip route add local 0.0.0.0/0 dev lo") != 0) return "`ip` can't set it up";
  // Without IPv6 there is less to be dialled.
  static_cast<void>(std::system("ip -6 route add local ::/0 dev lo 2>/dev/null"));
  return "";
}

void say(int fd, char kind, const std::string& text) {
  const std::string all = kind + text;
  for (std::size_t at = 0; at < all.size();) {
    const ssize_t n = write(fd, all.data() + at, all.size() - at);
    if (n <= 0) return;
    at += static_cast<std::size_t>(n);
  }
}

}  // namespace

std::optional<std::string> in_own_network(const std::function<std::string()>& work, std::string& why) {
  int ends[2];
  if (pipe(ends) != 0) return std::nullopt;
  const pid_t pid = fork();
  if (pid == 0) {
    close(ends[0]);
    const std::string trouble = make_network();
    if (trouble.empty()) {
      say(ends[1], '=', work());
    } else {
      say(ends[1], '-', trouble);
    }
    _exit(0);
  }
  close(ends[1]);
  std::string heard;
  char buffer[4096];
  for (ssize_t n = 0; (n = read(ends[0], buffer, sizeof buffer)) > 0;)
    heard.append(buffer, static_cast<std::size_t>(n));
  close(ends[0]);
  waitpid(pid, nullptr, 0);
  if (heard.starts_with('=')) return heard.substr(1);
  if (heard.empty()) return "the process ended before it said anything";
  why = heard.substr(1);
  return std::nullopt;
}

}  // namespace winnow::chaos
