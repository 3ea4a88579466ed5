// What the words in an element's class and id say of its part in the page: "post__share-bar" is a share bar.
// Words are matched whole, cut at hyphens, underscores, digits and camel case, alone and in pairs ("read-also").
// Pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace winnow::extract {

enum PartWord : std::uint32_t {
  kShareWord = 1 << 0,
  kRelatedWord = 1 << 1,
  kCommentsWord = 1 << 2,
  kNavigationWord = 1 << 3,
  kAdvertWord = 1 << 4,
  kNoticeWord = 1 << 5,
  kBylineWord = 1 << 6,
  kCaptionWord = 1 << 7,
  kTagsWord = 1 << 8,
  kBodyWord = 1 << 9,  // the article's body ("article-body", "entry-content", "TRS_Editor")
  kLeadWord = 1 << 10,
  kUnseenWord = 1 << 11,  // for screen readers only
  kEmbedWord = 1 << 12,   // a post of another site
  kIconWord = 1 << 13,    // an image that is no illustration
  kConsentWord = 1 << 14,
  kAuthorWord = 1 << 15,
  kDialogWord = 1 << 16,
  kPlayerWord = 1 << 18,  // of sound or video: its buttons and titles
  kCardWord = 1 << 17,    // a box for an article, often another one
};

[[nodiscard]] std::uint32_t part_words(std::string_view class_or_id);

}  // namespace winnow::extract
