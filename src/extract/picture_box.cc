#include "extract/picture_box.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/page.h"
#include "extract/page_map.h"
#include "extract/word_set.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr NodeId kMostNodes = 40;      // of a box
constexpr int kMostUp = 4;             // from the picture to it
constexpr std::size_t kLongest = 400;  // characters of a caption
constexpr std::size_t kMostBytes = 4 * kLongest;
constexpr std::size_t kLeastAlt = 12;  // bytes of an alt text that is worth comparing
constexpr std::size_t kCredit = 90;    // bytes of the end of a caption that may name who took the picture
constexpr std::size_t kMostBoxes = 500;

bool is_image(Tag tag) { return tag == Tag::img || tag == Tag::amp_img; }

bool may_be_box(Tag tag) {
  return tag == Tag::div || tag == Tag::span || tag == Tag::p || tag == Tag::section || tag == Tag::center ||
         tag == Tag::dl || tag == Tag::td || tag == Tag::table || tag == Tag::other;
}

bool is_called_picture(const Document& document, NodeId id) {
  static constexpr WordSet kPictures(std::to_array<std::string_view>(
      {"photo",  "photos",   "pic",      "pics",   "picture", "pictures",    "image",  "images",
       "img",    "foto",     "fotos",    "bild",   "bilder",  "imagen",      "imagem", "immagine",
       "figure", "photobox", "imagebox", "imgbox", "picbox",  "illustration"}));
  const std::string_view name = document.attribute(id, "class");
  return !name.empty() && kPictures.any_in(split_words(name));
}

// "Photo: Jane Doe", "사진=홍길동", "Crédit photo : AFP", "山田撮影": in the last words.
bool ends_in_credit(std::string_view text) {
  constexpr auto kLabels =
      std::to_array<std::string_view>({"photo",   "foto", "fotos",  "photos", "picture", "image", "credit",    "crédit",
                                       "crédito", "bild", "quelle", "fotó",   "фото",    "사진",  "写真",      "撮影",
                                       "图",      "圖",   "摄",     "攝",     "صورة",    "تصوير", "photograph"});
  constexpr auto kMarks = std::to_array<std::string_view>({":", " :", "=", "：", "＝", "/", " by ", "・", "｜"});
  constexpr auto kTails = std::to_array<std::string_view>({"撮影", "摄", "攝", "提供"});
  const std::string folded = unicode::lower(text);
  if (std::any_of(kTails.begin(), kTails.end(), [&](auto tail) { return folded.ends_with(tail); })) return true;
  const std::size_t from = folded.size() > kCredit ? folded.size() - kCredit : 0;
  for (const std::string_view label : kLabels) {
    const std::size_t at = folded.rfind(label);
    if (at == folded.npos || at < from) continue;
    const std::string_view rest = std::string_view(folded).substr(at + label.size());
    if (std::any_of(kMarks.begin(), kMarks.end(), [rest](auto mark) { return rest.starts_with(mark); })) return true;
  }
  return false;
}

// What stands in an element of few nodes: pictures first, and only then words, most of them no links: those are
// teasers.
struct Contents {
  std::string text;
  bool fits = false;
};

Contents contents_of(const Document& document, NodeId box, NodeId image) {
  Contents found;
  std::size_t linked = 0;
  NodeId link_end = 0;
  for (NodeId id = box + 1; id < document[box].end; ++id) {
    const parse::Node& node = document[id];
    if (node.tag == Tag::a) link_end = node.end;
    if (node.tag == Tag::script || node.tag == Tag::style || node.tag == Tag::noscript) {
      id = node.end - 1;
    } else if (node.tag == Tag::text) {
      const std::string words = unicode::collapse(node.text.substr(0, kMostBytes));
      if ((!words.empty() && id < image) || found.text.size() + words.size() >= kMostBytes) return found;
      if (!words.empty()) found.text += (found.text.empty() ? "" : " ") + words;
      if (id < link_end) linked += words.size();
    } else if (parse::is_heading(node.tag) || node.tag == Tag::li || node.tag == Tag::form ||
               node.tag == Tag::article) {
      return found;
    }
  }
  found.fits = linked * 2 <= found.text.size();
  return found;
}

bool has_words(const Document& document, NodeId box) {
  for (NodeId id = box + 1; id < document[box].end; ++id) {
    if (document[id].tag == Tag::text && !unicode::trim(document[id].text).empty()) return true;
  }
  return false;
}

// The alt text is the caption, or the beginning of it.
bool repeats_alt(std::string_view text, std::string_view alt) {
  const std::string said = bare_text(alt);
  return said.size() >= kLeastAlt && bare_text(text).starts_with(said);
}

}  // namespace

std::vector<NodeId> picture_boxes(const Document& document) {
  std::vector<NodeId> boxes;
  for (NodeId image = 1; image < document.size() && boxes.size() < kMostBoxes; ++image) {
    if (!is_image(document[image].tag)) continue;
    NodeId box = document[image].parent;
    for (int up = 0; up < kMostUp && box != kNone; ++up, box = document[box].parent) {
      const Tag tag = document[box].tag;
      if (tag == Tag::a || tag == Tag::picture) continue;
      if (!may_be_box(tag) || document[box].end - box > kMostNodes) break;
      if (!has_words(document, box)) continue;
      const Contents contents = contents_of(document, box, image);
      if (!contents.fits || utf8::length(contents.text) > kLongest) break;
      if (contents.text.empty()) continue;
      if (is_called_picture(document, box) || repeats_alt(contents.text, document.attribute(image, "alt")) ||
          ends_in_credit(contents.text)) {
        boxes.push_back(box);
      }
      break;
    }
  }
  return boxes;
}

}  // namespace winnow::extract
