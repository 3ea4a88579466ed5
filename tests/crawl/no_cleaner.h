// A cleaner that answers at once that each page is no article: for tests and measurements of all the rest. Sources are
// read as ever.
#pragma once

#include <utility>
#include <vector>

#include "crawl/inline_cleaner.h"

namespace winnow::crawl {

class NoCleaner : public InlineCleaner {
 public:
  using InlineCleaner::InlineCleaner;
  using InlineCleaner::submit;
  void submit(CleanJob job) override {
    CleanDone done;
    done.ticket = job.ticket;
    done.reading.refused = "not cleaned";
    done.parts = std::move(job.parts);
    done_.push_back(std::move(done));
  }
  // The crawl asks for what is done before it waits again, so nobody is woken.
  [[nodiscard]] std::vector<CleanDone> take() override { return std::exchange(done_, {}); }
  void cancel_all() override {
    InlineCleaner::cancel_all();
    done_.clear();
  }

 private:
  std::vector<CleanDone> done_;
};

}  // namespace winnow::crawl
