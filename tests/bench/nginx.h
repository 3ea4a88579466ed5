// nginx on the loopback interface, serving a folder, with a configuration of its own in a temporary folder.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace winnow::bench {

class Nginx {
 public:
  // Null where nginx is not installed or does not start.
  [[nodiscard]] static std::unique_ptr<Nginx> start(const std::filesystem::path& folder);
  ~Nginx();
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  [[nodiscard]] std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] std::filesystem::path root() const { return folder_ / "root"; }  // what it serves
  struct Counts {
    std::uint64_t connections = 0, requests = 0;  // since it began
  };
  [[nodiscard]] Counts counts() const;

 private:
  Nginx(std::filesystem::path folder, int port) : folder_(std::move(folder)), port_(port) {}
  bool run();

  std::filesystem::path folder_;
  int port_;
  pid_t pid_ = -1;
};

}  // namespace winnow::bench
