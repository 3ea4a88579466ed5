#include "fetch/sockets.h"

#include <curl/curl.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace winnow::fetch {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kEventsAtOnce = 256;

int on_socket(CURL*, curl_socket_t fd, int what, void* user, void*) {
  static_cast<Sockets*>(user)->watch(fd, what);
  return 0;
}

int on_timer(CURLM*, long millis, void* user) {
  static_cast<Sockets*>(user)->set_timer(millis);
  return 0;
}

std::uint32_t events_of(int what) {
  const std::uint32_t in = (what & CURL_POLL_IN) != 0 ? EPOLLIN : 0U;
  const std::uint32_t out = (what & CURL_POLL_OUT) != 0 ? EPOLLOUT : 0U;
  return in | out;
}

int mask_of(std::uint32_t events) {
  int mask = 0;
  if ((events & (EPOLLIN | EPOLLHUP)) != 0) mask |= CURL_CSELECT_IN;
  if ((events & EPOLLOUT) != 0) mask |= CURL_CSELECT_OUT;
  if ((events & EPOLLERR) != 0) mask |= CURL_CSELECT_ERR;
  return mask;
}

}  // namespace

Sockets::Sockets(void* multi, int bell) : multi_(multi), bell_(bell), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = bell_;
  epoll_ctl(epoll_, EPOLL_CTL_ADD, bell_, &event);
  curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, &on_socket);
  curl_multi_setopt(multi_, CURLMOPT_SOCKETDATA, this);
  curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, &on_timer);
  curl_multi_setopt(multi_, CURLMOPT_TIMERDATA, this);
}

Sockets::~Sockets() {
  curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, nullptr);
  curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, nullptr);
  if (epoll_ >= 0) close(epoll_);
}

void Sockets::watch(int fd, int what) {
  const auto place = static_cast<std::size_t>(fd);
  if (watched_.size() <= place) watched_.resize(place + 1);
  epoll_event event{};
  event.events = what == CURL_POLL_REMOVE ? 0U : events_of(what);
  event.data.fd = fd;
  if (what == CURL_POLL_REMOVE) {
    // It may be closed already; then it has left the epoll by itself.
    epoll_ctl(epoll_, EPOLL_CTL_DEL, fd, &event);
  } else if (!watched_[place] || epoll_ctl(epoll_, EPOLL_CTL_MOD, fd, &event) != 0) {
    // A descriptor whose number was another's, which was closed without a word.
    if (epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event) != 0) epoll_ctl(epoll_, EPOLL_CTL_MOD, fd, &event);
  }
  watched_[place] = what != CURL_POLL_REMOVE;
}

void Sockets::set_timer(long millis) {
  due_ = millis < 0 ? std::nullopt : std::optional(Clock::now() + Millis(millis));
}

int Sockets::wait(Millis at_most) const {
  if (due_) at_most = std::min(at_most, std::chrono::ceil<Millis>(*due_ - Clock::now()));
  return static_cast<int>(std::max(at_most, Millis(0)).count());
}

bool Sockets::run(Millis at_most) {
  std::array<epoll_event, kEventsAtOnce> events{};
  const int count = epoll_wait(epoll_, events.data(), kEventsAtOnce, wait(at_most));
  int running = 0;
  bool rung = false;
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    if (event.data.fd == bell_) {
      rung = true;
      continue;
    }
    curl_multi_socket_action(multi_, event.data.fd, mask_of(event.events), &running);
  }
  if (!due_ || *due_ > Clock::now()) return rung;
  due_.reset();  // libcurl sets it anew while it acts
  curl_multi_socket_action(multi_, CURL_SOCKET_TIMEOUT, 0, &running);
  return rung;
}

}  // namespace winnow::fetch
