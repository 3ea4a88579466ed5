// Findings of a made-up site, for the tests of what `winnow site add` shows and writes.
#pragma once

#include <string>

#include "survey/survey.h"

namespace winnow::app {

inline std::string sample_page(int number, const std::string& more = "") {
  const std::string n = std::to_string(number);
  return "<html lang=en><head><title>Story " + n +
         "</title><meta property=\"article:published_time\" content=\"2025-03-1" + n +
         "T08:00:00+01:00\"></head><body><nav><a href=/>Home</a></nav><article><h1>Story " + n +
         " of the harbour</h1><p class=byline>By Jane Doe</p><p>The ferry of number " + n +
         " left the harbour at noon, and nobody had expected it to come back so soon.</p><p>In the evening the crew "
         "told "
         "reporters what had happened on the way, and why they had turned.</p>" +
         more + "</article><div class=share>Share this article on Facebook</div></body></html>";
}

inline survey::Sample sample(int number, const std::string& more = "") {
  return {.url = "https://news.example.com/2025/story-" + std::to_string(number) + ".html",
          .content_type = "text/html; charset=utf-8",
          .bytes = sample_page(number, more),
          .witness = {}};
}

inline survey::Findings sample_findings() {
  survey::Findings findings;
  findings.site.name = "news.example.com";
  findings.site.home = "https://news.example.com/";
  findings.site.urls.accept = {R"(^/\d{4}/story-\d+\.html$)"};
  findings.evidence = {{"urls.accept", "all articles have such addresses", 5, 5},
                       {"discover.auto", "the home page names a feed", 0, 0}};
  for (int number = 1; number <= 5; ++number) findings.articles.push_back(sample(number));
  findings.others = {{"https://news.example.com/", "the home page"},
                     {"https://news.example.com/about", "a standing page"}};
  return findings;
}

}  // namespace winnow::app
