#include "store/file_samples.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

#include "base/hash.h"
#include "base/json.h"
#include "store/failure.h"
#include "store/raw_page.h"
#include "store/tree.h"

namespace winnow::store {
namespace {

constexpr std::size_t kLargestFile = 1 << 20;  // compressed; a page that does not get smaller is none
constexpr std::size_t kLongestHead = 64 << 10;

constexpr std::string_view kFolder = ".samples";

std::string folder_of(std::string_view site) { return std::string(kFolder) + "/" + std::string(site); }

char letter_of(Shelf shelf) { return shelf == Shelf::usual ? 'u' : 's'; }

// Names sort by shelf and time. The URL is hashed: it is a stranger's, and no name of a file.
std::string name_of(const SamplePage& page) {
  char time[24];
  std::snprintf(time, sizeof time, "%012lld", static_cast<long long>(page.fetched_at.time_since_epoch().count()));
  return std::string(1, letter_of(page.shelf)) + "-" + time + "-" + hex64(hash64(page.url)) + ".zst";
}

std::optional<Instant> time_in(std::string_view name) {
  long long seconds = 0;
  if (name.size() < 14) return std::nullopt;
  const auto [end, error] = std::from_chars(name.data() + 2, name.data() + 14, seconds);
  if (error != std::errc() || end != name.data() + 14) return std::nullopt;
  return Instant(std::chrono::seconds(seconds));
}

std::string text_of(const SamplePage& page) {
  Json head(Json::Object{});
  head.set("url", page.url);
  head.set("content_type", page.content_type);
  return head.dump() + "\n" + page.bytes;
}

std::optional<SamplePage> page_of(std::string text, std::string_view name) {
  const auto fetched_at = time_in(name);
  const std::size_t end = text.find('\n');
  const auto head = end < kLongestHead ? Json::parse(text.substr(0, end)) : std::nullopt;
  if (!fetched_at || !head) return std::nullopt;
  SamplePage page{(*head)["url"].string(), (*head)["content_type"].string(), {}, *fetched_at, Shelf::usual};
  if (name.front() == letter_of(Shelf::suspicious)) page.shelf = Shelf::suspicious;
  page.bytes = text.substr(end + 1);
  return page;
}

// The names of samples, sorted; others are no business of ours.
std::vector<std::string> names_of(const Tree& tree, std::string_view site) {
  std::vector<std::string> names = tree.names(folder_of(site));
  std::erase_if(names, [](const std::string& name) { return !name.ends_with(".zst") || !time_in(name); });
  return names;
}

// Those of one shelf stand side by side.
std::pair<std::size_t, std::size_t> shelf_in(const std::vector<std::string>& names, Shelf shelf) {
  const std::string letter(1, letter_of(shelf)), next(1, static_cast<char>(letter_of(shelf) + 1));
  const auto place = [&](const std::string& at) {
    return static_cast<std::size_t>(std::lower_bound(names.begin(), names.end(), at) - names.begin());
  };
  return {place(letter), place(next)};
}

}  // namespace

void tidy_samples(Tree& tree) {
  for (const std::string& site : tree.names(kFolder)) tree.tidy(folder_of(site));
}

Result<void> FileSamples::keep(std::string_view site, const SamplePage& page) {
  if (page.bytes.size() > kLargestSample) return {};
  Result<Tree> tree = Tree::open(store_.string(), false);
  if (!tree) return pass(tree);
  auto known = names_.find(site);
  if (known == names_.end()) known = names_.emplace(site, names_of(*tree, site)).first;
  std::vector<std::string>& names = known->second;
  const auto remove = [&](std::size_t at) {
    tree->remove(folder_of(site) + "/" + names[at]);
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(at));
  };
  const std::string name = name_of(page), same = name.substr(14);
  const std::size_t first = shelf_in(names, page.shelf).first;
  std::vector<Instant> fetched;
  for (std::size_t at = first; at < shelf_in(names, page.shelf).second;) {
    if (names[at].ends_with(same)) {
      remove(at);
    } else {
      fetched.push_back(*time_in(names[at++]));
    }
  }
  const ShelfPlace place = shelf_place(page.shelf, fetched, page.fetched_at);
  if (!place.keep) return {};
  const Result<std::string> frame = compress(text_of(page));
  if (!frame) return pass(frame);
  if (frame->size() > kLargestFile) return {};
  for (std::size_t n = 0; n < place.drop; ++n) remove(first);
  if (Result<void> written = tree->write(folder_of(site) + "/" + name, *frame); !written) return written;
  names.insert(std::upper_bound(names.begin(), names.end(), name), name);
  return {};
}

Result<std::vector<SamplePage>> FileSamples::of(std::string_view site) {
  const Result<Tree> tree = Tree::open(store_.string(), false);
  if (!tree) return pass(tree);
  std::vector<SamplePage> pages;
  for (const std::string& name : names_of(*tree, site)) {
    // One that goes meanwhile, or that a crash left torn, is none.
    const auto frame = tree->read(folder_of(site) + "/" + name, kLargestFile);
    auto text = frame ? decompress(*frame, kLargestSample + kLongestHead, name) : frame;
    if (auto page = text ? page_of(std::move(*text), name) : std::nullopt) pages.push_back(std::move(*page));
  }
  std::stable_sort(pages.begin(), pages.end(),
                   [](const SamplePage& a, const SamplePage& b) { return a.fetched_at < b.fetched_at; });
  return pages;
}

}  // namespace winnow::store
