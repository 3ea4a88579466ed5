// How long the repairs take, measured against ICU's u_strFromUTF8 on the same text: what any program pays that only
// wants to look at it. Both are timed in turn in one loop, in the processor's time; `ratio` is that of the medians.
// What is wanted: at most 0.5 for clean texts, at most 10 for damaged ones.
#include <benchmark/benchmark.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "bench/texts.h"
#include "winnow/winnow.h"

namespace winnow::bench {
namespace {

// The processor's time, not the clock's: on a busy machine the longer of two works is interrupted more often.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// In seconds.
template <class Work>
double timed(Work work) {
  const double start = now();
  work();
  return now() - start;
}

double median(std::vector<double> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

void decode_with_icu(std::string_view text, std::vector<UChar>& out) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(out.data(), static_cast<int32_t>(out.size()), &length, text.data(), static_cast<int32_t>(text.size()),
                &status);
  benchmark::DoNotOptimize(out.data());
}

void repair(benchmark::State& state, const Text& text) {
  std::vector<UChar> decoded(text.utf8.size() + 1);
  std::vector<double> baseline, ours;
  for ([[maybe_unused]] auto iteration : state) {
    baseline.push_back(timed([&] { decode_with_icu(text.utf8, decoded); }));
    ours.push_back(timed([&] { benchmark::DoNotOptimize(repair_text(text.utf8)); }));
    state.SetIterationTime(ours.back());
  }
  const double usual = median(baseline);
  state.counters["icu_us"] = usual * 1e6;
  state.counters["ratio"] = median(ours) / usual;
  state.counters["wanted"] = text.damaged ? 10 : 0.5;
  state.SetBytesProcessed(static_cast<std::int64_t>(text.utf8.size()) * static_cast<std::int64_t>(state.iterations()));
}

}  // namespace
}  // namespace winnow::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  const std::vector<winnow::bench::Text> texts = winnow::bench::texts();
  for (const winnow::bench::Text& text : texts) {
    benchmark::RegisterBenchmark(("repair/" + text.name).c_str(),
                                 [&text](benchmark::State& state) { winnow::bench::repair(state, text); })
        ->UseManualTime()
        ->Unit(benchmark::kMicrosecond);
  }
  benchmark::RunSpecifiedBenchmarks();
}
