// Worker processes that clean pages and read sources, behind the crawl's interface. A page that kills its worker costs
// that page alone: it is tried once more in a new process (another page, or whoever runs the machine, may have been at
// fault), and if it kills that too it comes out as CleanDone::killed. The other pages don't notice, and the worker is
// replaced.
//
// A thread of its own moves the bytes; it never parses. All belongs to one thread but status(), which may be called
// from any.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "crawl/cleaner.h"
#include "worker/limits.h"

namespace winnow::worker {

struct PoolOptions {
  int workers = 1;
  Limits limits = {};
  std::vector<std::string> command = {"/proc/self/exe", "worker"};  // what runs serve()
  std::function<void()> on_done = {};                               // called on the pool's thread when take() has more
};

class Pool : public crawl::Cleaner {
 public:
  // Starts the workers and waits for the first to be ready. An error says why none can be: then no page could be
  // cleaned.
  static Result<std::unique_ptr<Pool>> start(PoolOptions options);
  ~Pool() override;  // ends the workers at once
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  void submit(crawl::CleanJob job) override;
  void submit(crawl::SourceJob job) override;
  [[nodiscard]] std::vector<crawl::CleanDone> take() override;
  [[nodiscard]] std::vector<crawl::SourceDone> take_sources() override;
  [[nodiscard]] Backlog backlog() const override;
  void cancel_all() override;

  struct Status {
    std::vector<pid_t> ready;   // the workers that take pages now
    std::uint64_t started = 0;  // ever
    std::uint64_t died = 0;     // of them, with or without a page
    std::string trouble;        // why no worker can be started; pages wait meanwhile. Empty: nothing is wrong
  };
  [[nodiscard]] Status status() const;

 private:
  struct Shared;
  explicit Pool(std::unique_ptr<Shared> shared);
  std::unique_ptr<Shared> shared_;
};

}  // namespace winnow::worker
