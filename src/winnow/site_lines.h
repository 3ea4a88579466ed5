// What the pages of a site repeat. A page that was read tells which lines stood on it (SeenPage); what a site's pages
// told is one opaque text, its memory, which the caller keeps and hands to the reading of further pages (Page::site).
//
//   Reading reading = reader.read({.bytes = html, .url = url, .site = memory});
//   memory = remember(memory, reading.seen);
//
// Values and pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "winnow/article.h"

namespace winnow {

namespace cleaning {
class OpenMemory;
}

// How a line stands on its page, which decides how often it must stand on others before it is left out.
enum class Seat : std::uint8_t {
  edge,        // before or behind the prose, and no prose itself
  edge_prose,  // a long sentence there
  inside,      // between prose
  fixed,       // never left out by what is remembered: a short heading of what follows, a line that is out already
};

// A line by its words alone: case, width, script and white space make no difference.
struct SeenLine {
  std::uint64_t key = 0;
  std::uint64_t masked = 0;  // the same without the numbers that the page's address has too; 0: it has none of them
  std::uint32_t weight = 0;  // characters; a quarter of them for no prose, since short lines tell little of a story
  Seat seat = Seat::fixed;
  bool left_out = false;  // by what was remembered when the page was read
  bool operator==(const SeenLine&) const = default;
};

struct SeenPage {
  std::uint64_t id = 0;     // of the article; 0: unknown, and then nothing is remembered of it
  std::uint64_t title = 0;  // its words in a few bits, to tell an article from another one's newer version
  std::vector<SeenLine> lines;
};

// The memory with that page added: counts over the last 64 different pages, at most 64 KB. The memory as it is where
// the page is among these already, or has its text in common with one of them (an update, a copy): only pages that
// differ otherwise tell what a site repeats. A memory that is ill-formed or of another version counts as empty.
[[nodiscard]] std::string remember(std::string_view memory, const SeenPage& page);

// Whether the page, read again with this memory, would lose other lines than it did.
[[nodiscard]] bool reads_otherwise(std::string_view memory, const SeenPage& page);

// A memory taken apart, for a caller who adds many pages: each costs a small part of what remember() does. Movable;
// what was moved from may only be assigned to. One thread at a time.
class SiteLines {
 public:
  explicit SiteLines(std::string_view memory = {});
  ~SiteLines();
  SiteLines(SiteLines&&) noexcept;
  SiteLines& operator=(SiteLines&&) noexcept;

  // As the functions above; whether the memory is another one now.
  bool remember(const SeenPage& page);
  [[nodiscard]] bool reads_otherwise(const SeenPage& page) const;
  [[nodiscard]] std::size_t pages() const;   // that are remembered
  [[nodiscard]] std::string memory() const;  // as remember() would give it; "" where there are no pages

 private:
  std::unique_ptr<cleaning::OpenMemory> open_;
};

// The lines of an article that was stored, kept and left out: the memory of a site can be made anew from its articles.
[[nodiscard]] SeenPage seen_in(const Article& article);

}  // namespace winnow
