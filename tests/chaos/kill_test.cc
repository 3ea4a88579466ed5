// kill -9 at random moments of a crawl: nothing torn, nothing lost once it was said to be stored, nothing twice, and the
// next start is ready at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>
#include <string>

#include "chaos/scale.h"
#include "cli/desk.h"

namespace winnow::chaos {
namespace {

using namespace cli;
using Clock = std::chrono::steady_clock;

constexpr int kStories = 60;
constexpr std::chrono::seconds kReadyAgain{2};

// The paths that the program said it had stored, of whole lines only.
std::set<std::string> acknowledged(const std::string& err) {
  std::set<std::string> out;
  for (std::size_t at = 0, end = 0; (end = err.find('\n', at)) != std::string::npos; at = end + 1) {
    const std::string line = err.substr(at, end - at);
    const std::size_t path = line.find("paper/");
    if (line.find("stored ") == std::string::npos || path == std::string::npos) continue;
    out.insert(line.substr(path, line.find(".json", path) + 5 - path));
  }
  return out;
}

}  // namespace
}  // namespace winnow::chaos
