// Names of authors out of what fields and bylines say: split, cleaned, judged. Nothing is invented: what is no
// name gives nothing. Pure, total.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::extract {

struct NameStyle {
  bool japanese = false;  // a space stands inside a name, not between two
};

// The text of a field that is known to name authors ("By Jane Doe and John Roe, Staff Writer"): each name once,
// in order, without labels, roles, addresses, dates.
[[nodiscard]] std::vector<std::string> names_in(std::string_view text, const NameStyle& style = {});

// "Jane Doe", "Ludwig van Beethoven", 周艾琳, 山田太郎: by form and by what its words are not.
[[nodiscard]] bool is_person(std::string_view name);
// A short run of capitalised words or Han: what may be a publication.
[[nodiscard]] bool is_publication(std::string_view name);

// "example.com": a site's address for its name.
[[nodiscard]] bool is_domain(std::string_view name);

// Without "By", "Von", "作者:" and their like in front; `found` tells whether there was one.
struct Unlabelled {
  std::string_view rest;
  bool found = false;
  bool sure = false;  // the label is no common word: "written by", "作者"
};
[[nodiscard]] Unlabelled without_author_label(std::string_view text);

// "By", "Words:", "بقلم": such a label and nothing else.
[[nodiscard]] bool is_author_label(std::string_view text);

// Equal but for case, width, marks and spaces.
[[nodiscard]] std::string name_key(std::string_view text);
void add_once(std::vector<std::string>& names, std::string name);

}  // namespace winnow::extract
