#include "fetch/curl_fetcher.h"

#include <curl/curl.h>
#include <sys/resource.h>

#include <algorithm>
#include <deque>
#include <utility>

#include "fetch/bell.h"
#include "fetch/sockets.h"
#include "fetch/transfer.h"

namespace winnow::fetch {
namespace {

struct MultiDeleter {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using Multi = std::unique_ptr<CURLM, MultiDeleter>;

// Idle connections to keep. A host is asked again only after its delay, so there are more of them than are busy at
// once; but half the descriptors stay for others.
long idle_connections(int at_once) {
  constexpr rlim_t kMost = 1024;
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) files.rlim_cur = kMost;
  const rlim_t wanted = std::clamp<rlim_t>(4 * static_cast<rlim_t>(std::max(at_once, 1)), 16, kMost);
  return static_cast<long>(std::max<rlim_t>(std::min(wanted, files.rlim_cur / 2), 1));
}

class CurlFetcher : public Fetcher {
 public:
  explicit CurlFetcher(CurlOptions options)
      : options_(std::move(options)), multi_(curl_multi_init()), sockets_(multi_.get(), bell_.fd()) {
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, idle_connections(options_.connections));
    curl_multi_setopt(multi_.get(), CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
  }
  ~CurlFetcher() override { detach(); }
  CurlFetcher(const CurlFetcher&) = delete;
  CurlFetcher& operator=(const CurlFetcher&) = delete;

  void start(std::uint64_t ticket, Request request) override {
    waiting_.emplace_back(ticket, std::move(request));
    begin_waiting();
  }

  std::vector<Fetched> wait(Millis at_most) override {
    Millis left = done_.empty() ? std::clamp(at_most, Millis(0), Millis(std::chrono::hours(1))) : Millis(0);
    const auto end = std::chrono::steady_clock::now() + left;
    while (true) {
      const bool woken = sockets_.run(left) && bell_.take();
      collect();
      left = std::chrono::ceil<Millis>(end - std::chrono::steady_clock::now());
      if (!done_.empty() || woken || left <= Millis(0)) return std::exchange(done_, {});
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
      auto [ticket, request] = std::move(waiting_.front());
      waiting_.pop_front();
      begin(ticket, std::move(request));
    }
  }

  void begin(std::uint64_t ticket, Request request) {
    std::unique_ptr<Transfer> t = take_idle();
    if (auto prepared = prepare(*t, ticket, std::move(request)); !prepared) {
      done_.push_back({ticket, tl::unexpected(prepared.error().in(t->request.url))});
      idle_.push_back(std::move(t));
      return;
    }
    if (const CURLMcode code = curl_multi_add_handle(multi_.get(), t->easy.get()); code != CURLM_OK) {
      done_.push_back({ticket, fail(Code::io, t->request.url + ": " + curl_multi_strerror(code))});
      return;
    }
    t->place = active_.size();
    active_.push_back(std::move(t));
  }

  // Transfers are used again: most of what they are told stays, and so do their TLS sessions.
  std::unique_ptr<Transfer> take_idle() {
    if (idle_.empty()) return std::make_unique<Transfer>(options_, held_);
    std::unique_ptr<Transfer> t = std::move(idle_.back());
    idle_.pop_back();
    return t;
  }

  void collect() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
    }
    begin_waiting();
  }

  void finish(CURL* easy, CURLcode code) {
    void* user = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &user);
    const std::size_t place = static_cast<Transfer*>(user)->place;
    std::unique_ptr<Transfer> t = std::move(active_[place]);
    active_[place] = std::move(active_.back());
    active_.pop_back();
    if (place < active_.size()) active_[place]->place = place;
    done_.push_back({t->ticket, outcome(*t, code)});
    curl_multi_remove_handle(multi_.get(), easy);
    idle_.push_back(std::move(t));
  }

  void detach() {
    for (const auto& t : active_) curl_multi_remove_handle(multi_.get(), t->easy.get());
  }

  CurlOptions options_;
  std::size_t held_ = 0;  // bytes of the bodies under way
  Multi multi_;
  Bell bell_;
  Sockets sockets_;  // before the multi goes
  std::vector<std::unique_ptr<Transfer>> idle_, active_;
  std::deque<std::pair<std::uint64_t, Request>> waiting_;
  std::vector<Fetched> done_;
};

}  // namespace

std::unique_ptr<Fetcher> make_curl_fetcher(const CurlOptions& options) {
  [[maybe_unused]] static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  return std::make_unique<CurlFetcher>(options);
}

}  // namespace winnow::fetch
