// What a person sees while `winnow crawl` runs: on a terminal one line that is written over, otherwise a plain line an
// event; both on standard error.
#pragma once

#include <string>

#include "app/status_line.h"
#include "crawl/events.h"

namespace winnow::app {

class Progress : public crawl::Events {
 public:
  void report(const crawl::Event& event) override;

 private:
  void status(const crawl::Summary& summary, const std::string& url);

  StatusLine out_;
};

// One event as a line for people and logs: "example-news: stored TITLE (URL)".
[[nodiscard]] std::string describe(const crawl::Event& event);

// "example-news: 25 stored, 1 updated, 3 duplicates, 2 refused, 1 failed; 40 requests, 12 conditional; 0 left".
[[nodiscard]] std::string describe(const crawl::Summary& summary);

}  // namespace winnow::app
