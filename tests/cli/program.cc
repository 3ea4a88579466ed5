#include "cli/program.h"

#include <fcntl.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

extern char** environ;

namespace winnow::cli {
namespace {

constexpr std::chrono::milliseconds kLook{2};
constexpr int kCannotRun = 127;  // as the shell has it

// Files in memory: what a program writes never blocks it, and can be read while it runs.
int memory_file(const char* name, std::string_view content = {}) {
  const int fd = ::memfd_create(name, MFD_CLOEXEC);
  if (fd < 0 || ::write(fd, content.data(), content.size()) != static_cast<ssize_t>(content.size())) {
    ADD_FAILURE() << "memfd_create: " << std::strerror(errno);
  }
  ::lseek(fd, 0, SEEK_SET);
  return fd;
}

std::string content_of(int fd) {
  std::string content;
  char buffer[1 << 16];
  for (ssize_t n = 0; (n = ::pread(fd, buffer, sizeof buffer, static_cast<off_t>(content.size()))) > 0;) {
    content.append(buffer, static_cast<std::size_t>(n));
  }
  return content;
}

bool of_systemd(std::string_view variable) {
  for (const char* name : {"NOTIFY_SOCKET=", "WATCHDOG_USEC=", "WATCHDOG_PID=", "JOURNAL_STREAM=", "NO_COLOR="}) {
    if (variable.starts_with(name)) return true;
  }
  return false;
}

std::vector<std::string> environment_of(const Setting& setting) {
  std::vector<std::string> out;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (!of_systemd(*variable)) out.emplace_back(*variable);
  }
  for (const auto& [name, value] : setting.environment) {
    std::erase_if(out, [&name = name](const std::string& one) { return one.starts_with(name + "="); });
    out.push_back(name + "=" + value);
  }
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& one : strings) out.push_back(one.data());
  out.push_back(nullptr);
  return out;
}

bool become(uid_t user) {
  return ::setgroups(0, nullptr) == 0 && ::setresgid(user, user, user) == 0 && ::setresuid(user, user, user) == 0;
}

// In the child: only what is safe between fork and exec of a process with threads.
[[noreturn]] void become_program(const Setting& setting, int in, int out, int err, char** argv, char** environment) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int output = setting.output.empty() ? out : ::open(setting.output.c_str(), O_WRONLY | O_CLOEXEC);
  const bool good = ::dup2(in, STDIN_FILENO) >= 0 && ::dup2(output, STDOUT_FILENO) >= 0 &&
                    ::dup2(err, STDERR_FILENO) >= 0 && ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0 &&
                    (setting.folder.empty() || ::chdir(setting.folder.c_str()) == 0) &&
                    (!setting.user || become(*setting.user));
  if (good) ::execve(argv[0], argv, environment);
  ::_exit(kCannotRun);
}

}  // namespace

Program::Program(std::vector<std::string> argv, const Setting& setting)
    : out_(memory_file("stdout")), err_(memory_file("stderr")) {
  const int in = memory_file("stdin", setting.input);
  std::vector<std::string> environment = environment_of(setting);
  const std::vector<char*> arguments = pointers(argv), variables = pointers(environment);
  pid_ = ::fork();
  if (pid_ == 0)
    become_program(setting, in, out_, err_, const_cast<char**>(arguments.data()), const_cast<char**>(variables.data()));
  ::close(in);
  if (pid_ < 0) ADD_FAILURE() << "fork: " << std::strerror(errno);
}

Program::~Program() {
  if (pid_ > 0 && !ended()) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  ::close(out_);
  ::close(err_);
}

void Program::signal(int number) const { ::kill(pid_, number); }

bool Program::ended() {
  int status = 0;
  if (!status_ && ::waitpid(pid_, &status, WNOHANG) == pid_) status_ = status;
  return status_.has_value();
}

Ended Program::wait(std::chrono::milliseconds at_most) {
  const auto deadline = std::chrono::steady_clock::now() + at_most;
  while (!ended() && std::chrono::steady_clock::now() < deadline) std::this_thread::sleep_for(kLook);
  if (!status_) {
    ADD_FAILURE() << "still running after " << at_most.count() << " ms; it said:\n" << err();
    ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    status_ = status;
  }
  Ended end{.status = -1, .signal = 0, .out = out(), .err = err()};
  if (WIFEXITED(*status_)) end.status = WEXITSTATUS(*status_);
  if (WIFSIGNALED(*status_)) end.signal = WTERMSIG(*status_);
  return end;
}

std::string Program::out() const { return content_of(out_); }
std::string Program::err() const { return content_of(err_); }

bool Program::says(std::string_view text, std::chrono::milliseconds at_most) {
  const auto deadline = std::chrono::steady_clock::now() + at_most;
  while (std::chrono::steady_clock::now() < deadline) {
    const bool over = ended();
    if (err().find(text) != std::string::npos) return true;
    if (over) return false;
    std::this_thread::sleep_for(kLook);
  }
  return false;
}

std::string winnow_path() { return WINNOW_PROGRAM; }

Ended run(std::vector<std::string> argv, const Setting& setting) { return Program(std::move(argv), setting).wait(); }

Ended winnow(std::vector<std::string> arguments, const Setting& setting) {
  arguments.insert(arguments.begin(), winnow_path());
  return run(std::move(arguments), setting);
}

}  // namespace winnow::cli
