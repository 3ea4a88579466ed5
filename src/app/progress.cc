#include "app/progress.h"

#include <algorithm>

#include "app/console.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

std::string words(std::uint64_t count, const char* what) { return std::to_string(count) + " " + what; }

const char* verb(crawl::Event::Kind kind) {
  using Kind = crawl::Event::Kind;
  switch (kind) {
    case Kind::run_started:
      return "started";
    case Kind::run_finished:
      return "finished";
    case Kind::source_read:
      return "read";
    case Kind::source_failed:
      return "can't read";
    case Kind::fetched:
      return "fetched";
    case Kind::stored:
      return "stored";
    case Kind::updated:
      return "updated";
    case Kind::duplicate:
      return "duplicate";
    case Kind::refused:
      return "refused";
    case Kind::retry:
      return "trying again";
    case Kind::failed:
      return "failed";
    case Kind::warning:
      return "warning:";
    case Kind::warning_ended:
      return "warning is";
    case Kind::notice:
      return "note";
  }
  return "";
}

}  // namespace

std::string describe(const crawl::Event& event) {
  if (event.kind == crawl::Event::Kind::run_finished && event.summary) return describe(*event.summary);
  const std::string what = event.site + ": " + verb(event.kind);
  // Titles, URLs and reasons come from outside.
  const std::string url = one_line(event.url), text = one_line(event.text);
  if (event.kind == crawl::Event::Kind::stored || event.kind == crawl::Event::Kind::updated) {
    return what + " " + utf8::shorten(text, 60) + " (" + url + ")";
  }
  if (event.kind == crawl::Event::Kind::warning || event.kind == crawl::Event::Kind::warning_ended) {
    return what + " " + utf8::shorten(text, 200) + (url.empty() ? "" : " (since " + url + ")");
  }
  std::string_view why = text;
  if (const std::string named = url + ": "; why.starts_with(named)) why.remove_prefix(named.size());
  return what + (url.empty() ? "" : " " + url) + (why.empty() ? "" : ": " + utf8::shorten(why, 200));
}

std::string describe(const crawl::Summary& s) {
  std::string text = s.site + ": " + words(s.stored, "stored") + ", " + words(s.updated, "updated") + ", " +
                     words(s.duplicates, s.duplicates == 1 ? "duplicate" : "duplicates") + ", " +
                     words(s.refused, "refused") + ", " + words(s.failed, "failed") + "; " +
                     words(s.requests, s.requests == 1 ? "request" : "requests") + ", " +
                     words(s.conditional, "conditional");
  if (s.sources_failed > 0)
    text += "; " + words(s.sources_failed, s.sources_failed == 1 ? "source failed" : "sources failed");
  if (s.left > 0) text += "; " + words(s.left, "pages left for later");
  return text;
}

void Progress::status(const crawl::Summary& s, const std::string& url) {
  out_.show(s.site + ": " + std::to_string(s.pages) + "/" + std::to_string(std::max(s.discovered, s.pages)) +
            " pages, " + words(s.stored, "stored") + "  " + url);
}

void Progress::report(const crawl::Event& event) {
  using Kind = crawl::Event::Kind;
  const bool lasting = event.kind == Kind::failed || event.kind == Kind::source_failed || event.kind == Kind::refused ||
                       event.kind == Kind::warning || event.kind == Kind::warning_ended || event.kind == Kind::notice;
  // The summary of a visit is the command's result, on standard output.
  const bool quiet = event.kind == Kind::fetched || event.kind == Kind::source_read || event.kind == Kind::run_finished;
  if (lasting || (!out_.terminal() && !quiet)) out_.line(describe(event));
  if (event.kind != Kind::run_finished && event.summary) status(*event.summary, event.url);
}

}  // namespace winnow::app
