#include <array>

#include "base/unicode.h"
#include "clean/lines.h"
#include "clean/spam.h"
#include "clean/stuffed_title.h"

namespace winnow::cleaning {
namespace {

// Between the title and what was put on it. A bare hyphen is part of too many words to count.
constexpr std::array<std::string_view, 12> kSeparators = {" - ", " – ",  " — ", " | ", "|",   "_",
                                                          "｜",  " :: ", " · ", " » ", " « ", "--"};

struct Cut {
  std::size_t at = std::string_view::npos, length = 0;
};

Cut last_cut(std::string_view title) {
  Cut best;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string_view::npos || (best.length > 0 && at < best.at)) continue;
    best = {at, separator.size()};
  }
  return best;
}

Cut first_cut(std::string_view title) {
  Cut best;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.find(separator);
    if (at == std::string_view::npos || (best.length > 0 && at > best.at)) continue;
    best = {at, separator.size()};
  }
  return best;
}

// Whether a piece of a title is the site's name or keyword spam rather than a part of the headline.
bool is_foreign(std::string_view piece, std::string_view folded_site, std::span<const std::string_view> words) {
  const std::string folded = fold_for_cues(piece);
  return folded.empty() || (!folded_site.empty() && folded == folded_site) || spam_words(folded, words) >= 3;
}

std::string_view without_named(std::string_view rest, std::string_view site, std::span<const std::string_view> words) {
  for (Cut cut = last_cut(rest); cut.length > 0 && is_foreign(rest.substr(cut.at + cut.length), site, words);
       cut = last_cut(rest)) {
    rest = unicode::trim(rest.substr(0, cut.at));
  }
  for (Cut cut = first_cut(rest); cut.length > 0 && is_foreign(rest.substr(0, cut.at), site, words);
       cut = first_cut(rest)) {
    rest = unicode::trim(rest.substr(cut.at + cut.length));
  }
  return rest;
}

}  // namespace

std::string clean_title(std::string_view title, std::string_view site_name,
                        std::span<const extract::DraftBlock> article, std::span<const std::string_view> spam_words) {
  const std::string site = fold_for_cues(site_name);
  std::string_view rest = without_named(unicode::trim(title), site, spam_words);
  rest = unicode::trim(without_stuffing(rest, article, spam_words));
  return unicode::collapse(rest.empty() ? unicode::trim(title) : rest);
}

}  // namespace winnow::cleaning
