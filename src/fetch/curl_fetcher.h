// The Fetcher over libcurl's multi interface: HTTP/1.1, HTTP/2 over TLS, gzip, br, zstd; connections reused; TLS
// verified. Loopback, private, link-local and metadata addresses are refused where they are dialled, unless the
// request allows them; with a proxy the proxy's address is judged.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "fetch/fetcher.h"

namespace winnow::fetch {

struct CurlOptions {
  int connections = 64;  // at once, in all; further requests wait their turn
  std::string ca_file;   // PEM file of the certificate authorities to trust; empty: the system's
  // Bytes of all bodies under way. What would go beyond fails and may be asked for again, unless it is small.
  std::size_t most_held = std::size_t{256} << 20;
};

[[nodiscard]] std::unique_ptr<Fetcher> make_curl_fetcher(const CurlOptions& options = {});

// Fetches one URL and follows its redirects, for commands (`winnow feed URL`). Blocking. The response's `url` is the
// last hop's. To another origin neither the request's own headers nor its validators are sent.
[[nodiscard]] Result<Response> fetch_once(Request request, int max_redirects = 10);

}  // namespace winnow::fetch
