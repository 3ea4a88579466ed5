#include "crawl/clean_pool.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace winnow::crawl {

struct CleanPool::Shared {
  std::mutex mutex;
  std::condition_variable_any has_job;
  std::deque<CleanJob> jobs;
  std::vector<CleanDone> done;
  std::uint64_t era = 0;  // jobs of an older one were cancelled
  Backlog backlog;
  std::function<void()> on_done;
  std::vector<std::jthread> threads;  // last: joined before the rest goes

  void work(const std::stop_token& stop);
};

namespace {

CleanDone clean_one(CleanJob job) {
  Reading reading = Reader(*job.options).read(pages_of(job));
  return {job.ticket, std::move(reading), std::move(job.parts), {}};
}

std::size_t size_of(const std::vector<PartPage>& parts) {
  std::size_t bytes = 0;
  for (const PartPage& part : parts) bytes += part.bytes.size();
  return bytes;
}

}  // namespace

void CleanPool::Shared::work(const std::stop_token& stop) {
  while (true) {
    CleanJob job;
    std::uint64_t began = 0;
    {
      std::unique_lock lock(mutex);
      if (!has_job.wait(lock, stop, [this] { return !jobs.empty(); }) || stop.stop_requested()) return;
      job = std::move(jobs.front());
      jobs.pop_front();
      began = era;
    }
    CleanDone result = clean_one(std::move(job));
    {
      const std::lock_guard lock(mutex);
      if (began == era) done.push_back(std::move(result));
    }
    on_done();
  }
}

CleanPool::CleanPool(int threads, std::function<void()> on_done) : shared_(std::make_unique<Shared>()) {
  shared_->on_done = std::move(on_done);
  for (int i = 0; i < std::max(threads, 1); ++i) {
    shared_->threads.emplace_back([shared = shared_.get()](const std::stop_token& stop) { shared->work(stop); });
  }
}

CleanPool::~CleanPool() {
  for (std::jthread& thread : shared_->threads) thread.request_stop();
  shared_->threads.clear();
}

void CleanPool::submit(CleanJob job) {
  {
    const std::lock_guard lock(shared_->mutex);
    ++shared_->backlog.jobs;
    shared_->backlog.bytes += size_of(job.parts);
    shared_->jobs.push_back(std::move(job));
  }
  shared_->has_job.notify_one();
}

std::vector<CleanDone> CleanPool::take() {
  const std::lock_guard lock(shared_->mutex);
  for (const CleanDone& done : shared_->done) {
    --shared_->backlog.jobs;
    shared_->backlog.bytes -= size_of(done.parts);
  }
  return std::exchange(shared_->done, {});
}

Cleaner::Backlog CleanPool::backlog() const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->backlog;
}

void CleanPool::cancel_all() {
  const std::lock_guard lock(shared_->mutex);
  ++shared_->era;
  shared_->jobs.clear();
  shared_->done.clear();
  shared_->backlog = {};
}

}  // namespace winnow::crawl
