#include "app/clean_jobs.h"

#include <utility>

#include "app/bell.h"
#include "worker/pool.h"

namespace winnow::app {
namespace {

constexpr std::size_t kAhead = 4;  // jobs in memory for each worker: read, cleaned, not yet handed over

}  // namespace

Result<void> clean_jobs(int workers, std::size_t count,
                        const std::function<std::optional<crawl::CleanJob>(std::size_t)>& job_of,
                        const std::function<void(crawl::CleanDone)>& done) {
  Bell bell;  // the pool has more
  auto pool = worker::Pool::start({.workers = workers, .on_done = [&bell] { bell.ring(); }});
  if (!pool) return tl::unexpected(pool.error());
  const std::size_t most = kAhead * static_cast<std::size_t>(workers);
  for (std::size_t next = 0; next < count || (*pool)->backlog().jobs > 0;) {
    for (; next < count && (*pool)->backlog().jobs < most; ++next) {
      auto job = job_of(next);
      if (!job) continue;
      job->ticket = next;
      (*pool)->submit(std::move(*job));
    }
    if ((*pool)->backlog().jobs == 0) continue;
    bell.wait();
    for (crawl::CleanDone& one : (*pool)->take()) done(std::move(one));
  }
  return {};
}

}  // namespace winnow::app
