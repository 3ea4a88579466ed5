// A small HTTP/1.1 server for tests: one poll loop on the loopback interface, keep-alive, answers made by a function.
// It can also misbehave on purpose: late, slow, torn, endless or malformed answers.
// Thread-safety: the loop runs in a thread of its own, and the handler is called there, one request at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace winnow::newsstand {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Query {
  std::string method;
  std::string target;   // path and query as sent
  std::string version;  // "HTTP/1.1"
  Headers headers;      // names in lower case

  [[nodiscard]] std::string path() const { return target.substr(0, target.find('?')); }
  [[nodiscard]] std::string_view header(std::string_view name) const;  // "" when absent
  [[nodiscard]] bool conditional() const;                              // carries a validator
};

struct Reply {
  int status = 200;
  Headers headers;
  std::string body;

  Millis delay{0};                       // before the first byte
  std::size_t piece = 0;                 // the body in pieces of that many bytes (0: at once) …
  Millis pause{0};                       // … with that much time between them
  bool chunked = false;                  // a chunk for each piece, no Content-Length
  std::optional<std::size_t> announced;  // a false Content-Length; the connection closes after the body
  bool torn = false;                     // the connection closes after the body, without the last chunk
  bool endless = false;                  // the body again and again, without Content-Length
  std::string raw;  // the answer byte for byte instead of all else, in pieces too; then the connection closes
};

struct Logged {
  Millis at{0};  // since the server began
  std::string method;
  std::string target;
  bool conditional = false;
  int status = 0;  // 0: a raw answer
  std::string user_agent;
  int connection = 0;  // the number of the connection: tells whether connections are reused
  int open = 0;        // requests not yet answered in full, this one included
};

class HttpServer {
 public:
  using Handler = std::function<Reply(const Query&)>;
  using Watcher = std::function<void(const Logged&)>;

  // Listens on the loopback address; port 0: any free one. The watcher is told of each request, in the server's thread.
  [[nodiscard]] static Result<std::unique_ptr<HttpServer>> start(Handler handler, int port = 0, Watcher watcher = {},
                                                                 const std::string& address = "127.0.0.1");
  ~HttpServer();  // ends the thread and closes all connections
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  [[nodiscard]] int port() const;
  [[nodiscard]] std::string origin() const;  // "http://ADDRESS:PORT"
  [[nodiscard]] std::vector<Logged> log() const;
  [[nodiscard]] std::size_t count(std::string_view target) const;  // requests for exactly that target
  void clear_log();

 private:
  class Loop;

 public:
  explicit HttpServer(std::unique_ptr<Loop> loop);  // start() is the way in

 private:
  std::unique_ptr<Loop> loop_;
};

}  // namespace winnow::newsstand
