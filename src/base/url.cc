#include "base/url.h"

#include "base/url_scheme.h"

namespace winnow {

std::string Url::protocol() const { return scheme_ + ":"; }

std::string Url::port() const { return port_ ? std::to_string(*port_) : ""; }

std::string Url::host() const { return port_ ? host_ + ":" + port() : host_; }

std::string Url::pathname() const {
  if (opaque_path_) return opaque_;
  std::string path;
  for (const std::string& segment : path_) path += "/" + segment;
  return path;
}

std::string Url::search() const { return query_ && !query_->empty() ? "?" + *query_ : ""; }

std::string Url::hash() const { return fragment_ && !fragment_->empty() ? "#" + *fragment_ : ""; }

// The URL serialiser (4.5). An empty query or fragment keeps its sign here, unlike in search() and hash().
std::string Url::href() const {
  std::string text = protocol();
  if (has_host_) {
    text += "//" + username_;
    if (!password_.empty()) text += ":" + password_;
    if (!username_.empty() || !password_.empty()) text += "@";
    text += host();
  } else if (!opaque_path_ && path_.size() > 1 && path_[0].empty()) {
    text += "/.";  // else the path's "//" would read as the start of a host
  }
  text += pathname();
  if (query_) text += "?" + *query_;
  if (fragment_) text += "#" + *fragment_;
  return text;
}

// 4.7. A blob's origin is that of the URL in its path, where that is http(s).
std::string Url::origin() const {
  if (scheme_ == "blob") {
    const auto inner = parse(pathname());
    return inner && inner->is_http() ? inner->origin() : "null";
  }
  return url_scheme::default_port(scheme_) != 0 ? protocol() + "//" + host() : "null";
}

int Url::effective_port() const { return port_.value_or(url_scheme::default_port(scheme_)); }

}  // namespace winnow
