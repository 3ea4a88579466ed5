// What extraction hands to cleaning: the blocks of the body with where they come from, what was left out near
// them, and the fields with their witnesses. Values only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/document.h"
#include "winnow/article.h"
#include "winnow/trace.h"

namespace winnow::extract {

// A block of the body and the evidence about it that only the tree has.
struct DraftBlock {
  Block block;
  parse::NodeId node = parse::kNone;   // the element it comes from; kNone for text input
  parse::NodeId first = parse::kNone;  // its first text node (or the image), inside `node`
  double value = 0;                    // how much its lines speak for being article text
  double link_density = 0;             // share of the characters that stand in links, 0..1
  bool emphasised = false;             // the whole block is bold, italic or small
};

constexpr std::size_t kRemovedCharacters = 4000;  // of a removed text; more is cut off, with an ellipsis

// A subtree or line that was left out although it stood near or in the body.
struct DraftRemoved {
  Removed removed;
  parse::NodeId node = parse::kNone;  // the element it comes from, or all of which it is
  std::string why;
  parse::NodeId first = parse::kNone;  // of a line or block: its first text node, inside `node`
  bool hidden = false;                 // no reader saw it
};

struct Body {
  std::vector<DraftBlock> blocks;
  std::vector<DraftRemoved> removed;
  parse::NodeId container = parse::kNone;
  std::vector<std::string> images;  // absolute, of the kept blocks, in order, each once
};

// One value for a field and where it was found; higher rank wins, then the earlier one.
struct Witness {
  std::string value;
  std::string from;  // "jsonld", "meta:og:title", "time", "byline", "url", "rule:v2", ...
  int rank = 0;
};

// The fields that are decided on all witnesses of a page. Same meaning as in Article.
struct Fields {
  std::string canonical_url, title, subtitle, summary, source, published_at, modified_at, language, section;
  std::vector<std::string> authors, editors, breadcrumb, tags, images;
  std::string site_name;     // og:site_name and the like; helps to cut titles
  std::string article_body;  // JSON-LD articleBody, a witness for the body
  std::string next_page;     // absolute
  std::string single_page;   // absolute: where the whole of an article in parts stands; only rules tell it
  Trace trace;               // which witness won, and which it outdid
};

}  // namespace winnow::extract
