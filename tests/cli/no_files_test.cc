// The core opens no file: neither dictionaries nor tables, whatever the text asks for. Seen from outside.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.h"

namespace winnow::cli {
namespace {

constexpr const char* kStrace = "/usr/bin/strace";

// The files that were opened, libraries left out.
std::vector<std::string> opened(const std::string& trace) {
  std::vector<std::string> lines;
  std::istringstream in(trace);
  for (std::string line; std::getline(in, line);) {
    const bool library = line.find(".so") != std::string::npos || line.find("ENOENT") != std::string::npos;
    if (line.find("open") != std::string::npos && !library) lines.push_back(line);
  }
  return lines;
}

TEST(NoFiles, RepairAndDecodeOpenNone) {
  if (!std::filesystem::exists(kStrace)) GTEST_SKIP() << "strace is not installed";
  struct Row {
    std::vector<std::string> arguments;
    std::string input;
  } rows[] = {
      {{"repair"},
       "我們的國(guó)家在過(guò)去一年里發(fā)展很快,經(jīng)濟增長(zhǎng)了。因?yàn)樗鼈冊(cè)贏I\ncafÃ© ÖÐÎÄÐÂÎÅ "
       "e\u0301 ⼀"},
      {{"decode", "-"}, "\xD6\xD0\xCE\xC4\xD0\xC2\xCE\xC5\xB5\xC4\xB1\xE0\xC2\xEB"},
      {{"clean", "--input", "text"},
       "標(biāo)題\n\n2025-02-11 21:42 記者報(bào)道,這個(gè)城市的經(jīng)濟發(fā)展很快。"},
  };
  for (const Row& row : rows) {
    std::vector<std::string> argv = {kStrace, "-f", "-e", "trace=open,openat,openat2,creat", winnow_path()};
    argv.insert(argv.end(), row.arguments.begin(), row.arguments.end());
    const Ended end = run(argv, {.input = row.input});
    if (end.err.find("ptrace") != std::string::npos) GTEST_SKIP() << "no tracing here: " << end.err;
    EXPECT_NE(end.out, "");
    const std::vector<std::string> files = opened(end.err);
    EXPECT_TRUE(files.empty()) << row.arguments.front() << " opened " << files.front();
  }
}

}  // namespace
}  // namespace winnow::cli
