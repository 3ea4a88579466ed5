#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "chaos/own_network.h"

namespace winnow::chaos {
namespace {

constexpr int kTypeA = 1, kTypeAlias = 5, kTypeAaaa = 28;  // RFC 1035, 3.2.2; RFC 3596
constexpr std::size_t kHeader = 12;

std::string number(unsigned value) { return {static_cast<char>(value >> 8), static_cast<char>(value & 255)}; }

std::string encoded(const std::string& name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find('.', at), name.size());
    out += static_cast<char>(end - at) + name.substr(at, end - at);
    at = end + 1;
  }
  return out + '\0';
}

// A record with no time to live, so that nobody need ask again only after a while.
std::string record(const std::string& name, int type, const std::string& data) {
  return encoded(name) + number(static_cast<unsigned>(type)) + number(1) + number(0) + number(0) +
         number(static_cast<unsigned>(data.size())) + data;
}

// The question's name, and where its type stands.
std::string name_in(const std::string& query, std::size_t& at) {
  std::string name;
  for (at = kHeader; at < query.size() && query[at] != 0;) {
    const auto size = static_cast<std::size_t>(static_cast<unsigned char>(query[at]));
    if (!name.empty()) name += '.';
    name += query.substr(at + 1, size);
    at += size + 1;
  }
  ++at;
  return name;
}

std::string answer_to(const std::string& query, const NameServer::Table& table) {
  std::size_t at = 0;
  std::string name = name_in(query, at);
  if (at + 4 > query.size()) return {};
  const int type = query[at + 1];
  std::string records;
  unsigned count = 0;
  for (const std::string& one : table(name)) {
    in6_addr bytes{};
    const bool is6 = one.find(':') != std::string::npos;
    if (one.starts_with('=')) {
      records += record(name, kTypeAlias, encoded(one.substr(1))), ++count;
      name = one.substr(1);
    } else if (type == (is6 ? kTypeAaaa : kTypeA) && inet_pton(is6 ? AF_INET6 : AF_INET, one.c_str(), &bytes) == 1) {
      records += record(name, type, std::string(reinterpret_cast<const char*>(&bytes), is6 ? 16 : 4)), ++count;
    }
  }
  return query.substr(0, 2) + number(0x8580) + number(1) + number(count) + number(0) + number(0) +
         query.substr(kHeader, at + 4 - kHeader) + records;
}

}  // namespace

class NameServer::Loop {
 public:
  explicit Loop(Table table) : table_(std::move(table)), fd_(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(53);
    inet_pton(AF_INET, "127.0.0.53", &at.sin_addr);
    if (bind(fd_, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) throw std::runtime_error("no port 53");
    thread_ = std::thread([this] { run(); });
  }
  ~Loop() {
    stop_ = true;
    thread_.join();
    close(fd_);
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

 private:
  void run() {
    while (!stop_) {
      pollfd waiting{fd_, POLLIN, 0};
      if (poll(&waiting, 1, 50) <= 0) continue;
      char buffer[1500];
      sockaddr_in from{};
      socklen_t size = sizeof from;
      const ssize_t n = recvfrom(fd_, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr*>(&from), &size);
      if (n < static_cast<ssize_t>(kHeader)) continue;
      const std::string out = answer_to({buffer, static_cast<std::size_t>(n)}, table_);
      sendto(fd_, out.data(), out.size(), 0, reinterpret_cast<const sockaddr*>(&from), size);
    }
  }

  Table table_;
  int fd_;
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

NameServer::NameServer(Table table) : loop_(std::make_unique<Loop>(std::move(table))) {}
NameServer::~NameServer() = default;

}  // namespace winnow::chaos
