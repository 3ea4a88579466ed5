// Cleans pages on threads of its own, so that the crawl's thread only waits for the network.
// Thread-safety: submit() and take() belong to the crawl's thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "winnow/winnow.h"

namespace winnow::crawl {

// A page that owns its bytes.
struct PartPage {
  std::string bytes, url, content_type, fetched_at;
};

struct CleanJob {
  std::uint64_t ticket = 0;
  std::shared_ptr<const Reader> reader;  // shared: jobs outlive a reload that replaces it
  std::vector<PartPage> parts;
  std::string known;                         // Page::known, of their host
  std::shared_ptr<const std::string> lines;  // Page::site; shared: the site goes on learning meanwhile
};

struct CleanDone {
  std::uint64_t ticket = 0;
  Reading reading;
  std::vector<PartPage> parts;
};

class CleanPool {
 public:
  // `threads` at least one. `on_done` is called on a worker's thread after each page.
  CleanPool(int threads, std::function<void()> on_done);
  ~CleanPool();  // drops what has not begun, waits for what has
  CleanPool(const CleanPool&) = delete;
  CleanPool& operator=(const CleanPool&) = delete;

  void submit(CleanJob job);
  [[nodiscard]] std::vector<CleanDone> take();

 private:
  struct Shared;
  std::unique_ptr<Shared> shared_;
};

}  // namespace winnow::crawl
