// The article: what winnow makes of a page. Plain values, no behaviour; the field names are those of
// the stored JSON (docs/article.md). An empty string or vector means "unknown", never a guess.
// All text is valid UTF-8 in normal form C.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace winnow {

enum class BlockType { paragraph, heading, list, quote, code, table, image, embed };

// A link in a text of a block: [start, end) in code points of that text.
struct Link {
  std::size_t start = 0, end = 0;
  std::string url;       // absolute
  std::size_t item = 0;  // list: the item; table: the row
  std::size_t cell = 0;  // table: the cell of that row
  bool operator==(const Link&) const = default;
};

inline constexpr int kBullet = -1;  // among Block::numbers

// One piece of the body, in reading order.
struct Block {
  BlockType type = BlockType::paragraph;
  std::string text;                            // paragraph, heading, quote, code, embed
  int level = 0;                               // heading: 1..6
  bool ordered = false;                        // list: the outermost items are numbered
  std::vector<std::string> items;              // list: one string an item, nested ones in reading order
  std::vector<int> depths;                     // list: how deep each item is nested; empty: all 0
  std::vector<int> numbers;                    // list: of each item; empty: 1, 2, 3 ... where ordered, else kBullet
  std::vector<std::vector<std::string>> rows;  // table: cells of each row
  std::size_t header = 0;                      // table: so many of the first rows are its head
  std::string src, alt, caption;               // image, embed: absolute URL, its words; table, code, quote: caption
  std::string language;                        // code: as the page states it ("python")
  std::vector<Link> links;                     // in the order of the texts; those of one text don't overlap

  bool operator==(const Block&) const = default;
};

enum class RemovedKind {
  spam_header,
  spam,
  share,
  breadcrumb,
  navigation,
  notice,
  related,
  advert,
  byline,
  comments,
  learned,
  rule
};

// A text that stood on the page and was taken out.
struct Removed {
  RemovedKind kind;
  std::string text;
  std::string why = {};  // learned: how often the site repeats it; empty where the kind says all
  bool operator==(const Removed&) const = default;
};

// One kind of damage and how often it was undone. `confidence` is in [0, 1]; a guess has a `place`.
struct Repair {
  std::string kind;  // "mirror", "mojibake", "punctuation", "control", "normal_form", ...
  std::size_t count = 0;
  double confidence = 1.0;
  struct Place {  // [start, end) in code points of the repaired text
    std::size_t start = 0, end = 0;
    bool operator==(const Place&) const = default;
  };
  std::vector<Place> places;  // guesses only
  bool operator==(const Repair&) const = default;
};

struct Article {
  std::string id;  // hash of the canonical URL, 16 hex digits
  std::string url, canonical_url, site;
  std::string title, subtitle, summary;
  std::vector<std::string> authors, editors;
  std::string source;                     // the publication that the page credits
  std::string published_at, modified_at;  // ISO 8601, as exact as the page is
  std::string language;                   // BCP 47
  std::string section;
  std::vector<std::string> breadcrumb, tags;
  std::vector<Block> body;
  std::string text;                        // the body as plain text, see docs/article.md
  std::vector<std::string> images, links;  // absolute URLs
  std::vector<Removed> removed;
  std::vector<Repair> repairs;
  std::string encoding, fetched_at, content_hash, near_hash, extractor;

  bool operator==(const Article&) const = default;
};

}  // namespace winnow
