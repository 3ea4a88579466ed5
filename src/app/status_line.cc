#include "app/status_line.h"

#include <unistd.h>

#include <cstdio>

#include "app/columns.h"
#include "app/console.h"

namespace winnow::app {
namespace {

constexpr const char* kTakeAway = "\r\x1b[K";
constexpr std::size_t kUsualColumns = 80;

void write(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

StatusLine::StatusLine() : terminal_(::isatty(STDERR_FILENO) == 1) {}

StatusLine::~StatusLine() { line(""); }

void StatusLine::line(const std::string& text) {
  write((shown_ ? kTakeAway : "") + text + (text.empty() ? "" : "\n"));
  shown_ = false;
}

void StatusLine::show(const std::string& text) {
  if (!terminal_) return;
  write(kTakeAway + cut(one_line(text), terminal_columns(kUsualColumns) - 2));
  shown_ = true;
}

}  // namespace winnow::app
