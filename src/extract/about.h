// What a page tells about the article beside title, people and times: language, section, trail, tags, summary,
// pictures, addresses. Internal to the stage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/draft.h"
#include "extract/page.h"

namespace winnow::extract {

// The visible text that is likely the article's: from its title on, at most `max` bytes, asides left out.
[[nodiscard]] std::string article_text(const Page& page, parse::NodeId heading, std::size_t max);

// Site file, then <html lang> and its like, then the guess; a stated language that the script contradicts loses.
[[nodiscard]] Witness decide_language(const Page& page, std::string_view text);
// "zh-cn" -> "zh-Hans", "EN_us" -> "en"; "" for what is no language tag.
[[nodiscard]] std::string language_tag(std::string_view stated);

// Several values of one field, and what they were found in.
struct FoundList {
  std::vector<std::string> values;
  std::string from;
};
[[nodiscard]] FoundList find_breadcrumb(const Page& page, parse::NodeId heading, std::string_view title);
[[nodiscard]] FoundList find_tags(const Page& page, std::string_view text);
[[nodiscard]] std::vector<std::string> find_images(const Page& page);

// All that a page says of a field and that can be true; best_of() decides.
[[nodiscard]] std::vector<Witness> find_section(const Page& page, const std::vector<std::string>& breadcrumb);
[[nodiscard]] std::vector<Witness> find_summary(const Page& page, std::string_view title, std::string_view text);
[[nodiscard]] std::vector<Witness> find_canonical(const Page& page);
[[nodiscard]] Witness find_subtitle(const Page& page, parse::NodeId heading, std::string_view title);
[[nodiscard]] std::string find_article_body(const Page& page);

// The URL of the same article's next part; "" where there is none.
[[nodiscard]] std::string find_next_page(const Page& page);

}  // namespace winnow::extract
