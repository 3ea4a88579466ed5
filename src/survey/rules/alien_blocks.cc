#include "survey/rules/alien_blocks.h"

#include <algorithm>
#include <string>

#include "base/time.h"
#include "extract/fields.h"
#include "survey/rules/comments.h"
#include "survey/rules/other_articles.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kLongestCaption = 800;  // bytes
constexpr std::size_t kBesideCaption = 80;    // of other text with picture and caption, such as the agency's name
constexpr NodeId kMostNodes = 80;             // of an element that is nothing but a picture
constexpr std::size_t kLongestByline = 300;
constexpr int kLevels = 3;              // from a caption up to what holds it and the picture
constexpr std::size_t kEdge = 3;        // blocks at either end among which bylines stand
constexpr std::size_t kLeastWords = 8;  // bytes of a text that two pages hardly share by chance

bool is_picture(Tag tag) {
  return tag == Tag::img || tag == Tag::picture || tag == Tag::amp_img || tag == Tag::video || tag == Tag::iframe ||
         tag == Tag::svg || tag == Tag::object;
}

class Suspicion {
 public:
  Suspicion(const PageView& page, const Census& census)
      : page_(page),
        document_(page.document),
        census_(census),

        others_(of_other_articles(page, page.blocks)),
        comments_(of_comments(page, page.blocks)) {}

  std::vector<Alien> run() const {
    std::vector<Alien> out;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) out.push_back(of(i));
    return out;
  }

 private:
  Alien of(std::size_t i) const {
    const Block& block = page_.blocks[i].block;
    if (block.type == BlockType::image || block.type == BlockType::embed) return Alien::no;
    const std::string text = text_of(block);
    if (bare(text).size() >= kLeastWords && census_.pages_with(text) >= 2) return Alien::repeated;
    if (others_[i]) return Alien::other_article;
    if (comments_[i]) return Alien::comment;
    if (is_caption(i)) return Alien::caption;
    return is_byline(i) ? Alien::byline : Alien::no;
  }

  bool holds(NodeId element, NodeId id) const { return id >= element && id < document_[element].end; }

  // With a picture in an element of their own, and with no other text.
  bool is_caption(std::size_t i) const {
    const extract::DraftBlock& block = page_.blocks[i];
    if (block.block.type != BlockType::paragraph || block.block.text.size() > kLongestCaption) return false;
    NodeId at = block.node;
    for (int level = 0; level < kLevels; ++level) {
      const NodeId around = document_[at].parent;
      if (around == kNone || document_[around].tag == Tag::body || has_other_text(around, i)) return false;
      if (visible_size(around) > block.block.text.size() + kBesideCaption) return false;  // a byline, a bar, a heading
      for (NodeId id = around; id < document_[around].end; ++id) {
        if (!holds(block.node, id) && is_picture(document_[id].tag)) return true;
      }
      at = around;
    }
    return false;
  }

  // Bytes of the text inside; large elements are not looked through.
  std::size_t visible_size(NodeId element) const {
    if (document_[element].end - element > kMostNodes) return kLongestCaption * 2;
    return document_.visible_text(element).size();
  }

  bool has_other_text(NodeId element, std::size_t i) const {
    for (std::size_t k = 0; k < page_.blocks.size(); ++k) {
      if (k != i && page_.blocks[k].block.type != BlockType::image && holds(element, page_.blocks[k].first))
        return true;
    }
    return false;
  }

  // A line at the text's beginning or end that tells its author or its day.
  bool is_byline(std::size_t i) const {
    const std::string& text = page_.blocks[i].block.text;
    if (text.empty() || text.size() > kLongestByline) return false;
    if (i >= kEdge && i + kEdge < page_.blocks.size()) return false;
    const extract::Byline line = extract::read_byline(text);
    const auto read = parse_iso(line.published), known = parse_iso(page_.automatic.published_at);
    if (read && known && read->day == known->day && read->clock) return true;
    return line.all && !line.authors.empty() && line.authors == page_.automatic.authors;
  }

  const PageView& page_;
  const Document& document_;
  const Census& census_;
  std::vector<bool> others_, comments_;
};

}  // namespace

std::string_view name_of(Alien alien) {
  switch (alien) {
    case Alien::repeated:
      return "holds what many pages say in the same words";
    case Alien::other_article:
      return "tells of other articles";
    case Alien::comment:
      return "holds what readers say";
    case Alien::caption:
      return "describes pictures";
    case Alien::byline:
      return "tells author and time inside the text";
    case Alien::no:
      break;
  }
  return "";
}

bool is_often(std::size_t count, std::size_t pages) { return count >= 3 && 4 * count >= pages; }

std::vector<std::vector<Alien>> alien_blocks(std::span<const PageView> pages) {
  const Census census(pages);
  std::vector<std::vector<Alien>> out;
  for (const PageView& page : pages) out.push_back(Suspicion(page, census).run());
  return out;
}

}  // namespace winnow::survey
