#include "crawl/site_memory.h"

#include <cstddef>

#include "winnow/site_lines.h"

namespace winnow::crawl {
namespace {

constexpr std::size_t kArticles = 64;  // as many pages as are remembered

}  // namespace

Result<std::string> site_memory(store::State& state, store::ArticleStore& articles, const std::string& site) {
  auto memory = state.site_lines(site);
  if (!memory || !memory->empty()) return memory;
  auto entries = articles.find({.site = site, .text = {}, .since = {}, .until = {}, .limit = kArticles, .offset = 0});
  if (!entries) return tl::unexpected(entries.error());
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
    // An article that can't be read now is met, and told, when it is wanted itself.
    if (const auto article = articles.get(entry->id)) *memory = remember(*memory, seen_in(*article));
  }
  return memory;
}

}  // namespace winnow::crawl
