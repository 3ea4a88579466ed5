// A cleaner that answers at once that each page is no article, and reads sources where it stands: for tests and
// measurements of all the rest.
#pragma once

#include <utility>
#include <vector>

#include "crawl/cleaner.h"

namespace winnow::crawl {

// The crawl asks for what is done before it waits again, so nobody is woken.
class NoCleaner : public Cleaner {
 public:
  void submit(CleanJob job) override {
    CleanDone done;
    done.ticket = job.ticket;
    done.reading.refused = "not cleaned";
    done.parts = std::move(job.parts);
    done_.push_back(std::move(done));
  }
  void submit(SourceJob job) override {
    const SourceText text{job.page.bytes, job.page.url, job.page.content_type};
    SourceFinds finds = read_source(job.source, text, UrlFilter(*job.rules));
    sources_.push_back({job.ticket, std::move(finds), std::move(job.page), {}});
  }
  [[nodiscard]] std::vector<SourceDone> take_sources() override { return std::exchange(sources_, {}); }
  [[nodiscard]] std::vector<CleanDone> take() override { return std::exchange(done_, {}); }
  [[nodiscard]] Backlog backlog() const override { return {done_.size() + sources_.size(), 0}; }
  void cancel_all() override { done_.clear(), sources_.clear(); }

 private:
  std::vector<CleanDone> done_;
  std::vector<SourceDone> sources_;
};

}  // namespace winnow::crawl
