#include "winnow/internal/identity.h"

#include <charconv>

#include "base/hash.h"

namespace winnow::internal {
namespace {

std::string_view without_www(std::string_view host) {
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

bool is_front_page(const Url& url) { return url.pathname() == "/" && url.search().empty(); }

// Many sites point every page's canonical link at their front page or at a partner's copy.
bool believable(const Url& link, const Url& fetched) {
  if (!link.is_http() || without_www(link.hostname()) != without_www(fetched.hostname())) return false;
  return !is_front_page(link) || is_front_page(fetched);
}

}  // namespace

std::string identity(const std::optional<Url>& fetched, std::string_view canonical_link) {
  const auto link = Url::parse(canonical_link, fetched ? &*fetched : nullptr);
  if (!fetched) return link && link->is_http() && !is_front_page(*link) ? canonical(*link) : "";
  if (link && !canonical_link.empty() && believable(*link, *fetched)) return canonical(*link);
  return canonical(*fetched);
}

std::string article_id(const std::optional<Url>& fetched, std::string_view canonical_link) {
  const std::string known_by = identity(fetched, canonical_link);
  return known_by.empty() ? std::string() : hex64(hash64(known_by));
}

std::uint64_t number_of(std::string_view article_id) {
  std::uint64_t number = 0;
  std::from_chars(article_id.data(), article_id.data() + article_id.size(), number, 16);
  return number;
}

}  // namespace winnow::internal
