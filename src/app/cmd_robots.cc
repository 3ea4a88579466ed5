// winnow robots: what a robots.txt allows an agent. A line for each URL: "allowed" or "disallowed", the URL, and the
// rule that decided ("-" where none did), with tabs between. Exit status 1 if the file can't be read or something
// given is no URL; a URL that is disallowed is no failure.
#include "app/commands.h"
#include "app/console.h"
#include "base/url.h"
#include "schedule/robots.h"

namespace winnow::app {
namespace {

// What a request for it would send: path and query. A path alone, "/news?id=1", will do.
std::optional<std::string> request_path(const std::string& text) {
  static constexpr std::string_view kAnyOrigin = "http://localhost/";
  const auto base = Url::parse(kAnyOrigin);
  const auto url = Url::parse(text, text.starts_with('/') && base ? &*base : nullptr);
  if (!url) return std::nullopt;
  return url->pathname() + url->search();
}

std::string line_of(const std::string& url, const schedule::RobotsVerdict& verdict) {
  const std::string rule = verdict.rule.empty() ? "-" : verdict.rule;
  return std::string(verdict.allowed ? "allowed" : "disallowed") + "\t" + url + "\t" + rule + "\n";
}

}  // namespace

int run_robots(const Globals&, const RobotsArgs& args) {
  const auto text = read_file(args.file);
  if (!text) {
    complain(text.error().text);
    return kSomeFailed;
  }
  const auto robots = schedule::Robots::parse(*text);
  int status = kDone;
  for (const std::string& url : args.urls) {
    const auto path = request_path(url);
    if (path) {
      print(line_of(url, robots.check(args.agent, *path)));
    } else {
      complain(url + ": no URL; give it whole, as https://example.com/news, or its path");
      status = kSomeFailed;
    }
  }
  return flush_output() ? status : kSomeFailed;
}

}  // namespace winnow::app
