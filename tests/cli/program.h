// The real program as a process of its own: arguments, standard input and environment in; standard output, standard
// error and the exit status out. A program that is still there when its object goes is killed.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::cli {

// How long anything may take before a test gives up. Far beyond what it takes, for sanitizers and busy machines.
inline constexpr std::chrono::seconds kPatience{60};

// Unless said otherwise: nothing on standard input, this process's environment without what systemd sets, its user.
struct Setting {
  std::string input = {};
  std::vector<std::pair<std::string, std::string>> environment = {};  // added
  std::filesystem::path folder = {};                                  // the working directory; empty: this process's
  std::string output = {};                                            // a path that takes standard output instead
  std::optional<uid_t> user = {};                                     // and the group of the same number
};

struct Ended {
  int status = -1;  // the exit status; -1 when a signal ended it
  int signal = 0;
  std::string out, err;
};

class Program {
 public:
  // argv[0] is found as a path; no shell.
  explicit Program(std::vector<std::string> argv, const Setting& setting = {});
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  void signal(int number) const;
  [[nodiscard]] bool ended();  // has it?
  // Waits for its end; one that takes longer is killed, and the test fails.
  Ended wait(std::chrono::milliseconds at_most = kPatience);

  [[nodiscard]] std::string out() const;  // so far
  [[nodiscard]] std::string err() const;
  // Waits until standard error holds that text; false when it ended or the time was up before.
  [[nodiscard]] bool says(std::string_view text, std::chrono::milliseconds at_most = kPatience);

 private:
  int out_ = -1, err_ = -1;
  pid_t pid_ = -1;
  std::optional<int> status_;  // as waitpid gives it
};

// The program under test.
[[nodiscard]] std::string winnow_path();
[[nodiscard]] Ended run(std::vector<std::string> argv, const Setting& setting = {});
[[nodiscard]] Ended winnow(std::vector<std::string> arguments, const Setting& setting = {});

}  // namespace winnow::cli
