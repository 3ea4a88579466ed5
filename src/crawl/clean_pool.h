// Cleans pages on threads of its own, so that the crawl's thread only waits for the network.
// Thread-safety: submit() and take() belong to the crawl's thread.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "crawl/cleaner.h"

namespace winnow::crawl {

class CleanPool : public Cleaner {
 public:
  // `threads` at least one. `on_done` is called on a worker's thread after each page.
  CleanPool(int threads, std::function<void()> on_done);
  ~CleanPool() override;  // drops what has not begun, waits for what has
  CleanPool(const CleanPool&) = delete;
  CleanPool& operator=(const CleanPool&) = delete;

  void submit(CleanJob job) override;
  [[nodiscard]] std::vector<CleanDone> take() override;
  [[nodiscard]] Backlog backlog() const override;
  void cancel_all() override;

 private:
  struct Shared;
  std::unique_ptr<Shared> shared_;
};

}  // namespace winnow::crawl
