#include "worker/pool.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "worker/slot.h"

namespace winnow::worker {
namespace {

constexpr Millis kLongestWait{60'000};
constexpr int kFirstTries = 3;  // starts that may fail (somebody kills one) before it is the machine that is unfit

}  // namespace

// What both threads know, and the pool's thread.
struct Pool::Shared {
  explicit Shared(PoolOptions the_options) : options(std::move(the_options)), bell(::eventfd(0, EFD_CLOEXEC)) {}
  ~Shared() {
    if (thread.joinable()) {
      {
        const std::lock_guard lock(mutex);
        stopping = true;
      }
      ring();
      thread.join();
    }
    if (bell >= 0) ::close(bell);
  }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;

  void ring() const { (void)!::write(bell, &kOne, sizeof kOne); }

  // On the pool's thread.
  void run();
  void assign(std::vector<Slot>& slots);
  void wait(std::vector<Slot>& slots, Tidings& tidings);
  void settle(Tidings tidings, const std::vector<Slot>& slots);
  bool add(Done one);  // false: it was cancelled. The mutex is held

  void submit(Job job);
  template <class T>
  std::vector<T> take(std::vector<T>& from);

  static constexpr std::uint64_t kOne = 1;
  const PoolOptions options;
  const int bell;  // an eventfd: there is something new for the thread
  mutable std::mutex mutex;
  std::condition_variable begun;
  std::deque<Job> queue;
  std::vector<crawl::CleanDone> pages;
  std::vector<crawl::SourceDone> sources;
  Backlog backlog;
  std::uint64_t era = 0;
  Status status;
  bool ever_ready = false, stopping = false;
  int unfit = 0;  // starts that failed
  std::thread thread;
};

void Pool::Shared::run() {
  std::vector<Slot> slots;
  slots.reserve(static_cast<std::size_t>(options.workers));
  for (int i = 0; i < options.workers; ++i) slots.emplace_back(options);
  while (true) {
    Tidings tidings;
    for (Slot& slot : slots) slot.tend(std::chrono::steady_clock::now(), tidings);
    settle(std::exchange(tidings, {}), slots);
    {
      const std::lock_guard lock(mutex);
      if (stopping) return;
    }
    assign(slots);
    wait(slots, tidings);
    settle(std::move(tidings), slots);
  }
}

// Those without a page first, then a second one for each, so that none waits for its next.
void Pool::Shared::assign(std::vector<Slot>& slots) {
  for (const std::size_t given : {std::size_t{0}, std::size_t{1}}) {
    for (Slot& slot : slots) {
      if (!slot.takes() || slot.given() != given) continue;
      std::unique_lock lock(mutex);
      if (queue.empty()) return;
      Job job = std::move(queue.front());
      queue.pop_front();
      lock.unlock();
      slot.give(std::move(job), std::chrono::steady_clock::now());
    }
  }
}

void Pool::Shared::wait(std::vector<Slot>& slots, Tidings& tidings) {
  std::vector<pollfd> wishes = {{bell, POLLIN, 0}};
  std::vector<Slot*> whose = {nullptr};
  auto until = std::chrono::steady_clock::now() + kLongestWait;
  for (Slot& slot : slots) {
    if (const auto due = slot.due()) until = std::min(until, *due);
    if (slot.process() == nullptr) continue;
    const int wish = POLLIN | (slot.process()->wants_to_write() ? POLLOUT : 0);
    wishes.push_back({slot.process()->socket(), static_cast<short>(wish), 0});
    whose.push_back(&slot);
  }
  const auto left = std::chrono::ceil<Millis>(until - std::chrono::steady_clock::now());
  if (::poll(wishes.data(), wishes.size(), static_cast<int>(std::max(left, Millis(0)).count())) <= 0) return;
  std::uint64_t rung = 0;
  if (wishes[0].revents != 0) (void)!::read(bell, &rung, sizeof rung);
  for (std::size_t i = 1; i < wishes.size(); ++i) {
    if (wishes[i].revents != 0) whose[i]->talk(std::chrono::steady_clock::now(), tidings);
  }
}

void Pool::Shared::settle(Tidings tidings, const std::vector<Slot>& slots) {
  bool more = false;
  {
    const std::lock_guard lock(mutex);
    for (auto job = tidings.back.rbegin(); job != tidings.back.rend(); ++job) {
      if (job->era == era) queue.push_front(std::move(*job));
    }
    for (Done& one : tidings.done) more = add(std::move(one)) || more;
    status.started += tidings.started;
    status.died += tidings.died;
    if (tidings.unfit) status.trouble = *tidings.unfit, ++unfit;
    if (tidings.ready) status.trouble.clear(), ever_ready = true;
    status.ready.clear();
    for (const Slot& slot : slots) {
      if (slot.ready()) status.ready.push_back(slot.process()->pid());
    }
  }
  if (tidings.ready || tidings.unfit) begun.notify_all();
  if (more && options.on_done) options.on_done();
}

bool Pool::Shared::add(Done one) {
  if (one.era != era) return false;
  if (auto* page = std::get_if<crawl::CleanDone>(&one.work)) {
    pages.push_back(std::move(*page));
  } else {
    sources.push_back(std::move(std::get<crawl::SourceDone>(one.work)));
  }
  return true;
}

void Pool::Shared::submit(Job job) {
  {
    const std::lock_guard lock(mutex);
    ++backlog.jobs;
    backlog.bytes += bytes_of(job);
    job.era = era;
    queue.push_back(std::move(job));
  }
  ring();
}

template <class T>
std::vector<T> Pool::Shared::take(std::vector<T>& from) {
  const std::lock_guard lock(mutex);
  for (const T& one : from) {
    --backlog.jobs;
    backlog.bytes -= bytes_of(one);
  }
  return std::exchange(from, {});
}

Pool::Pool(std::unique_ptr<Shared> shared) : shared_(std::move(shared)) {}
Pool::~Pool() = default;

Result<std::unique_ptr<Pool>> Pool::start(PoolOptions options) {
  options.workers = std::max(options.workers, 1);
  std::unique_ptr<Pool> pool(new Pool(std::make_unique<Shared>(std::move(options))));
  Shared& shared = *pool->shared_;
  if (shared.bell < 0) return fail(Code::io, "no eventfd for the workers; too many files are open");
  shared.thread = std::thread([&shared] { shared.run(); });
  std::unique_lock lock(shared.mutex);
  shared.begun.wait(lock, [&shared] { return shared.ever_ready || shared.unfit >= kFirstTries; });
  const std::string trouble = shared.ever_ready ? std::string() : shared.status.trouble;
  lock.unlock();
  if (!trouble.empty()) {
    return fail(Code::io, "no worker process can be started to clean pages: " + trouble +
                              "; docs/crawl.md says under \"Workers\" what one needs");
  }
  return pool;
}

void Pool::submit(crawl::CleanJob job) { shared_->submit({std::move(job)}); }
void Pool::submit(crawl::SourceJob job) { shared_->submit({std::move(job)}); }
std::vector<crawl::CleanDone> Pool::take() { return shared_->take(shared_->pages); }
std::vector<crawl::SourceDone> Pool::take_sources() { return shared_->take(shared_->sources); }

crawl::Cleaner::Backlog Pool::backlog() const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->backlog;
}

void Pool::cancel_all() {
  const std::lock_guard lock(shared_->mutex);
  ++shared_->era;
  shared_->queue.clear();
  shared_->pages.clear();
  shared_->sources.clear();
  shared_->backlog = {};
}

Pool::Status Pool::status() const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->status;
}

}  // namespace winnow::worker
