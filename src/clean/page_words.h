// The words by which a page speaks of itself to its reader ("share", "our newsletter", "here", "rights reserved"), by
// what they do in such a line. Constant tables; pure, safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace winnow::cleaning {

enum PageWord : std::uint32_t {
  kShareVerb = 1 << 0,
  kFollowVerb = 1 << 1,
  kSubscribeVerb = 1 << 2,
  kReadVerb = 1 << 3,
  kCommentWord = 1 << 4,
  kReportVerb = 1 << 5,
  kWindowVerb = 1 << 6,   // close, print, go back
  kChannelWord = 1 << 7,  // Facebook, a channel, friends to share with
  kLetterWord = 1 << 8,   // newsletter, inbox, alerts, an app, a membership
  kPageWord = 1 << 9,     // article, page, site, news
  kReaderWord = 1 << 10,  // we and you
  kAlsoWord = 1 << 11,    // also, more, related
  kRightsWord = 1 << 12,  // rights, reproduction, permission
  kRoleWord = 1 << 13,    // editor, photo, source: what stands before a colon and a name
  kTagsLabel = 1 << 14,
  kAboutWord = 1 << 15,
  kCompanyWord = 1 << 16,  // provider, headquarters, employees
  kFillerWord = 1 << 17,   // now, here, free, please, latest
  kFaultWord = 1 << 18,    // error, typo
};

// What the word does; 0 for a word that pages use no more than articles. Folded.
[[nodiscard]] std::uint32_t page_word(std::string_view word);

// The longest such word at the start of text whose words are not spaced, in bytes; 0 where there is none.
struct DenseWord {
  std::size_t size = 0;
  std::uint32_t is = 0;
};
[[nodiscard]] DenseWord dense_page_word(std::string_view text);

}  // namespace winnow::cleaning
