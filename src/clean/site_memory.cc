#include "clean/site_memory.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <vector>

#include "base/hash.h"

namespace winnow::cleaning {
namespace {

constexpr std::string_view kMagic = "winnow site lines 1 ";
constexpr std::size_t kHeader = kMagic.size() + 2 + 1 + 4 + 1;
constexpr std::size_t kPageRow = 16 + 16 + 8 + 1, kLineRow = 16 + 16 + 1;

constexpr std::size_t kRecentPages = 20;
constexpr int kLeastSeen = 3;
constexpr int kSameStory = 75, kSameStoryAndTitle = 60;  // percent of the text in common
constexpr int kTitleInCommon = 60;                       // percent of the titles' words

std::uint64_t hex(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

std::string hex(std::uint64_t value, std::size_t digits) { return hex64(value).substr(16 - digits); }

// Inside a text only what is on most pages is the site's; at its edges less tells, and of short lines still less.
bool is_enough(Repetition repetition, Seat seat) {
  const auto [seen, of] = repetition;
  if (of < kEnoughPages || seen < kLeastSeen) return false;
  switch (seat) {
    case Seat::edge:
      return seen >= of / 2 || (seen >= kEnoughPages && seen * 5 >= of);
    case Seat::edge_prose:
      return seen >= of / 2;
    case Seat::inside:
      return seen >= of * 6 / 10;
    case Seat::fixed:
      break;
  }
  return false;
}

std::uint64_t newest(std::size_t pages) {
  return pages >= kRememberedPages ? ~std::uint64_t{0} : (std::uint64_t{1} << pages) - 1;
}

struct PageMark {
  std::uint64_t id = 0, title = 0;
  std::uint64_t weight = 0;
};

struct LineMark {
  std::uint64_t key = 0, pages = 0;
};

PageMark page_mark(std::string_view row) {
  return {hex(row.substr(0, 16)), hex(row.substr(16, 16)), hex(row.substr(32, 8))};
}
LineMark line_mark(std::string_view row) { return {hex(row.substr(0, 16)), hex(row.substr(16, 16))}; }

// A text that is taken apart, changed and written again.
struct Memory {
  std::vector<PageMark> pages;  // the newest first
  std::vector<LineMark> lines;  // by key

  LineMark* find(std::uint64_t key) {
    const auto at = std::lower_bound(lines.begin(), lines.end(), key,
                                     [](const LineMark& line, std::uint64_t k) { return line.key < k; });
    return at == lines.end() || at->key != key ? nullptr : &*at;
  }

  std::string text() const {
    std::string out = std::string(kMagic) + hex(pages.size(), 2) + " " + hex(lines.size(), 4) + "\n";
    out.reserve(out.size() + pages.size() * kPageRow + lines.size() * kLineRow);
    for (const PageMark& page : pages) {
      out.append(hex64(page.id)).append(hex64(page.title)).append(hex(page.weight, 8)).append("\n");
    }
    for (const LineMark& line : lines) out.append(hex64(line.key)).append(hex64(line.pages)).append("\n");
    return out;
  }
};

// The page's lines, each once, by key.
std::vector<SeenLine> each_once(const SeenPage& page) {
  std::vector<SeenLine> lines = page.lines;
  if (lines.size() > kLinesOfAPage) {
    lines.erase(lines.begin() + kLinesOfAPage / 2, lines.end() - kLinesOfAPage / 2);
  }
  std::stable_sort(lines.begin(), lines.end(), [](const SeenLine& a, const SeenLine& b) { return a.key < b.key; });
  lines.erase(
      std::unique(lines.begin(), lines.end(), [](const SeenLine& a, const SeenLine& b) { return a.key == b.key; }),
      lines.end());
  return lines;
}

bool alike(std::uint64_t title, std::uint64_t other) {
  return std::popcount(title & other) * 100 >= kTitleInCommon * std::popcount(title | other);
}

// Whether a remembered page has the text of this one, apart from what several pages have: an update, a copy. Then it
// tells nothing of the site, however often the story is told again.
bool is_told(Memory& memory, const std::vector<SeenLine>& lines, std::uint64_t title) {
  std::vector<std::uint64_t> of_site(memory.pages.size()), shared(memory.pages.size());  // weight, by page
  std::uint64_t own = 0;
  for (const SeenLine& line : lines) {
    const LineMark* known = memory.find(line.key);
    const std::uint64_t pages = known == nullptr ? 0 : known->pages;
    const bool is_of_site = std::popcount(pages) >= kLeastSeen;
    if (!is_of_site) own += line.weight;
    for (std::size_t i = 0; i < memory.pages.size(); ++i) {
      if ((pages >> i & 1) != 0) (is_of_site ? of_site : shared)[i] += line.weight;
    }
  }
  if (own == 0) return true;
  for (std::size_t i = 0; i < memory.pages.size(); ++i) {
    const PageMark& page = memory.pages[i];
    const std::uint64_t rest = page.weight - std::min(page.weight, of_site[i]);
    const int enough = alike(title, page.title) ? kSameStoryAndTitle : kSameStory;
    if (shared[i] > 0 && shared[i] * 100 >= std::min(own, rest) * static_cast<std::uint64_t>(enough)) return true;
  }
  return false;
}

// Keeps the lines that are on the most pages, of these the ones that were seen last.
void forget(std::vector<LineMark>& lines) {
  std::erase_if(lines, [](const LineMark& line) { return line.pages == 0; });
  if (lines.size() <= kRememberedLines) return;
  const auto better = [](const LineMark& a, const LineMark& b) {
    const int of_a = std::popcount(a.pages), of_b = std::popcount(b.pages);
    if (of_a != of_b) return of_a > of_b;
    const int age_a = std::countr_zero(a.pages), age_b = std::countr_zero(b.pages);
    return age_a != age_b ? age_a < age_b : a.key < b.key;
  };
  std::nth_element(lines.begin(), lines.begin() + kRememberedLines, lines.end(), better);
  lines.resize(kRememberedLines);
}

void add(Memory& memory, const SeenPage& page, const std::vector<SeenLine>& lines) {
  for (LineMark& line : memory.lines) line.pages <<= 1;
  PageMark mark{page.id, page.title, 0};
  std::vector<LineMark> fresh;
  const auto stands_here = [&](std::uint64_t key) {
    if (LineMark* known = memory.find(key)) {
      known->pages |= 1;
    } else {
      fresh.push_back({key, 1});
    }
  };
  for (const SeenLine& line : lines) {
    mark.weight = std::min<std::uint64_t>(mark.weight + line.weight, 0xffffffff);
    stands_here(line.key);
    if (line.masked != 0) stands_here(line.masked);
  }
  memory.pages.insert(memory.pages.begin(), mark);
  if (memory.pages.size() > kRememberedPages) memory.pages.pop_back();
  memory.lines.insert(memory.lines.end(), fresh.begin(), fresh.end());
  forget(memory.lines);
  const auto by_key = [](const LineMark& a, const LineMark& b) { return a.key < b.key; };
  std::sort(memory.lines.begin(), memory.lines.end(), by_key);
  const auto same = [](const LineMark& a, const LineMark& b) { return a.key == b.key; };
  memory.lines.erase(std::unique(memory.lines.begin(), memory.lines.end(), same), memory.lines.end());
}

}  // namespace

SiteMemory::SiteMemory(std::string_view text, std::uint64_t self) {
  if (!text.starts_with(kMagic) || text.size() < kHeader) return;
  const std::size_t pages = hex(text.substr(kMagic.size(), 2)), lines = hex(text.substr(kMagic.size() + 3, 4));
  if (pages > kRememberedPages || text.size() != kHeader + pages * kPageRow + lines * kLineRow) return;
  pages_ = text.substr(kHeader, pages * kPageRow);
  lines_ = text.substr(kHeader + pages_.size());
  others_ = newest(pages);
  for (std::size_t i = 0; i < pages; ++i) {
    if (page_mark(pages_.substr(i * kPageRow)).id == self) others_ &= ~(std::uint64_t{1} << i);
  }
}

std::uint64_t SiteMemory::pages_with(std::uint64_t key) const {
  const std::string wanted = hex64(key);
  std::size_t low = 0, high = lines_.size() / kLineRow;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string_view row = lines_.substr(middle * kLineRow, kLineRow);
    const int order = row.substr(0, 16).compare(wanted);
    if (order == 0) return line_mark(row).pages;
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 0;
}

std::optional<Repetition> SiteMemory::repeats(const SeenLine& line) const {
  if (line.seat == Seat::fixed || std::popcount(others_) < kEnoughPages) return std::nullopt;
  std::uint64_t pages = pages_with(line.key);
  if (line.masked != 0) pages |= pages_with(line.masked);
  for (const std::size_t window : {kRecentPages, kRememberedPages}) {
    const std::uint64_t asked = others_ & newest(window);
    const Repetition repetition{std::popcount(pages & asked), std::popcount(asked)};
    if (is_enough(repetition, line.seat)) return repetition;
  }
  return std::nullopt;
}

std::string add_page(std::string_view text, const SeenPage& page) {
  const SiteMemory view(text, page.id);
  const std::vector<SeenLine> lines = each_once(page);
  const std::size_t pages = view.pages_.size() / kPageRow;
  if (page.id == 0 || lines.empty() || view.others_ != newest(pages)) return std::string(text);
  Memory memory;
  for (std::size_t i = 0; i < pages; ++i) memory.pages.push_back(page_mark(view.pages_.substr(i * kPageRow)));
  for (std::size_t at = 0; at < view.lines_.size(); at += kLineRow)
    memory.lines.push_back(line_mark(view.lines_.substr(at)));
  if (is_told(memory, lines, page.title)) return std::string(text);
  add(memory, page, lines);
  return memory.text();
}

}  // namespace winnow::cleaning
