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
  [[nodiscard]] std::vector<CleanDone> take() override {
    std::vector<CleanDone> done;
    for (CleanJob& job : std::exchange(jobs_, {})) {
      const bool dies = !kills.empty() && job.parts.front().url.find(kills) != std::string::npos;
      Reading reading = dies ? Reading() : Reader(*job.options).read(pages_of(job));
      done.push_back({job.ticket, std::move(reading), std::move(job.parts), dies ? "the page killed its worker" : ""});
    }
    return done;
  }
  [[nodiscard]] Backlog backlog() const override { return {jobs_.size(), 0}; }
  void cancel_all() override { jobs_.clear(); }

 private:
  fetch::Fetcher& fetcher_;
  std::vector<CleanJob> jobs_;
};

}  // namespace winnow::crawl
