#include "extract/element_words.h"

#include <gtest/gtest.h>

namespace winnow::extract {
namespace {

struct WordCase {
  std::string_view name;
  std::uint32_t is;
};

TEST(PartWords, AreMatchedOnPartsOfNames) {
  const WordCase cases[] = {{"post__share-bar", kShareWord},
                            {"shareBar", kShareWord},
                            {"shareholder", 0},
                            {"read-also", kRelatedWord},
                            {"already", 0},
                            {"header", 0},
                            {"ad", kAdvertWord},
                            {"headline", 0},
                            {"loading", 0},
                            {"article-body", kBodyWord},
                            {"articleBody", kBodyWord},
                            {"article body", 0},
                            {"TRS_Editor", kBodyWord | kAuthorWord},
                            {"has-sidebar", 0},
                            {"sidebar-grid", 0},
                            {"sidebar", kRelatedWord},
                            {"comments2", kCommentsWord},
                            {"kommentare", kCommentsWord},
                            {"js-replyNewMessage", 0},
                            {"js-share-bar", kShareWord},
                            {"css-3ad5f", 0},
                            {"ad2", kAdvertWord},
                            {"editor-content", kBodyWord | kAuthorWord},
                            {"image-slider", kRelatedWord},
                            {"article__preamble", kLeadWord},
                            {"article-card", kCardWord},
                            {"videoPlayer", kPlayerWord}};
  for (const WordCase& c : cases) EXPECT_EQ(part_words(c.name), c.is) << c.name;
}

}  // namespace
}  // namespace winnow::extract
