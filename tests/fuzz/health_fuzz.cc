// Figures of a site as they may stand in a damaged state: any text is read, judged by and written so that it reads back.
#include <string>

#include "fuzz/check.h"
#include "health/health.h"
#include "winnow/winnow.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The first line is a page, the rest what is known.
  const auto [page, saved_before] = fuzz::first_line(fuzz::text_of(data, size));
  const Reading reading =
      Reader(Options{}).read({.bytes = page, .url = "https://a.example/1", .content_type = {}, .fetched_at = {}});
  const Observation& seen = reading.observation;
  health::Health health(saved_before);
  health::Settings settings;
  settings.min_new = {3, std::chrono::hours(1)};
  for (int i = 0; i < 5; ++i) {
    const Instant at{std::chrono::minutes{i}};
    (void)health.judge({seen, "https://a.example/1", at}, settings);
    (void)health.judge({"https://a.example/", at, 2, false, seen.body_at}, settings);
    (void)health.judge_visit(1, at, settings);
  }
  const std::string saved = health.saved();
  fuzz::require_utf8(saved);
  fuzz::require(health::Health(saved).saved() == saved, "a site's health reads back");
  return 0;
}
