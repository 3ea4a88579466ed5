// URLs by the WHATWG URL Standard: the parser, and our canonical form. Pure, safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow {

// A parsed URL (URL Standard, 4.1). The getters have the standard's names and values (6.1).
class Url {
 public:
  // Input is UTF-8 and may have white space around it; at most 64 KiB. Nothing when it is no URL.
  [[nodiscard]] static std::optional<Url> parse(std::string_view input, const Url* base = nullptr);

  [[nodiscard]] std::string href() const;
  [[nodiscard]] std::string protocol() const;  // "https:"
  [[nodiscard]] const std::string& username() const { return username_; }
  [[nodiscard]] const std::string& password() const { return password_; }
  [[nodiscard]] std::string host() const;  // with the port unless it is the scheme's own
  [[nodiscard]] const std::string& hostname() const { return host_; }
  [[nodiscard]] std::string port() const;
  [[nodiscard]] std::string pathname() const;
  [[nodiscard]] std::string search() const;  // "?..." or ""
  [[nodiscard]] std::string hash() const;    // "#..." or ""
  [[nodiscard]] std::string origin() const;  // "https://host:port", "null" for opaque origins

  [[nodiscard]] bool is_http() const { return scheme_ == "http" || scheme_ == "https"; }
  // The port that a connection would use; 0 where the scheme has none.
  [[nodiscard]] int effective_port() const;

  void set_hostname(std::string host) { host_ = std::move(host); }  // an already parsed host
  void set_search(std::optional<std::string> query) { query_ = std::move(query); }
  void drop_hash() { fragment_.reset(); }
  void drop_credentials() { username_.clear(), password_.clear(); }

 private:
  friend class UrlParser;
  std::string scheme_, username_, password_, host_;
  bool has_host_ = false, opaque_path_ = false;
  std::optional<int> port_;
  std::string opaque_;
  std::vector<std::string> path_;
  std::optional<std::string> query_, fragment_;
};

// What a site says of its own URLs.
struct CanonicalRules {
  std::vector<std::string> drop_query;    // globs on parameter names: "utm_*", "from"
  std::vector<std::string> host_aliases;  // hosts that serve the same pages as `host`
  std::string host;                       // the host to write instead of an alias; empty: leave
};

// One text for all spellings of one page's address: fragment and credentials gone, tracking parameters
// (utm_*, fbclid, gclid, spm and their like) and those of the rules gone, the rest of the query in its order,
// an empty query gone, aliases replaced, escapes as RFC 3986, 6.2.2 has them ("%e4" as "%E4", "%7E" as "~").
[[nodiscard]] std::string canonical(const Url& url, const CanonicalRules& rules = {});

// `*` matches any run of characters, `?` one; whole-string; linear in both.
[[nodiscard]] bool glob_match(std::string_view pattern, std::string_view text);

}  // namespace winnow
