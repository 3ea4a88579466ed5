// Which addresses may be dialled. Pure, safe from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

struct sockaddr;

namespace winnow::fetch {

// Why the address must not be dialled ("127.0.0.1 is a loopback address"); "" when it may. Special-purpose
// ranges of IPv4 and IPv6 (RFC 6890 and its registry), IPv4 inside IPv6 in all forms, and cloud metadata
// addresses are forbidden unless a CIDR of `allow` holds them.
[[nodiscard]] std::string forbidden(const sockaddr* address, std::span<const std::string> allow);

// The same for an address in digits ("::1", "fe80::1%eth0").
[[nodiscard]] std::string forbidden(std::string_view numeric, std::span<const std::string> allow);

// Whether it is a CIDR ("127.0.0.0/8", "::1/128"); the error says what is wrong.
[[nodiscard]] Result<void> check_cidr(std::string_view cidr);

}  // namespace winnow::fetch
