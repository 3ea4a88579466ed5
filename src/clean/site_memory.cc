#include "clean/site_memory.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <utility>
#include <vector>

namespace winnow::cleaning {
namespace {

constexpr std::string_view kMagic = "winnow site lines 1 ";
constexpr std::size_t kHeader = kMagic.size() + 2 + 1 + 4 + 1;
constexpr std::size_t kPageRow = 16 + 16 + 8 + 1, kLineRow = 16 + 16 + 1;

constexpr std::size_t kRecentPages = 20;
constexpr int kLeastSeen = 3;
constexpr int kSameStory = 75, kSameStoryAndTitle = 60;  // percent of the text in common
constexpr int kTitleInCommon = 60;                       // percent of the titles' words

constexpr std::array<std::uint8_t, 256> kDigits = [] {
  std::array<std::uint8_t, 256> values{};
  for (std::uint8_t i = 0; i < 16; ++i) values[static_cast<std::uint8_t>("0123456789abcdef"[i])] = i;
  return values;
}();

// What is no digit counts as 0.
std::uint64_t hex(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char digit : digits) value = value << 4 | kDigits[static_cast<std::uint8_t>(digit)];
  return value;
}

void append_hex(std::string& out, std::uint64_t value, std::size_t digits) {
  for (std::size_t i = digits; i-- > 0;) out += "0123456789abcdef"[value >> (4 * i) & 15];
}

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

// Asked of the last pages and of all that are remembered.
std::optional<Repetition> repetition(std::uint64_t pages, std::uint64_t others, Seat seat) {
  for (const std::size_t window : {kRecentPages, kRememberedPages}) {
    const std::uint64_t asked = others & newest(window);
    const Repetition found{std::popcount(pages & asked), std::popcount(asked)};
    if (is_enough(found, seat)) return found;
  }
  return std::nullopt;
}

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

}  // namespace

SiteMemory::SiteMemory(std::string_view text, std::uint64_t self) {
  if (!text.starts_with(kMagic) || text.size() < kHeader) return;
  const std::size_t pages = hex(text.substr(kMagic.size(), 2)), lines = hex(text.substr(kMagic.size() + 3, 4));
  if (pages > kRememberedPages || text.size() != kHeader + pages * kPageRow + lines * kLineRow) return;
  pages_ = text.substr(kHeader, pages * kPageRow);
  lines_ = text.substr(kHeader + pages_.size());
  others_ = newest(pages);
  for (std::size_t i = 0; i < pages; ++i) {
    if (hex(pages_.substr(i * kPageRow, 16)) == self) others_ &= ~(std::uint64_t{1} << i);
  }
}

std::uint64_t SiteMemory::pages_with(std::uint64_t key) const {
  std::string wanted;
  append_hex(wanted, key, 16);
  std::size_t low = 0, high = lines_.size() / kLineRow;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string_view row = lines_.substr(middle * kLineRow, kLineRow);
    const int order = row.substr(0, 16).compare(wanted);
    if (order == 0) return hex(row.substr(16, 16));
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
  return repetition(pages, others_, line.seat);
}

OpenMemory::OpenMemory(std::string_view text) {
  const SiteMemory view(text, 0);
  for (std::string_view rest = view.pages_; !rest.empty(); rest.remove_prefix(kPageRow)) {
    pages_.push_back({hex(rest.substr(0, 16)), hex(rest.substr(16, 16)), hex(rest.substr(32, 8))});
  }
  lines_.reserve(view.lines_.size() / kLineRow);
  for (std::string_view rest = view.lines_; !rest.empty(); rest.remove_prefix(kLineRow)) {
    lines_.push_back({hex(rest.substr(0, 16)), hex(rest.substr(16, 16))});
  }
  const auto falls = [](const LineMark& a, const LineMark& b) { return a.key >= b.key; };
  if (std::adjacent_find(lines_.begin(), lines_.end(), falls) == lines_.end()) return;
  join(std::exchange(lines_, {}));  // damaged: its rows are in no order
}

std::string OpenMemory::text() const {
  std::string out(kMagic);
  out.reserve(kHeader + pages_.size() * kPageRow + lines_.size() * kLineRow);
  append_hex(out, pages_.size(), 2);
  out += ' ';
  append_hex(out, lines_.size(), 4);
  out += '\n';
  for (const PageMark& page : pages_) {
    append_hex(out, page.id, 16);
    append_hex(out, page.title, 16);
    append_hex(out, page.weight, 8);
    out += '\n';
  }
  for (const LineMark& line : lines_) {
    append_hex(out, line.key, 16);
    append_hex(out, line.pages, 16);
    out += '\n';
  }
  return out;
}

const OpenMemory::LineMark* OpenMemory::find(std::uint64_t key) const {
  const auto at = std::lower_bound(lines_.begin(), lines_.end(), key,
                                   [](const LineMark& line, std::uint64_t k) { return line.key < k; });
  return at == lines_.end() || at->key != key ? nullptr : &*at;
}

std::uint64_t OpenMemory::others_than(std::uint64_t self) const {
  std::uint64_t others = newest(pages_.size());
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (pages_[i].id == self) others &= ~(std::uint64_t{1} << i);
  }
  return others;
}

std::optional<Repetition> OpenMemory::repeats(const SeenLine& line, std::uint64_t others) const {
  if (line.seat == Seat::fixed || std::popcount(others) < kEnoughPages) return std::nullopt;
  std::uint64_t pages = 0;
  for (const std::uint64_t key : {line.key, line.masked}) {
    const LineMark* known = key == 0 && key != line.key ? nullptr : find(key);
    if (known != nullptr) pages |= known->pages;
  }
  return repetition(pages, others, line.seat);
}

// Whether a remembered page has the text of this one, apart from what several pages have: an update, a copy. Then it
// tells nothing of the site, however often the story is told again.
bool OpenMemory::is_told(const std::vector<SeenLine>& lines, std::uint64_t title) const {
  std::vector<std::uint64_t> of_site(pages_.size()), shared(pages_.size());  // weight, by page
  std::uint64_t own = 0;
  for (const SeenLine& line : lines) {
    const LineMark* known = find(line.key);
    const std::uint64_t pages = known == nullptr ? 0 : known->pages & newest(pages_.size());
    const bool is_of_site = known != nullptr && std::popcount(known->pages) >= kLeastSeen;
    if (!is_of_site) own += line.weight;
    for (std::uint64_t left = pages; left != 0; left &= left - 1) {
      (is_of_site ? of_site : shared)[static_cast<std::size_t>(std::countr_zero(left))] += line.weight;
    }
  }
  if (own == 0) return true;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const PageMark& page = pages_[i];
    const std::uint64_t rest = page.weight - std::min(page.weight, of_site[i]);
    const int enough = alike(title, page.title) ? kSameStoryAndTitle : kSameStory;
    if (shared[i] > 0 && shared[i] * 100 >= std::min(own, rest) * static_cast<std::uint64_t>(enough)) return true;
  }
  return false;
}

// Keeps the lines that are on the most pages, of these the ones that were seen last.
void OpenMemory::forget() {
  std::erase_if(lines_, [](const LineMark& line) { return line.pages == 0; });
  if (lines_.size() <= kRememberedLines) return;
  const auto better = [](const LineMark& a, const LineMark& b) {
    const int of_a = std::popcount(a.pages), of_b = std::popcount(b.pages);
    if (of_a != of_b) return of_a > of_b;
    const int age_a = std::countr_zero(a.pages), age_b = std::countr_zero(b.pages);
    return age_a != age_b ? age_a < age_b : a.key < b.key;
  };
  std::vector<LineMark> ranked = lines_;
  std::nth_element(ranked.begin(), ranked.begin() + kRememberedLines, ranked.end(), better);
  std::erase_if(lines_, [&](const LineMark& line) { return !better(line, ranked[kRememberedLines]); });
}

// `fresh` are in any order and may come twice; none is known.
void OpenMemory::join(std::vector<LineMark> fresh) {
  const auto by_key = [](const LineMark& a, const LineMark& b) { return a.key < b.key; };
  std::sort(fresh.begin(), fresh.end(), by_key);
  const auto same = [](const LineMark& a, const LineMark& b) { return a.key == b.key; };
  fresh.erase(std::unique(fresh.begin(), fresh.end(), same), fresh.end());
  const auto known = static_cast<std::ptrdiff_t>(lines_.size());
  lines_.insert(lines_.end(), fresh.begin(), fresh.end());
  std::inplace_merge(lines_.begin(), lines_.begin() + known, lines_.end(), by_key);
}

void OpenMemory::take(const SeenPage& page, const std::vector<SeenLine>& lines) {
  for (LineMark& line : lines_) line.pages <<= 1;
  PageMark mark{page.id, page.title, 0};
  std::vector<LineMark> fresh;
  const auto stands_here = [&](std::uint64_t key) {
    if (const LineMark* known = find(key)) {
      lines_[static_cast<std::size_t>(known - lines_.data())].pages |= 1;
    } else {
      fresh.push_back({key, 1});
    }
  };
  for (const SeenLine& line : lines) {
    mark.weight = std::min<std::uint64_t>(mark.weight + line.weight, 0xffffffff);
    stands_here(line.key);
    if (line.masked != 0) stands_here(line.masked);
  }
  pages_.insert(pages_.begin(), mark);
  if (pages_.size() > kRememberedPages) pages_.pop_back();
  join(std::move(fresh));
  forget();
}

bool OpenMemory::add(const SeenPage& page) {
  const std::vector<SeenLine> lines = each_once(page);
  if (page.id == 0 || lines.empty() || others_than(page.id) != newest(pages_.size())) return false;
  if (is_told(lines, page.title)) return false;
  take(page, lines);
  return true;
}

std::string add_page(std::string_view text, const SeenPage& page) {
  OpenMemory memory(text);
  return memory.add(page) ? memory.text() : std::string(text);
}

}  // namespace winnow::cleaning
