// One request on its way through libcurl: its settings, what arrives within its limits, how it ends. libcurl's types
// stay out of sight (a CURL* is a void*, as in curl.h).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "fetch/curl_fetcher.h"

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

// libcurl's callbacks write into it, so it must not move between prepare() and the end of the transfer.
struct Transfer {
  std::uint64_t ticket = 0;
  Request request;
  CurlList lines;
  std::string body;
  std::size_t header_bytes = 0;
  bool head_ended = false;         // the empty line after the last header block has come
  std::optional<Error> fault;      // why a callback stopped it
  std::string refused;             // an address that was not dialled; another of the host's may have been
  std::array<char, 256> detail{};  // libcurl's words on an error (CURL_ERROR_SIZE)
  Easy easy;                       // last: it goes first, for it points to the above
};

// Sets up the handle for the request; an error where it can't even begin.
[[nodiscard]] Result<void> prepare(Transfer& t, const CurlOptions& options);
// How it ended; `code` is libcurl's CURLcode. Takes the body and the URL out of the transfer.
[[nodiscard]] Result<Response> outcome(Transfer& t, int code);

}  // namespace winnow::fetch
