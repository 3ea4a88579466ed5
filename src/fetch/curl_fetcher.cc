#include "fetch/curl_fetcher.h"

#include <curl/curl.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <map>
#include <utility>

#include "fetch/transfer.h"

namespace winnow::fetch {
namespace {

struct MultiDeleter {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using Multi = std::unique_ptr<CURLM, MultiDeleter>;

// A file descriptor that a signal handler may write to.
class Bell {
 public:
  Bell() : fd_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}
  ~Bell() {
    if (fd_ >= 0) close(fd_);
  }
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;

  void ring() noexcept {
    const int kept = errno;
    const std::uint64_t one = 1;
    static_cast<void>(!write(fd_, &one, sizeof one));
    errno = kept;
  }
  [[nodiscard]] bool take() noexcept {
    std::uint64_t count = 0;
    return read(fd_, &count, sizeof count) == sizeof count;
  }
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

class CurlFetcher : public Fetcher {
 public:
  explicit CurlFetcher(CurlOptions options) : options_(std::move(options)), multi_(curl_multi_init()) {
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(options_.connections));
    curl_multi_setopt(multi_.get(), CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
  }
  ~CurlFetcher() override { detach(); }
  CurlFetcher(const CurlFetcher&) = delete;
  CurlFetcher& operator=(const CurlFetcher&) = delete;

  void start(std::uint64_t ticket, Request request) override {
    auto t = std::make_unique<Transfer>();
    t->ticket = ticket;
    t->request = std::move(request);
    waiting_.push_back(std::move(t));
    begin_waiting();
  }

  std::vector<Fetched> wait(Millis at_most) override {
    const auto end = std::chrono::steady_clock::now() + std::clamp(at_most, Millis(0), Millis(std::chrono::hours(1)));
    while (true) {
      advance();
      const bool woken = bell_.take();
      const auto left = std::chrono::ceil<Millis>(end - std::chrono::steady_clock::now());
      if (!done_.empty() || woken || left <= Millis(0)) return std::exchange(done_, {});
      poll(left);
    }
  }

  std::size_t in_flight() const override { return active_.size() + waiting_.size() + done_.size(); }

  void cancel_all() override {
    detach();
    active_.clear();
    waiting_.clear();
    done_.clear();
  }

  void wake() noexcept override { bell_.ring(); }

 private:
  // Transfers beyond the limit wait here and not in libcurl, where their time would already run.
  void begin_waiting() {
    while (!waiting_.empty() && active_.size() < static_cast<std::size_t>(std::max(options_.connections, 1))) {
      auto t = std::move(waiting_.front());
      waiting_.pop_front();
      begin(std::move(t));
    }
  }

  void begin(std::unique_ptr<Transfer> t) {
    t->easy = take_handle();
    if (auto ready = prepare(*t, options_); !ready) {
      done_.push_back({t->ticket, tl::unexpected(ready.error().in(t->request.url))});
      return;
    }
    CURL* easy = t->easy.get();
    if (const CURLMcode code = curl_multi_add_handle(multi_.get(), easy); code != CURLM_OK) {
      done_.push_back({t->ticket, fail(Code::io, t->request.url + ": " + curl_multi_strerror(code))});
      return;
    }
    active_.emplace(easy, std::move(t));
  }

  // Handles are used again: each keeps its TLS sessions.
  Easy take_handle() {
    if (idle_.empty()) return Easy(curl_easy_init());
    Easy easy = std::move(idle_.back());
    idle_.pop_back();
    return easy;
  }

  void advance() {
    int running = 0;
    curl_multi_perform(multi_.get(), &running);
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
    }
    begin_waiting();
  }

  void finish(CURL* easy, CURLcode code) {
    const auto at = active_.find(easy);
    if (at == active_.end()) return;
    std::unique_ptr<Transfer> t = std::move(at->second);
    active_.erase(at);
    done_.push_back({t->ticket, outcome(*t, code)});
    curl_multi_remove_handle(multi_.get(), easy);
    curl_easy_reset(easy);
    idle_.push_back(std::move(t->easy));
  }

  void poll(Millis at_most) {
    curl_waitfd bell{bell_.fd(), CURL_WAIT_POLLIN, 0};
    curl_multi_poll(multi_.get(), &bell, 1, static_cast<int>(at_most.count()), nullptr);
  }

  void detach() {
    for (const auto& [easy, transfer] : active_) curl_multi_remove_handle(multi_.get(), easy);
  }

  CurlOptions options_;
  Multi multi_;
  Bell bell_;
  std::vector<Easy> idle_;
  std::map<CURL*, std::unique_ptr<Transfer>> active_;
  std::deque<std::unique_ptr<Transfer>> waiting_;
  std::vector<Fetched> done_;
};

}  // namespace

std::unique_ptr<Fetcher> make_curl_fetcher(const CurlOptions& options) {
  [[maybe_unused]] static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  return std::make_unique<CurlFetcher>(options);
}

}  // namespace winnow::fetch
