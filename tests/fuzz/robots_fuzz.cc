// robots.txt; the first line is the path that is asked for.
#include "schedule/robots.h"

#include "fuzz/check.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [path, text] = fuzz::first_line(fuzz::text_of(data, size));
  const schedule::Robots robots = schedule::Robots::parse(text);
  for (const std::string_view agent : {"winnow", "winnow/0.1", "*", "", "news-bot"}) {
    const schedule::RobotsVerdict verdict = robots.check(agent, path);
    fuzz::require(verdict.allowed || !verdict.rule.empty(), "what forbids is named");
    fuzz::require(robots.check(agent, path).rule == verdict.rule, "the verdict is deterministic");
    const auto delay = robots.crawl_delay(agent);
    fuzz::require(!delay || delay->count() >= 0, "a delay is not negative");
  }
  (void)robots.sitemaps();
  return 0;
}
