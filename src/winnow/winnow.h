// The entry point of the library: a page in, an article out.
//
//   winnow::Article a = winnow::clean({.bytes = html, .url = "https://news.example.com/1.html"});
//
// Everything here is pure and total: no files, sockets, clock, environment, threads or logging, and any
// bytes give an answer in bounded time and memory. It does not fetch, and it does not store.
// Thread-safety: free functions may be called from any thread; a Reader is immutable once made and may
// be shared between threads.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "winnow/article.h"
#include "winnow/observation.h"
#include "winnow/options.h"
#include "winnow/site_lines.h"
#include "winnow/trace.h"

namespace winnow {

inline constexpr std::string_view kVersion = "0.1.0";

enum class Input { html, text };

// One response as it was served. The views must outlive the call that takes the page.
struct Page {
  std::string_view bytes;
  std::string_view url;           // absolute, where it was fetched; may be empty
  std::string_view content_type;  // the HTTP header's value; may be empty
  std::string_view fetched_at;    // ISO 8601; copied into the article
  Input input = Input::html;
  std::string_view known = {};  // of the page's host: the last Reading::learned of its pages; may be empty
  // The memory of the page's site (site_lines.h; empty when it begins). Nothing: the page is read by itself, and
  // Reading::seen is not filled.
  std::optional<std::string_view> site = {};
};

// All that a page told.
struct Reading {
  Article article;
  std::string refused;      // why there is no article ("a PDF, not HTML"); empty when there is one
  // Absolute URL of the article's next part, or of the page that has it whole (Field::single_page), which then is given
  // as the second part; empty when there is none.
  std::string next_page;
  Trace trace;              // where Options::trace
  std::string marked_html;  // where Options::mark: the page with kept and dropped blocks marked
  std::string learned;      // of the host, to be kept for its other pages; empty when there is nothing new
  Observation observation;  // of its make, for comparison with other pages of the site
  SeenPage seen;            // where Page::site and CleanOptions::learn: for remember(), when the article is kept
  bool refetch = false;     // characters were lost on the way here: another fetch may have them
};

// A problem in the options: which rule, what is wrong, what would be right.
struct Problem {
  std::string where;  // "rules[0].title.css"
  std::string what;
};

// Compiles the options once, for many pages. Wrong rules are left out (and named by check()).
class Reader {
 public:
  explicit Reader(Options options);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // The parts of one article in order (most often one page). Title and fields come from the first. Where the first
  // leads to a page with the whole article, the second is that one, and its body alone counts.
  [[nodiscard]] Reading read(std::span<const Page> parts) const;
  [[nodiscard]] Reading read(const Page& page) const { return read(std::span(&page, 1)); }

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

[[nodiscard]] Article clean(const Page& page, const Options& options = {});
[[nodiscard]] std::vector<Problem> check(const Options& options);

// Text in, repaired text out (decoded already), line structure kept: what `winnow repair` does.
struct Repaired {
  std::string text;
  std::vector<Repair> changes;
  std::string learned;  // as Reading::learned
  bool refetch = false;
  Trace trace;  // the gates and the guesses; every change where it is `explained`
};
[[nodiscard]] Repaired repair_text(std::string_view text, const RepairOptions& options = {}, bool explained = false,
                                   std::string_view known = {});

// Bytes in, UTF-8 out: what `winnow decode` does. `encoding` is the WHATWG name that was used.
struct Decoded {
  std::string text;
  std::string encoding;
  std::string why;  // "BOM", "HTTP header", "meta", "detected", ...
};
[[nodiscard]] Decoded decode_bytes(std::string_view bytes, std::string_view content_type = {},
                                   std::string_view forced_label = "auto");

}  // namespace winnow
