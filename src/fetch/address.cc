#include "fetch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

namespace winnow::fetch {
namespace {

// An address of either family; `size` is 4 or 16.
struct Address {
  std::array<std::uint8_t, 16> bytes{};
  std::size_t size = 0;
};

struct Range {
  Address base;
  int bits = 0;
};

struct Special {
  std::string_view cidr;
  std::string_view what;
};

// The IPv4 and IPv6 Special-Purpose Address Registries of IANA (RFC 6890), multicast, and the addresses at
// which cloud hosts answer with credentials. The first that holds an address names it.
constexpr Special kSpecial4[] = {
    {"169.254.169.254/32", "a cloud metadata address"},
    {"100.100.100.200/32", "a cloud metadata address"},
    {"192.0.0.192/32", "a cloud metadata address"},
    {"168.63.129.16/32", "a cloud metadata address"},
    {"0.0.0.0/8", "an address of this host (RFC 1122)"},
    {"10.0.0.0/8", "a private address (RFC 1918)"},
    {"100.64.0.0/10", "a shared address (RFC 6598)"},
    {"127.0.0.0/8", "a loopback address"},
    {"169.254.0.0/16", "a link-local address"},
    {"172.16.0.0/12", "a private address (RFC 1918)"},
    {"192.0.0.0/24", "an address for protocols (RFC 6890)"},
    {"192.0.2.0/24", "an address for documentation"},
    {"192.88.99.0/24", "a 6to4 relay's address"},
    {"192.168.0.0/16", "a private address (RFC 1918)"},
    {"198.18.0.0/15", "an address for benchmarks (RFC 2544)"},
    {"198.51.100.0/24", "an address for documentation"},
    {"203.0.113.0/24", "an address for documentation"},
    {"224.0.0.0/4", "a multicast address"},
    {"255.255.255.255/32", "the broadcast address"},
    {"240.0.0.0/4", "a reserved address"},
};
constexpr Special kSpecial6[] = {
    {"fd00:ec2::254/128", "a cloud metadata address"},
    {"::/128", "the unspecified address"},
    {"::1/128", "a loopback address"},
    {"64:ff9b:1::/48", "an address for local translation (RFC 8215)"},
    {"100::/64", "a discard-only address (RFC 6666)"},
    {"2001::/23", "an address for protocols (RFC 2928)"},
    {"2001:db8::/32", "an address for documentation"},
    {"3fff::/20", "an address for documentation"},
    {"5f00::/16", "a segment routing identifier (RFC 9602)"},
    {"fc00::/7", "a unique local address (RFC 4193)"},
    {"fe80::/10", "a link-local address"},
    {"fec0::/10", "a site-local address (RFC 3879)"},
    {"ff00::/8", "a multicast address"},
};

// Prefixes of IPv6 that carry an IPv4 address, and the byte where it begins. Teredo (2001::/32) is forbidden whole.
struct Carrier {
  std::string_view cidr;
  std::size_t at;
};
constexpr Carrier kCarriers[] = {
    {"::ffff:0:0/96", 12},    // IPv4-mapped (RFC 4291, 2.5.5.2)
    {"::ffff:0:0:0/96", 12},  // IPv4-translated (RFC 2765)
    {"64:ff9b::/96", 12},     // NAT64 (RFC 6052)
    {"2002::/16", 2},         // 6to4 (RFC 3056)
    {"::/96", 12},            // IPv4-compatible (RFC 4291, 2.5.5.1)
};

std::optional<Address> address_of(std::string_view text) {
  const std::string copy(text);
  Address a;
  if (inet_pton(AF_INET, copy.c_str(), a.bytes.data()) == 1) {
    a.size = 4;
  } else if (inet_pton(AF_INET6, copy.c_str(), a.bytes.data()) == 1) {
    a.size = 16;
  } else {
    return std::nullopt;
  }
  return a;
}

std::optional<Address> address_of(const sockaddr* from) {
  Address a;
  if (from->sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, from, sizeof in);
    a.size = 4;
    std::memcpy(a.bytes.data(), &in.sin_addr, a.size);
  } else if (from->sa_family == AF_INET6) {
    sockaddr_in6 in{};
    std::memcpy(&in, from, sizeof in);
    a.size = 16;
    std::memcpy(a.bytes.data(), &in.sin6_addr, a.size);
  } else {
    return std::nullopt;
  }
  return a;
}

std::string to_text(const Address& a) {
  std::array<char, INET6_ADDRSTRLEN> out{};
  inet_ntop(a.size == 4 ? AF_INET : AF_INET6, a.bytes.data(), out.data(), out.size());
  return out.data();
}

std::optional<Range> range_of(std::string_view cidr) {
  const auto slash = cidr.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto base = address_of(cidr.substr(0, slash));
  const std::string_view digits = cidr.substr(slash + 1);
  int bits = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
  const bool number = error == std::errc{} && end == digits.data() + digits.size() && digits.front() != '-';
  if (!base || !number || bits > static_cast<int>(base->size) * 8) return std::nullopt;
  return Range{*base, bits};
}

bool holds(const Range& range, const Address& a) {
  if (range.base.size != a.size) return false;
  const auto whole = static_cast<std::size_t>(range.bits / 8);
  if (!std::equal(a.bytes.begin(), a.bytes.begin() + static_cast<std::ptrdiff_t>(whole), range.base.bytes.begin())) {
    return false;
  }
  const int rest = range.bits % 8;
  return rest == 0 || ((a.bytes[whole] ^ range.base.bytes[whole]) >> (8 - rest)) == 0;
}

bool holds(std::string_view cidr, const Address& a) {
  const auto range = range_of(cidr);
  return range && holds(*range, a);
}

// A table with its CIDRs read. Each request asks, so they are read once.
template <class Row>
std::vector<std::pair<Range, Row>> read_table(std::span<const Row> table) {
  std::vector<std::pair<Range, Row>> out;
  for (const Row& row : table) out.emplace_back(range_of(row.cidr).value(), row);
  return out;
}

std::string_view special(const Address& a) {
  static const auto kTable4 = read_table<Special>(kSpecial4), kTable6 = read_table<Special>(kSpecial6);
  const auto& table = a.size == 4 ? kTable4 : kTable6;
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return holds(row.first, a); });
  return found == table.end() ? std::string_view{} : found->second.what;
}

// ISATAP (RFC 5214, 6.1): any prefix, then 0:5efe or 200:5efe, then the IPv4 address.
bool is_isatap(const Address& a) {
  return (a.bytes[8] & 0xFD) == 0 && a.bytes[9] == 0 && a.bytes[10] == 0x5E && a.bytes[11] == 0xFE;
}

std::optional<Address> carried(const Address& a) {
  if (a.size != 16) return std::nullopt;
  static const auto kTable = read_table<Carrier>(kCarriers);
  const auto found = std::find_if(kTable.begin(), kTable.end(), [&](const auto& row) { return holds(row.first, a); });
  if (found == kTable.end() && !is_isatap(a)) return std::nullopt;
  const std::size_t at = found == kTable.end() ? 12 : found->second.at;
  Address inner;
  inner.size = 4;
  std::copy_n(a.bytes.begin() + static_cast<std::ptrdiff_t>(at), inner.size, inner.bytes.begin());
  return inner;
}

bool allowed(const Address& a, std::span<const std::string> allow) {
  return std::any_of(allow.begin(), allow.end(), [&](const std::string& cidr) { return holds(cidr, a); });
}

std::string judge(const std::optional<Address>& outer, std::span<const std::string> allow) {
  if (!outer) return "it is no internet address";
  if (allowed(*outer, allow)) return {};
  if (const std::string_view what = special(*outer); !what.empty()) return to_text(*outer) + " is " + std::string(what);
  const auto inner = carried(*outer);
  if (!inner || allowed(*inner, allow)) return {};
  const std::string_view what = special(*inner);
  if (what.empty()) return {};
  return to_text(*outer) + " stands for " + to_text(*inner) + ", " + std::string(what);
}

}  // namespace

std::string forbidden(const sockaddr* address, std::span<const std::string> allow) {
  return judge(address_of(address), allow);
}

std::string forbidden(std::string_view numeric, std::span<const std::string> allow) {
  return judge(address_of(numeric.substr(0, numeric.find('%'))), allow);  // the zone of "fe80::1%eth0" says nothing
}

Result<void> check_cidr(std::string_view cidr) {
  const std::string name = "'" + std::string(cidr) + "'";
  const auto slash = cidr.find('/');
  const auto base = address_of(cidr.substr(0, slash));
  if (!base) return fail(Code::invalid, name + " is no address range; write one as 10.1.0.0/16 or fd00::/8");
  const std::string most = base->size == 4 ? "32" : "128";
  if (slash == std::string_view::npos) {
    return fail(Code::invalid,
                name + " has no prefix length; for this one address write " + std::string(cidr) + "/" + most);
  }
  if (!range_of(cidr)) {
    return fail(Code::invalid, name + " has a wrong prefix length; it is a number from 0 to " + most);
  }
  return {};
}

}  // namespace winnow::fetch
