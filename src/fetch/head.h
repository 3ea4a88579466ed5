// What a server sends before the body, line by line as it comes: bounded, and refused where it can't be meant well.
// Pure; no clock, no sockets.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace winnow::fetch {

using Headers = std::vector<std::pair<std::string, std::string>>;

class Head {
 public:
  static constexpr std::size_t kMaxBytes = 256 << 10;  // all blocks of a response, and its trailers
  static constexpr std::size_t kMaxLines = 1000;       // likewise
  static constexpr int kMaxCodings = 1;  // gzip within gzip unpacks a million times without a byte of output

  // Takes one line with its end. False when the response is to be given up; fault() says why.
  [[nodiscard]] bool take(std::string_view line);
  // The empty line after the last block has come.
  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }
  // Of the last block, so neither a 1xx's nor trailers: names in lower case, values trimmed, folded lines joined.
  [[nodiscard]] Headers take_headers() { return std::move(headers_); }
  // Content-Length, where it is one.
  [[nodiscard]] std::optional<std::size_t> length() const;
  void clear();

 private:
  bool refuse(Code code, std::string text);
  bool add(std::string_view line);
  bool count_codings(std::string_view codings);

  Headers headers_;
  std::size_t bytes_ = 0, lines_ = 0;
  int codings_ = 0;
  bool ended_ = false;
  std::optional<Error> fault_;
};

}  // namespace winnow::fetch
