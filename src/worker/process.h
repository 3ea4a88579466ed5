// A worker process as its pool sees it: started, spoken to without ever waiting, ended. One thread owns it; the process
// dies with that thread (PR_SET_PDEATHSIG).
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "worker/message.h"

namespace winnow::worker {

struct Message {
  Kind kind;
  std::string body;
};

// How a process ended: one of these is not zero.
struct Ending {
  int signal = 0;
  int status = 0;  // the exit status
};

class Process {
 public:
  // Runs the command with a socket to this process as its standard input: no environment, no other descriptor, a
  // session of its own.
  static Result<Process> start(std::vector<std::string> command);
  ~Process();  // killed, if it still is there
  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] int socket() const { return socket_; }

  void send(std::string message);  // as framed() gives it; it goes out in write_some()
  [[nodiscard]] bool wants_to_write() const { return !out_.empty(); }
  // What the socket takes and has now. False: the process is gone.
  [[nodiscard]] bool write_some();
  [[nodiscard]] bool read_some();
  // A message that has come whole. A header that is none, or a body of more than `most` bytes, is an error: nothing
  // more can be understood then.
  [[nodiscard]] Result<std::optional<Message>> next(std::uint64_t most);

  // Waits for its end, and ends it where it doesn't by itself.
  Ending end();

 private:
  Process(pid_t pid, int socket) : pid_(pid), socket_(socket) {}

  pid_t pid_;
  int socket_;
  std::string out_, in_;
  std::size_t out_at_ = 0, in_at_ = 0;  // what has been sent and taken of them
};

}  // namespace winnow::worker
