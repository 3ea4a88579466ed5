#include "store/memory_samples.h"

#include <algorithm>

namespace winnow::store {

Result<void> MemorySamples::keep(std::string_view site, const SamplePage& page) {
  std::vector<SamplePage>& pages = shelves_[{std::string(site), page.shelf}];
  std::erase_if(pages, [&](const SamplePage& known) { return known.url == page.url; });
  std::vector<Instant> fetched;
  for (const SamplePage& known : pages) fetched.push_back(known.fetched_at);
  const ShelfPlace place = shelf_place(page.shelf, fetched, page.fetched_at);
  if (!place.keep || page.bytes.size() > kLargestSample) return {};
  pages.erase(pages.begin(), pages.begin() + static_cast<std::ptrdiff_t>(place.drop));
  pages.push_back(page);
  return {};
}

Result<std::vector<SamplePage>> MemorySamples::of(std::string_view site) {
  std::vector<SamplePage> all;
  for (const Shelf shelf : {Shelf::usual, Shelf::suspicious}) {
    const auto found = shelves_.find({std::string(site), shelf});
    if (found != shelves_.end()) all.insert(all.end(), found->second.begin(), found->second.end());
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const SamplePage& a, const SamplePage& b) { return a.fetched_at < b.fetched_at; });
  return all;
}

}  // namespace winnow::store
