#include "app/clean_report.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "app/columns.h"
#include "app/console.h"

namespace winnow::app {
namespace {

constexpr std::size_t kWide = 160;  // columns where there is no terminal
constexpr std::size_t kStage = 9, kAction = 12, kDecision = 9, kKind = 13, kReason = 22;
constexpr std::size_t kLeastText = 16;

constexpr std::string_view kGreen = "\033[32m", kRed = "\033[31m", kBold = "\033[1m", kPlain = "\033[0m";

bool is_block(const TraceStep& step) {
  return (step.stage == "extract" && step.action == "kept") || (step.stage == "clean" && step.action == "removed");
}

class Report {
 public:
  Report(std::size_t width, bool coloured) : width_(width), coloured_(coloured) {}

  // The value beside the name, its evidence in lines of its own.
  void step(const TraceStep& step) {
    const std::string head = padded(step.stage, kStage) + padded(one_line(step.action), kAction);
    const std::size_t indent = kStage + kAction;
    const std::size_t room = width_ > indent + kLeastText ? width_ - indent : kLeastText;
    std::vector<std::string> lines;
    if (!step.what.empty()) lines.push_back(cut(one_line(step.what), room));
    const std::string why = one_line(step.why);
    if (!lines.empty() && columns(lines[0]) + columns(why) + 4 <= room) {
      lines[0] += why.empty() ? "" : "  (" + why + ")";
    } else if (!why.empty()) {
      const auto more = wrapped(why, room);
      lines.insert(lines.end(), more.begin(), more.end());
    }
    out_ += head;
    for (std::size_t i = 0; i < lines.size(); ++i) out_ += (i == 0 ? "" : std::string(indent, ' ')) + lines[i] + "\n";
    if (lines.empty()) out_ += "\n";
  }

  // "KIND: reason" beside each other, then as much of the text as there is room for.
  void block(const TraceStep& step) {
    const std::size_t colon = std::min(step.why.find(": "), step.why.size());
    const std::string kind = step.why.substr(0, colon);
    const std::string why = colon < step.why.size() ? one_line(step.why.substr(colon + 2)) : "";
    std::string line = padded(step.action, kDecision) + padded(kind, kKind);
    const std::size_t indent = kDecision + kKind;
    const std::size_t room = width_ > indent + kLeastText ? width_ - indent : kLeastText;
    const std::size_t reason = std::min(std::max(columns(why), kReason), room * 3 / 5);
    line += padded(cut(why, reason), reason + 2) + cut(one_line(step.what), room - std::min(room, reason + 2));
    while (line.ends_with(' ')) line.pop_back();
    const std::string_view colour = step.action == "kept" ? kGreen : kRed;
    out_ += coloured_ ? std::string(colour) + line + std::string(kPlain) : line;
    out_ += '\n';
  }

  void heading(std::string_view text) {
    if (!out_.empty()) out_ += '\n';
    out_ += coloured_ ? std::string(kBold) + std::string(text) + std::string(kPlain) : std::string(text);
    out_ += '\n';
  }

  std::string run() && { return std::move(out_); }

 private:
  std::size_t width_;
  bool coloured_;
  std::string out_;
};

}  // namespace

std::string clean_report(const Trace& trace, std::size_t width, bool coloured) {
  Report report(width, coloured);
  const auto blocks = static_cast<std::size_t>(std::count_if(trace.begin(), trace.end(), is_block));
  if (blocks < trace.size()) report.heading("Steps and fields: value (where it is from, what it outdid)");
  for (const TraceStep& step : trace) {
    if (!is_block(step)) report.step(step);
  }
  if (blocks > 0) report.heading("Blocks in reading order: decision, kind, why, text");
  for (const TraceStep& step : trace) {
    if (is_block(step)) report.block(step);
  }
  return std::move(report).run();
}

void print_explanation(const Trace& trace) {
  const std::string report = clean_report(trace, terminal_columns(kWide), colour(STDERR_FILENO));
  std::fwrite(report.data(), 1, report.size(), stderr);
}

}  // namespace winnow::app
