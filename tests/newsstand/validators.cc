#include "newsstand/validators.h"

#include <string_view>

#include "base/hash.h"
#include "base/time.h"

namespace winnow::newsstand {
namespace {

// Weak comparison (8.8.3.2) against a list of tags, or "*".
bool names_tag(std::string_view list, std::string_view tag) { return list == "*" || list.find(tag) != list.npos; }

bool unchanged_since(std::string_view since, const std::string& modified) {
  const auto asked = parse_rfc822(since), is = parse_rfc822(modified);
  return asked && is && to_instant(*is) <= to_instant(*asked);
}

}  // namespace

void validate(const Query& query, const std::string& modified, Reply& reply) {
  if (reply.status != 200) return;
  const std::string tag = "\"" + hex64(hash64(reply.body)) + "\"";
  reply.headers.emplace_back("ETag", tag);
  reply.headers.emplace_back("Last-Modified", modified);
  const std::string_view tags = query.header("if-none-match");
  const bool same = tags.empty() ? unchanged_since(query.header("if-modified-since"), modified) : names_tag(tags, tag);
  if (!same) return;
  reply.status = 304;
  reply.body.clear();
}

}  // namespace winnow::newsstand
