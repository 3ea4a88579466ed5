#include "store/same_article.h"

#include <tuple>

namespace winnow::store {
namespace {

auto seen(const Article& a) {
  return std::tie(a.title, a.subtitle, a.summary, a.authors, a.editors, a.source, a.published_at, a.modified_at,
                  a.language, a.section, a.tags, a.body, a.text, a.images, a.content_hash);
}

}  // namespace

bool same_to_reader(const Article& a, const Article& b) { return seen(a) == seen(b); }

}  // namespace winnow::store
