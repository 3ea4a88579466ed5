// A network of a test's own, without a way out: a network and a mount namespace in which every address there is leads to
// this machine, and a name server of the test's own answers. What is dialled there is seen, and nothing else is reached.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace winnow::chaos {

// Runs the work in such a network, in a process of its own. What it returned ("" is good); nothing, and `why`, where
// such a network can't be made here (not root and no user namespaces, no `ip`).
[[nodiscard]] std::optional<std::string> in_own_network(const std::function<std::string()>& work, std::string& why);

// Answers on 127.0.0.53. Thread-safety: one thread of its own; the table is asked there, one question at a time.
class NameServer {
 public:
  // The addresses of a name, IPv4 or IPv6 in digits, the alias first where there is one ("=other.example").
  using Table = std::function<std::vector<std::string>(const std::string& name)>;
  explicit NameServer(Table table);
  ~NameServer();
  NameServer(const NameServer&) = delete;
  NameServer& operator=(const NameServer&) = delete;

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

// An HTTP server on port 80 of all addresses. It remembers to which of them connections came.
// "/to?URL" redirects to URL, "/chain?N" to "/chain?N-1"; all else is a page.
class Everywhere {
 public:
  Everywhere();
  ~Everywhere();
  Everywhere(const Everywhere&) = delete;
  Everywhere& operator=(const Everywhere&) = delete;
  [[nodiscard]] std::map<std::string, int> dialled() const;  // connections by address, in digits
  [[nodiscard]] int requests() const;

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace winnow::chaos
