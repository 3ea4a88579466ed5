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
  std::function<void()> on_done;
  std::vector<std::jthread> threads;  // last: joined before the rest goes

  void work(const std::stop_token& stop);
};

namespace {

CleanDone clean_one(CleanJob job) {
  std::vector<Page> pages;
  for (const PartPage& part : job.parts) {
    pages.push_back({part.bytes, part.url, part.content_type, part.fetched_at, Input::html, job.known, *job.lines});
  }
  Reading reading = job.reader->read(pages);
  return {job.ticket, std::move(reading), std::move(job.parts)};
}

}  // namespace

void CleanPool::Shared::work(const std::stop_token& stop) {
  while (true) {
    CleanJob job;
    {
      std::unique_lock lock(mutex);
      if (!has_job.wait(lock, stop, [this] { return !jobs.empty(); }) || stop.stop_requested()) return;
      job = std::move(jobs.front());
      jobs.pop_front();
    }
    CleanDone result = clean_one(std::move(job));
    {
      const std::lock_guard lock(mutex);
      done.push_back(std::move(result));
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
    shared_->jobs.push_back(std::move(job));
  }
  shared_->has_job.notify_one();
}

std::vector<CleanDone> CleanPool::take() {
  const std::lock_guard lock(shared_->mutex);
  return std::exchange(shared_->done, {});
}

}  // namespace winnow::crawl
