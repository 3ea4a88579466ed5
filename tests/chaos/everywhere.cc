#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "chaos/own_network.h"

namespace winnow::chaos {
namespace {

constexpr std::string_view kPage = "<html><title>A page</title><body><article><p>Nothing.</p></article></body></html>";

// An IPv4 address that came over IPv6's socket is shown as it is.
std::string to_text(const in6_addr& address) {
  char text[INET6_ADDRSTRLEN] = {};
  if (!IN6_IS_ADDR_V4MAPPED(&address)) return inet_ntop(AF_INET6, &address, text, sizeof text);
  return inet_ntop(AF_INET, reinterpret_cast<const char*>(&address) + 12, text, sizeof text);
}

std::string redirect_to(const std::string& location) {
  return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

std::string answer_to(const std::string& request) {
  const std::size_t one = request.find(' ');
  const std::string target = request.substr(one + 1, request.find(' ', one + 1) - one - 1);
  if (target.starts_with("/to?")) return redirect_to(target.substr(4));
  if (target.starts_with("/chain?") && target != "/chain?0") {
    return redirect_to("/chain?" + std::to_string(std::atoi(target.c_str() + 7) - 1));
  }
  if (target == "/robots.txt") return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + std::string(kPage);
}

}  // namespace

class Everywhere::Loop {
 public:
  Loop() : fd_(socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const int yes = 1, no = 0;
    setsockopt(fd_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    setsockopt(fd_, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
    sockaddr_in6 at{};
    at.sin6_family = AF_INET6;
    at.sin6_port = htons(80);
    if (bind(fd_, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0 || listen(fd_, 512) != 0) {
      throw std::runtime_error("no port 80");
    }
    thread_ = std::thread([this] { run(); });
  }
  ~Loop() {
    stop_ = true;
    thread_.join();
    close(fd_);
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  [[nodiscard]] std::map<std::string, int> dialled() const {
    const std::scoped_lock lock(mutex_);
    return dialled_;
  }
  [[nodiscard]] int requests() const { return requests_; }

 private:
  void run() {
    while (!stop_) {
      pollfd waiting{fd_, POLLIN, 0};
      if (poll(&waiting, 1, 50) <= 0) continue;
      const int client = accept4(fd_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client < 0) continue;
      serve(client);
      close(client);
    }
  }

  void serve(int client) {
    sockaddr_in6 here{};
    socklen_t size = sizeof here;
    getsockname(client, reinterpret_cast<sockaddr*>(&here), &size);
    {
      const std::scoped_lock lock(mutex_);
      ++dialled_[to_text(here.sin6_addr)];
    }
    const timeval patience{1, 0};
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::string request;
    char buffer[8192];
    while (request.find("\r\n\r\n") == std::string::npos) {
      const ssize_t n = recv(client, buffer, sizeof buffer, 0);
      if (n <= 0) return;
      request.append(buffer, static_cast<std::size_t>(n));
    }
    ++requests_;
    const std::string answer = answer_to(request);
    send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
    shutdown(client, SHUT_WR);
    while (recv(client, buffer, sizeof buffer, 0) > 0) continue;
  }

  int fd_;
  std::atomic<bool> stop_{false};
  std::atomic<int> requests_{0};
  mutable std::mutex mutex_;
  std::map<std::string, int> dialled_;
  std::thread thread_;
};

Everywhere::Everywhere() : loop_(std::make_unique<Loop>()) {}
Everywhere::~Everywhere() = default;
std::map<std::string, int> Everywhere::dialled() const { return loop_->dialled(); }
int Everywhere::requests() const { return loop_->requests(); }

}  // namespace winnow::chaos
