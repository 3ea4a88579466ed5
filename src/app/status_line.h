// Standard error while a command works: on a terminal one line that is written over, and lasting lines above it.
#pragma once

#include <cstddef>
#include <string>

namespace winnow::app {

class StatusLine {
 public:
  StatusLine();
  ~StatusLine();  // takes the line away
  StatusLine(const StatusLine&) = delete;
  StatusLine& operator=(const StatusLine&) = delete;

  [[nodiscard]] bool terminal() const { return terminal_; }
  void line(const std::string& text);  // a lasting line; "" only takes away what stands there
  void show(const std::string& text);  // until the next one, as much of it as fits; nothing where there is no terminal

 private:
  bool terminal_;
  bool shown_ = false;
};

}  // namespace winnow::app
