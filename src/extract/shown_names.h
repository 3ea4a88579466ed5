// Whether readers see a name, and where: JSON-LD and <meta> name accounts of the system, the site itself, or nobody
// whom the page shows. Internal to the stage.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/fields.h"
#include "extract/near_lines.h"
#include "extract/page.h"

namespace winnow::extract {

// near: in a short line by the title; as_author: in one that reads as a byline, or in an element named for authors.
enum class Shown : std::uint8_t { nowhere, somewhere, near, as_author };

class ShownNames {
 public:
  // `lines` are those of near_lines(). The page must outlive the object.
  // `bylines` are what the lines were read as, one each.
  ShownNames(const Page& page, parse::NodeId heading, std::span<const NearLine> lines, std::span<const Byline> bylines);

  // Bounded: after 16 different names the page is searched no more, and what is not near counts as nowhere.
  [[nodiscard]] Shown of(const std::string& name);

 private:
  [[nodiscard]] bool somewhere(const std::string& words, const std::string& name) const;

  const Page& page_;
  std::vector<std::string> lines_, bylines_;  // as word_key() has them
  std::map<std::string, bool, std::less<>> searched_;
};

// The letters and digits of a text in one case, words parted and surrounded by one space: " jane doe ".
[[nodiscard]] std::string word_key(std::string_view text);

// class or id say that an element names authors: `words` as Page::words gives them.
[[nodiscard]] bool class_says_author(const std::string& words);

}  // namespace winnow::extract
