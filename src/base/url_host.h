// Hosts by the URL Standard, 3: domains, IPv4 and IPv6 addresses, opaque hosts. Internal to base; pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::url_host {

// The host parser (3.5) and serialiser (3.6) in one: the host as it is written in a URL, nothing when it is
// none. `opaque` for schemes that are not special.
[[nodiscard]] std::optional<std::string> parse(std::string_view input, bool opaque);

// Its parts. "127.1", "0x7f.1", "017700000001" and 2130706433 are all 127.0.0.1.
[[nodiscard]] bool ends_in_a_number(std::string_view domain);
[[nodiscard]] std::optional<std::uint32_t> parse_ipv4(std::string_view domain);
[[nodiscard]] std::optional<std::string> parse_ipv6(std::string_view address);  // without brackets, serialised

}  // namespace winnow::url_host
