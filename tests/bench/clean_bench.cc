// What cleaning a page costs, over all saved pages (WINNOW_SHARED): time against a bare parse with Gumbo of the same
// bytes, memory a byte of input, and growth with the page's length. It prints the figures beside what is wanted.
//
//   clean_bench [--every N] [--rounds N] [--only time|memory|growth|clean|gumbo]
//
// `clean` and `gumbo` do nothing but that work once, for callgrind. Exit status 77 where there are no pages.
#include <gumbo.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "bench/heap.h"
#include "bench/pages.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow::bench {
namespace {

// The processor's time, not the clock's: on a busy machine the longer of two works is interrupted more often.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::size_t clean(const Reader& reader, std::string_view bytes) {
  const Reading reading =
      reader.read({.bytes = bytes, .url = "https://news.example/a.html", .content_type = {}, .fetched_at = {}});
  return to_json(reading.article).size();
}

void parse_bare(std::string_view bytes) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, bytes.data(), bytes.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

template <class Work>
double timed(Work work) {
  const double start = now();
  work();
  return now() - start;
}

// The quickest of some rounds: what disturbs only ever adds.
template <class Work>
double quickest(int rounds, Work work) {
  double least = timed(work);
  for (int i = 1; i < rounds; ++i) least = std::min(least, timed(work));
  return least;
}

void measure_time(const Reader& reader, const std::vector<SavedPage>& pages, int rounds) {
  double ours = 0, bare = 0, bytes = 0;
  for (const SavedPage& page : pages) {
    bare += quickest(rounds, [&] { parse_bare(page.bytes); });
    ours += quickest(rounds, [&] { clean(reader, page.bytes); });
    bytes += static_cast<double>(page.bytes.size());
  }
  std::printf("time: %zu pages, %.1f MB; clean %.3f s (%.1f ns/byte), gumbo %.3f s; ratio %.3f (wanted: at most 0.5)\n",
              pages.size(), bytes / 1e6, ours, ours / bytes * 1e9, bare, ours / bare);
}

void measure_memory(const Reader& reader, const std::vector<SavedPage>& pages) {
  double peaks = 0, bytes = 0, most = 0, pieces = 0;
  std::string_view which;
  for (const SavedPage& page : pages) {
    const HeapPeak heap;
    clean(reader, page.bytes);
    const auto peak = static_cast<double>(heap.bytes()), size = static_cast<double>(page.bytes.size());
    peaks += peak, bytes += size, pieces += static_cast<double>(heap.pieces());
    if (peak / size > most) most = peak / size, which = page.name;
  }
  std::printf(
      "memory: %.2f bytes a byte of input (wanted: at most 12); %.2f on one page (at most 64): %s; %.0f pieces a "
      "page\n",
      peaks / bytes, most, std::string(which).c_str(), pieces / static_cast<double>(pages.size()));
}

// The page with its body's content ten times.
std::string longer(const std::string& page) {
  const std::size_t body = page.find("<body"), begin = page.find('>', std::min(body, page.size())),
                    end = page.rfind("</body");
  if (begin == page.npos || end == page.npos || end < begin) return {};
  std::string out = page.substr(0, begin + 1);
  for (int i = 0; i < 10; ++i) out += page.substr(begin + 1, end - begin - 1);
  return out + page.substr(end);
}

void measure_growth(const Reader& reader, const std::vector<SavedPage>& pages, int rounds) {
  double once = 0, tenfold = 0, most = 0;
  std::string which;
  for (const SavedPage& page : pages) {
    const std::string longer_page = longer(page.bytes);
    if (longer_page.size() < 9 * page.bytes.size()) continue;
    const double one = quickest(rounds, [&] { clean(reader, page.bytes); });
    const double ten = quickest(rounds, [&] { clean(reader, longer_page); });
    once += one, tenfold += ten;
    if (ten / one > most) most = ten / one, which = page.name;
  }
  if (once == 0) return;
  std::printf("growth: %.2f times the time for 10 times the page (wanted: at most 11); %.2f on one page: %s\n",
              tenfold / once, most, which.c_str());
}

int run(const std::string& only, std::size_t every, int rounds) {
  const std::vector<SavedPage> pages = saved_pages(every);
  if (pages.empty()) {
    std::puts("no pages: WINNOW_SHARED does not say where they are");
    return 77;
  }
  const Reader reader({});
  clean(reader, pages.front().bytes);  // what is made once a process is no page's cost
  if (only == "clean") {
    for (const SavedPage& page : pages) clean(reader, page.bytes);
  } else if (only == "gumbo") {
    for (const SavedPage& page : pages) parse_bare(page.bytes);
  }
  if (only == "bytes" || only == "clean" || only == "gumbo") {
    std::size_t bytes = 0;
    for (const SavedPage& page : pages) bytes += page.bytes.size();
    std::printf("%zu pages, %zu bytes\n", pages.size(), bytes);
  }
  if (only.empty() || only == "time") measure_time(reader, pages, rounds);
  if (only.empty() || only == "memory") measure_memory(reader, pages);
  if (only.empty() || only == "growth") measure_growth(reader, pages, rounds);
  return 0;
}

}  // namespace
}  // namespace winnow::bench

int main(int argc, char** argv) {
  std::string only;
  std::size_t every = 1;
  int rounds = 3;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    if (option == "--only") only = argv[i + 1];
    if (option == "--every") every = std::max(1UL, std::strtoul(argv[i + 1], nullptr, 10));
    if (option == "--rounds") rounds = std::atoi(argv[i + 1]);
  }
  return winnow::bench::run(only, every, rounds);
}
