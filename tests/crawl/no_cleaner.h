// A cleaner that answers at once that each page is no article: for tests and measurements of all the rest.
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
  [[nodiscard]] std::vector<CleanDone> take() override { return std::exchange(done_, {}); }
  [[nodiscard]] Backlog backlog() const override { return {done_.size(), 0}; }
  void cancel_all() override { done_.clear(); }

 private:
  std::vector<CleanDone> done_;
};

}  // namespace winnow::crawl
