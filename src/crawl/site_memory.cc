#include "crawl/site_memory.h"

#include <cstddef>

namespace winnow::crawl {
namespace {

constexpr std::size_t kArticles = 64;  // as many pages as are remembered
constexpr std::size_t kStaleOf = 4;    // a text is too old when one in so many pages is missing

}  // namespace

Result<std::string> site_memory(store::State& state, store::ArticleStore& articles, const std::string& site) {
  auto memory = state.site_lines(site);
  if (!memory || !memory->empty()) return memory;
  auto entries = articles.find({.site = site, .text = {}, .since = {}, .until = {}, .limit = kArticles, .offset = 0});
  if (!entries) return tl::unexpected(entries.error());
  SiteLines lines;
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
    // An article that can't be read now is met, and told, when it is wanted itself.
    if (const auto article = articles.get(entry->id)) lines.remember(seen_in(*article));
  }
  return lines.memory();
}

bool GrowingMemory::remember(const SeenPage& page) {
  const bool added = lines_.remember(page);
  if (added) ++behind_;
  return added;
}

std::shared_ptr<const std::string> GrowingMemory::recent() {
  return behind_ * kStaleOf < lines_.pages() ? text_ : present();
}

std::shared_ptr<const std::string> GrowingMemory::present() {
  if (behind_ > 0) text_ = std::make_shared<const std::string>(lines_.memory());
  behind_ = 0;
  return text_;
}

}  // namespace winnow::crawl
