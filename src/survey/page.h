// A page as a look at its site sees it: where it leads, what it says it is, and how much of an article the automatic
// extractor finds in it. Pure, total; linear in the page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "survey/survey.h"
#include "winnow/options.h"

namespace winnow {
class Reader;
}

namespace winnow::survey {

struct PageLink {
  std::string url;   // absolute, http or https, without its fragment
  std::string text;  // white space collapsed; the picture's words where there is none
};

// Headlines that lead somewhere, in elements of one make: a list, or a box of other stories.
struct Row {
  std::vector<std::size_t> links;  // of Page::links
  std::size_t teased = 0;          // prose between them, and close behind the last
};

// Lengths count a Chinese, Japanese or Korean character as two and a half others, which is what it says.
struct Page {
  std::string refused;             // why there is nothing to be read here ("a PDF, not HTML")
  std::string canonical;           // as the page states it, absolute
  std::vector<std::string> feeds;  // <link rel=alternate> of a feed's type
  std::vector<std::string> twins;  // <link rel=amphtml>, and rel=alternate for other media
  std::string next;                // rel=next
  std::vector<PageLink> links;     // each address once, with its longest text; those of scripts (data-…) without
  bool says_article = false;       // by JSON-LD or og:type
  bool says_other = false;         // likewise: a film, a gallery, a profile, a web site …
  std::vector<Row> rows;           // of three links and more
  std::size_t sentences = 0;       // all text of the page that is prose: blocks of a sentence or more outside links
  std::size_t players = 0;         // films and sounds

  // As the automatic extractor reads it.
  std::string title, published, modified, section, next_part;
  std::string language, guessed_language;
  std::string content_hash, near_hash;
  std::size_t length = 0;      // of the text
  std::size_t prose = 0;       // of its paragraphs of a sentence or more
  std::size_t paragraphs = 0;  // of those
  std::size_t linked = 0;      // of the text that stands in links
  std::size_t images = 0;
  bool byline = false;  // authors or a source are known
};

[[nodiscard]] Page read_page(const Answer& answer, const Reader& reader);

// So much a text says: code points, those without spaces between words two and a half times.
[[nodiscard]] std::size_t weight_of(std::string_view text);

inline constexpr std::size_t kHeadline = 22;  // of this weight and more a link's text may be a headline

}  // namespace winnow::survey
