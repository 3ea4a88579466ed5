#include <array>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/lines.h"
#include "clean/spam.h"

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
bool is_foreign(std::string_view piece, std::string_view folded_site) {
  const std::string folded = fold_for_cues(piece);
  return folded.empty() || (!folded_site.empty() && folded == folded_site) || spam_words(folded) >= 3;
}

}  // namespace

std::string clean_title(std::string_view title, std::string_view site_name) {
  const std::string site = fold_for_cues(site_name);
  std::string_view rest = unicode::trim(title);
  for (Cut cut = last_cut(rest); cut.length > 0 && is_foreign(rest.substr(cut.at + cut.length), site);
       cut = last_cut(rest)) {
    rest = unicode::trim(rest.substr(0, cut.at));
  }
  for (Cut cut = first_cut(rest); cut.length > 0 && is_foreign(rest.substr(0, cut.at), site); cut = first_cut(rest)) {
    rest = unicode::trim(rest.substr(cut.at + cut.length));
  }
  return unicode::collapse(rest.empty() ? unicode::trim(title) : rest);
}

}  // namespace winnow::cleaning
