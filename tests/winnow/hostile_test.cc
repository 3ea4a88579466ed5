// Pages that are made to take time or memory: each is answered within 2 seconds of the processor and 300 MB, with what
// could be read, and says in its trace what was cut.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kMostSeconds = 60;
constexpr long kMostMegabytes = 1L << 20;
#elif defined(NDEBUG)
constexpr double kMostSeconds = 2;
constexpr long kMostMegabytes = 300;
#else
constexpr double kMostSeconds = 10;
constexpr long kMostMegabytes = 300;
#endif

constexpr std::size_t kTenMegabytes = 10'000'000;
constexpr std::string_view kLead =
    "<html><head><title>T</title></head><body><p>The council said on Monday that the bridge over the river would be "
    "closed for a week, because its northern pillar has to be repaired.</p>";

std::string times(std::string_view unit, std::size_t count) {
  std::string out(kLead);
  out.reserve(out.size() + unit.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += unit;
  return out;
}

std::string filled(std::string_view unit) { return times(unit, kTenMegabytes / unit.size() + 1); }

// `each` attributes to an element, a million in all.
std::string attributes(std::size_t each) {
  std::string out(kLead);
  for (std::size_t i = 0; i < 1'000'000; ++i) {
    if (i % each == 0) out += i == 0 ? "<p" : ">text</p><p";
    out += " a" + std::to_string(i) + "=1";
  }
  return out + ">text</p>";
}

enum class Answer : int { good, no_lead, no_mark };

Answer answer(const std::string& page, bool cut) {
  Options options;
  options.trace = true;
  const Reading reading =
      Reader(options).read({.bytes = page, .url = "https://news.example/a", .content_type = {}, .fetched_at = {}});
  const bool marked = std::any_of(reading.trace.begin(), reading.trace.end(),
                                  [](const TraceStep& step) { return step.stage == "parse" && step.action == "cut"; });
  if (cut && !marked) return Answer::no_mark;
  return to_json(reading.article).find("northern pillar") == std::string::npos ? Answer::no_lead : Answer::good;
}

struct Cost {
  Answer answer{};
  bool ended = false;
  double seconds = 0;
  long megabytes = 0;
};

// In a process of its own, which has a peak of memory of its own.
Cost cost_of(const std::string& page, bool cut) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(static_cast<int>(answer(page, cut)));
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  return {static_cast<Answer>(WEXITSTATUS(status)), WIFEXITED(status) != 0,
          static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
              1e-6 * static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec),
          used.ru_maxrss / 1024};
}

struct Case {
  std::string_view name;
  std::string page;
  bool cut = false;  // something is left out, and the trace says so
};

void expect_cheap(const Case& c) {
  const Cost cost = cost_of(c.page, c.cut);
  EXPECT_TRUE(cost.ended) << c.name;
  EXPECT_EQ(cost.answer, Answer::good) << c.name;
  EXPECT_LT(cost.seconds, kMostSeconds) << c.name;
  EXPECT_LT(cost.megabytes, kMostMegabytes) << c.name;
}

TEST(Hostile, DeepNesting) {
  expect_cheap({"80,000 div", times("<div>", 80'000), true});
  expect_cheap({"400,000 b", times("<b>", 400'000), true});
  expect_cheap({"300,000 span", times("<span>", 300'000), true});
}

TEST(Hostile, ManyAttributes) {
  expect_cheap({"on one element", attributes(1'000'000), true});
  expect_cheap({"500 to an element", attributes(500)});
  expect_cheap({"5 to an element", attributes(5)});
}

TEST(Hostile, TenMegabytesOfOneThing) {
  for (const std::string_view unit : {"<div>", "<b>", "<span>"}) expect_cheap({unit, filled(unit), true});
  for (const std::string_view unit : {"<p>x",
                                      "<a href=x>",
                                      "<table><tr><td>",
                                      "<ul><li>",
                                      "<font color=red>",
                                      "<b><i>",
                                      "<b><p>",
                                      "&amp;",
                                      "<",
                                      "</",
                                      "<!--",
                                      "<![CDATA[",
                                      "<svg>",
                                      "<select><option>",
                                      "<script>",
                                      "</div>",
                                      "</p>",
                                      "<div><p>x</p></div>",
                                      "<template>",
                                      "<form>",
                                      "<title>",
                                      "<textarea>",
                                      "<br>",
                                      "<img src=a.jpg>",
                                      "<tr>",
                                      "1 May 2024 10:00 ",
                                      "By Jane Doe and ",
                                      "<h2>Title</h2>",
                                      "<time>2024-01-01</time>",
                                      "word "}) {
    expect_cheap({unit, filled(unit)});
  }
}

}  // namespace
}  // namespace winnow
