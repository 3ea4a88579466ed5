// The memory of a site: which of its last pages had which lines. A text of fixed columns, so that a page looks a line
// up without reading all of it. Pure, total: any text is a memory, an ill-formed one is empty.
//
//   winnow site lines 1 05 00a3     version, pages, lines (hexadecimal)
//   ID TITLE WEIGHT                 a page each, the newest first: 16, 16 and 8 digits
//   KEY PAGES                       a line each, by key: 16 and 16 digits; bit i of PAGES is the i-th newest page
//
// (The columns of a row stand together, without spaces.) A line that stood on none of these pages is forgotten.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "winnow/site_lines.h"

namespace winnow::cleaning {

inline constexpr std::size_t kRememberedPages = 64;
inline constexpr std::size_t kRememberedLines = 1800;  // those on the fewest and oldest pages go first
inline constexpr std::size_t kLinesOfAPage = 300;      // the first and last ones
inline constexpr int kEnoughPages = 5;                 // before this many were seen, nothing is left out

// On how many of how many other pages a line stood.
struct Repetition {
  int seen = 0, of = 0;
};

// A view; the text must outlive it.
class SiteMemory {
 public:
  // `self` is the id of the page that is read: what it added itself when it was read before does not count.
  SiteMemory(std::string_view text, std::uint64_t self);

  // Whether a line that stands so repeats what the site's pages have. Asked of the last 20 pages and of all that are
  // remembered: what a site has changed is learned soon, what is on four pages of five is not lost in between.
  [[nodiscard]] std::optional<Repetition> repeats(const SeenLine& line) const;

 private:
  friend class OpenMemory;
  [[nodiscard]] std::uint64_t pages_with(std::uint64_t key) const;

  std::string_view pages_, lines_;  // rows
  std::uint64_t others_ = 0;        // bit i: the i-th newest page is another than `self`
};

// A memory taken apart, for adding many pages to it: the text is written when it is asked for. A value.
class OpenMemory {
 public:
  explicit OpenMemory(std::string_view text);

  // As winnow::remember; false where the page tells nothing new.
  bool add(const SeenPage& page);
  // As SiteMemory's, of the text that this would be.
  [[nodiscard]] std::optional<Repetition> repeats(const SeenLine& line, std::uint64_t others) const;
  [[nodiscard]] std::uint64_t others_than(std::uint64_t self) const;  // bit i: the i-th newest page is another
  [[nodiscard]] std::size_t pages() const { return pages_.size(); }
  [[nodiscard]] std::string text() const;

 private:
  struct PageMark {
    std::uint64_t id = 0, title = 0, weight = 0;
  };
  struct LineMark {
    std::uint64_t key = 0, pages = 0;
  };

  [[nodiscard]] const LineMark* find(std::uint64_t key) const;
  [[nodiscard]] bool is_told(const std::vector<SeenLine>& lines, std::uint64_t title) const;
  void take(const SeenPage& page, const std::vector<SeenLine>& lines);
  void join(std::vector<LineMark> fresh);
  void forget();

  std::vector<PageMark> pages_;  // the newest first
  std::vector<LineMark> lines_;  // by key
};

// As winnow::remember.
[[nodiscard]] std::string add_page(std::string_view memory, const SeenPage& page);

}  // namespace winnow::cleaning
