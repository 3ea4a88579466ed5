// One request on its way through libcurl: its settings, what arrives within its limits, how it ends. libcurl's types
// stay out of sight (a CURL* is a void*, as in curl.h). A transfer serves one request after the other: what is the same
// for all is set once.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "fetch/curl_fetcher.h"
#include "fetch/head.h"

struct curl_slist;

namespace winnow::fetch {

struct EasyDeleter {
  void operator()(void* easy) const;
};
struct ListDeleter {
  void operator()(curl_slist* list) const;
};
using Easy = std::unique_ptr<void, EasyDeleter>;
using CurlList = std::unique_ptr<curl_slist, ListDeleter>;

// libcurl's callbacks write into it, so it must not move.
struct Transfer {
  // `held` counts the bytes of all transfers' bodies and outlives them. `easy` is null where memory ran out.
  Transfer(const CurlOptions& options, std::size_t& held);
  ~Transfer() { drop_body(); }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  std::string take_body();
  void drop_body() { static_cast<void>(take_body()); }

  std::uint64_t ticket = 0;
  std::size_t place = 0;  // the fetcher's own
  Request request;
  CurlList lines;
  std::string user_agent, proxy, credentials;  // what the handle was told last
  Head head;
  std::string body;  // counted in `held`
  std::size_t& held;
  std::size_t most_held;
  std::optional<Error> fault;      // why a callback stopped it
  bool cut = false;                // a limit stopped it, as the request allows
  std::string refused;             // an address that was not dialled; another of the host's may have been
  std::array<char, 256> detail{};  // libcurl's words on an error (CURL_ERROR_SIZE)
  Easy easy;                       // last: it goes first, for it points to the above
};

// Sets up the transfer for its request; an error where it can't even begin.
[[nodiscard]] Result<void> prepare(Transfer& t, std::uint64_t ticket, Request request);
// How it ended; `code` is libcurl's CURLcode. Takes body, headers and URL out of the transfer.
[[nodiscard]] Result<Response> outcome(Transfer& t, int code);

}  // namespace winnow::fetch
