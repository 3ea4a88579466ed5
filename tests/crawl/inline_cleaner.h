// A cleaner for tests: it cleans in take(), on the crawl's thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "crawl/cleaner.h"
#include "fetch/fetcher.h"

namespace winnow::crawl {

class InlineCleaner : public Cleaner {
 public:
  explicit InlineCleaner(fetch::Fetcher& fetcher) : fetcher_(fetcher) {}
  std::string kills;  // pages whose URL has this kill their worker

  void submit(CleanJob job) override {
    jobs_.push_back(std::move(job));
    fetcher_.wake();
  }
  void submit(SourceJob job) override {
    sources_.push_back(std::move(job));
    fetcher_.wake();
  }
  [[nodiscard]] std::vector<SourceDone> take_sources() override {
    std::vector<SourceDone> done;
    for (SourceJob& job : std::exchange(sources_, {})) {
      const bool dies = !kills.empty() && job.page.url.find(kills) != std::string::npos;
      const SourceText text{job.page.bytes, job.page.url, job.page.content_type};
      SourceFinds finds = dies ? SourceFinds() : read_source(job.source, text, UrlFilter(*job.rules));
      done.push_back({job.ticket, std::move(finds), std::move(job.page), dies ? "the page killed its worker" : ""});
    }
    return done;
  }
  [[nodiscard]] std::vector<CleanDone> take() override {
    std::vector<CleanDone> done;
    for (CleanJob& job : std::exchange(jobs_, {})) {
      const bool dies = !kills.empty() && job.parts.front().url.find(kills) != std::string::npos;
      Reading reading = dies ? Reading() : Reader(*job.options).read(pages_of(job));
      done.push_back({job.ticket, std::move(reading), std::move(job.parts), dies ? "the page killed its worker" : ""});
    }
    return done;
  }
  [[nodiscard]] Backlog backlog() const override { return {jobs_.size() + sources_.size(), 0}; }
  void cancel_all() override { jobs_.clear(), sources_.clear(); }

 private:
  fetch::Fetcher& fetcher_;
  std::vector<CleanJob> jobs_;
  std::vector<SourceJob> sources_;
};

}  // namespace winnow::crawl
