#include "newsstand/http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>

namespace winnow::newsstand {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxRequest = 64 << 10;
constexpr std::size_t kMaxConnections = 500;
constexpr std::size_t kMaxLog = 200'000;

class Socket {
 public:
  explicit Socket(int fd = -1) : fd_(fd) {}
  Socket(Socket&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Socket() {
    if (fd_ >= 0) close(fd_);
  }
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

struct Piece {
  Millis wait{0};  // after the piece before it
  std::string bytes;
  std::size_t sent = 0;
};

struct Connection {
  Socket socket;
  int number = 0;
  std::string in;
  std::deque<Piece> out;
  std::string again;        // of an endless answer
  Clock::time_point due{};  // when the first piece may go
  bool last = false;        // close when all is sent
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

std::string_view trim(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r");
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

// The request up to its empty line; nothing when it is malformed. Requests have no bodies here.
std::optional<Query> parse(std::string_view text) {
  Query q;
  const std::string_view first = text.substr(0, text.find("\r\n"));
  const auto one = first.find(' '), two = first.rfind(' ');
  if (one == first.npos || two == one || first.substr(two + 1, 7) != "HTTP/1.") return std::nullopt;
  q.method = first.substr(0, one);
  q.target = first.substr(one + 1, two - one - 1);
  q.version = first.substr(two + 1);
  std::size_t at = first.size() + 2;
  while (at < text.size()) {
    const auto end = std::min(text.find("\r\n", at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 2;
    const auto colon = line.find(':');
    if (colon != line.npos) q.headers.emplace_back(lower(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  return q;
}

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 429:
      return "Too Many Requests";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Unknown";
  }
}

bool has_body(const Reply& reply) { return reply.status >= 200 && reply.status != 204 && reply.status != 304; }

std::string head_of(const Reply& reply, bool close) {
  std::string out = "HTTP/1.1 " + std::to_string(reply.status) + " " + std::string(reason(reply.status)) + "\r\n";
  for (const auto& [name, value] : reply.headers) out += name + ": " + value + "\r\n";
  if (reply.chunked) {
    out += "Transfer-Encoding: chunked\r\n";
  } else if (has_body(reply) && !reply.endless) {
    out += "Content-Length: " + std::to_string(reply.announced.value_or(reply.body.size())) + "\r\n";
  }
  return out + (close ? "Connection: close\r\n\r\n" : "\r\n");
}

std::string hex(std::size_t n) {
  std::string out;
  for (; n > 0; n /= 16) out.insert(out.begin(), "0123456789abcdef"[n % 16]);
  return out.empty() ? "0" : out;
}

std::string framed(std::string bytes, bool chunked) {
  return chunked ? hex(bytes.size()) + "\r\n" + bytes + "\r\n" : bytes;
}

void queue_pieces(const std::string& bytes, const Reply& reply, Connection& c) {
  const std::size_t step = reply.piece == 0 ? std::max<std::size_t>(bytes.size(), 1) : reply.piece;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    c.out.push_back({at == 0 ? Millis(0) : reply.pause, framed(bytes.substr(at, step), reply.chunked)});
  }
}

void queue_body(const Reply& reply, Connection& c) {
  queue_pieces(reply.body, reply, c);
  if (reply.chunked && !reply.torn && !reply.endless) c.out.push_back({Millis(0), "0\r\n\r\n"});
}

void queue(const Query& query, const Reply& reply, Connection& c) {
  c.due = Clock::now() + reply.delay;
  c.last = c.last || !reply.raw.empty() || reply.announced || reply.torn || reply.endless ||
           query.header("connection") == "close";
  if (!reply.raw.empty()) return queue_pieces(reply.raw, reply, c);
  c.out.push_back({Millis(0), head_of(reply, c.last)});
  if (query.method == "HEAD" || !has_body(reply)) return;
  queue_body(reply, c);
  if (reply.endless) c.again = framed(reply.body, reply.chunked);
}

Result<Socket> listen_on(const std::string& address, int port) {
  Socket s(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const int yes = 1;
  setsockopt(s.fd(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(static_cast<std::uint16_t>(port));
  if (inet_pton(AF_INET, address.c_str(), &at.sin_addr) != 1 ||
      bind(s.fd(), reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0 || listen(s.fd(), 128) != 0) {
    return fail(Code::io, address + ":" + std::to_string(port) + ": can't listen: " + std::strerror(errno));
  }
  return s;
}

sockaddr_in name_of(const Socket& s) {
  sockaddr_in at{};
  socklen_t size = sizeof at;
  getsockname(s.fd(), reinterpret_cast<sockaddr*>(&at), &size);
  return at;
}

std::string address_of(const Socket& s) {
  char text[INET_ADDRSTRLEN] = {};
  const in_addr address = name_of(s).sin_addr;
  return inet_ntop(AF_INET, &address, text, sizeof text);
}

}  // namespace

std::string_view Query::header(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& h) { return h.first == name; });
  return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

bool Query::conditional() const { return !header("if-none-match").empty() || !header("if-modified-since").empty(); }

class HttpServer::Loop {
 public:
  Loop(Handler handler, Watcher watcher, Socket listener)
      : handler_(std::move(handler)),
        watcher_(std::move(watcher)),
        listener_(std::move(listener)),
        port_(ntohs(name_of(listener_).sin_port)),
        address_(address_of(listener_)),
        stop_(eventfd(0, EFD_CLOEXEC)),
        thread_([this] { run(); }) {}

  ~Loop() {
    const std::uint64_t one = 1;
    static_cast<void>(!write(stop_.fd(), &one, sizeof one));
    thread_.join();
  }

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] const std::string& address() const { return address_; }

  [[nodiscard]] std::vector<Logged> log() const {
    const std::scoped_lock lock(mutex_);
    return log_;
  }

  void clear_log() {
    const std::scoped_lock lock(mutex_);
    log_.clear();
  }

 private:
  void run() {
    while (true) {
      std::vector<pollfd> set{{stop_.fd(), POLLIN, 0}, {listener_.fd(), POLLIN, 0}};
      for (const auto& c : connections_) set.push_back({c->socket.fd(), wanted(*c), 0});
      if (::poll(set.data(), set.size(), timeout()) < 0 && errno != EINTR) return;
      if (set[0].revents != 0) return;
      for (std::size_t i = 0; i < connections_.size(); ++i) serve(i, set[i + 2].revents);
      std::erase(connections_, nullptr);
      if (set[1].revents != 0) accept_all();
    }
  }

  static short wanted(const Connection& c) {
    if (c.out.empty()) return POLLIN;
    return c.due <= Clock::now() ? POLLIN | POLLOUT : POLLIN;
  }

  // Until the next piece is due; what is due already waits for its socket.
  [[nodiscard]] int timeout() const {
    const auto now = Clock::now();
    Millis least{60'000};
    for (const auto& c : connections_) {
      if (!c->out.empty() && c->due > now) least = std::min(least, std::chrono::ceil<Millis>(c->due - now));
    }
    return static_cast<int>(least.count());
  }

  void accept_all() {
    while (connections_.size() < kMaxConnections) {
      const int fd = accept4(listener_.fd(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
      if (fd < 0) return;
      const int yes = 1;
      setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
      auto c = std::make_unique<Connection>();
      c->socket = Socket(fd);
      c->number = ++accepted_;
      connections_.push_back(std::move(c));
    }
  }

  void serve(std::size_t i, short events) {
    Connection& c = *connections_[i];
    const bool alive = ((events & (POLLIN | POLLHUP | POLLERR)) == 0 || read_from(c)) && answer(c) && write_to(c);
    if (!alive) connections_[i].reset();
  }

  static bool read_from(Connection& c) {
    char buffer[16 << 10];
    const auto n = recv(c.socket.fd(), buffer, sizeof buffer, 0);
    if (n > 0) c.in.append(buffer, static_cast<std::size_t>(n));
    return (n > 0 && c.in.size() <= kMaxRequest) || (n < 0 && (errno == EAGAIN || errno == EINTR));
  }

  // Makes the answer to the next whole request; one at a time a connection.
  bool answer(Connection& c) {
    if (!c.out.empty() || c.last) return true;
    if (!c.in.empty() && (c.in.front() < 'A' || c.in.front() > 'Z')) return false;  // TLS, say
    const auto end = c.in.find("\r\n\r\n");
    if (end == c.in.npos) return true;
    const auto query = parse(std::string_view(c.in).substr(0, end + 2));
    c.in.erase(0, end + 4);
    if (!query) return false;
    const Reply reply = handler_(*query);
    queue(*query, reply, c);
    note(*query, reply, c);
    return true;
  }

  void note(const Query& query, const Reply& reply, const Connection& c) {
    Logged entry;
    entry.at = std::chrono::duration_cast<Millis>(Clock::now() - began_);
    entry.method = query.method;
    entry.target = query.target;
    entry.conditional = query.conditional();
    entry.status = reply.raw.empty() ? reply.status : 0;
    entry.user_agent = query.header("user-agent");
    entry.connection = c.number;
    entry.open = static_cast<int>(
        std::count_if(connections_.begin(), connections_.end(), [](const auto& x) { return x && !x->out.empty(); }));
    if (watcher_) watcher_(entry);
    const std::scoped_lock lock(mutex_);
    if (log_.size() < kMaxLog) log_.push_back(std::move(entry));
  }

  // Sends what is due, a few pieces a turn so that no connection starves another; false when this one is done.
  static bool write_to(Connection& c) {
    for (int turn = 0; turn < 16 && !c.out.empty() && c.due <= Clock::now(); ++turn) {
      Piece& piece = c.out.front();
      const auto n =
          send(c.socket.fd(), piece.bytes.data() + piece.sent, piece.bytes.size() - piece.sent, MSG_NOSIGNAL);
      if (n < 0) return errno == EAGAIN || errno == EINTR;
      piece.sent += static_cast<std::size_t>(n);
      if (piece.sent < piece.bytes.size()) return true;
      next_piece(c);
    }
    return !c.last || !c.out.empty();
  }

  static void next_piece(Connection& c) {
    c.out.pop_front();
    if (c.out.empty() && !c.again.empty()) c.out.push_back({Millis(0), c.again});
    if (!c.out.empty()) c.due = Clock::now() + c.out.front().wait;
  }

  Handler handler_;
  Watcher watcher_;
  Socket listener_;
  int port_;
  std::string address_;
  Socket stop_;
  Clock::time_point began_ = Clock::now();
  std::vector<std::unique_ptr<Connection>> connections_;  // the loop's own, as is accepted_
  int accepted_ = 0;
  mutable std::mutex mutex_;
  std::vector<Logged> log_;  // guarded by mutex_
  std::thread thread_;       // last: it uses all of the above
};

HttpServer::HttpServer(std::unique_ptr<Loop> loop) : loop_(std::move(loop)) {}
HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::start(Handler handler, int port, Watcher watcher,
                                                      const std::string& address) {
  auto listener = listen_on(address, port);
  if (!listener) return tl::unexpected(listener.error());
  return std::make_unique<HttpServer>(
      std::make_unique<Loop>(std::move(handler), std::move(watcher), std::move(*listener)));
}

int HttpServer::port() const { return loop_->port(); }
std::string HttpServer::origin() const { return "http://" + loop_->address() + ":" + std::to_string(port()); }
std::vector<Logged> HttpServer::log() const { return loop_->log(); }
void HttpServer::clear_log() { loop_->clear_log(); }

std::size_t HttpServer::count(std::string_view target) const {
  const auto all = log();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const Logged& l) { return l.target == target; }));
}

}  // namespace winnow::newsstand
