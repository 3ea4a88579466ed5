// A page as the fields see it: read once, asked often. What stands in comments, lists of other pages, menus and
// footers is marked, because its dates and names are not the article's. Internal to the stage.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/url.h"
#include "extract/dates.h"
#include "extract/fields.h"
#include "extract/names.h"
#include "parse/document.h"

namespace winnow::extract {

struct Meta {
  std::string name;   // of name, property, itemprop or http-equiv; lower case
  std::string value;  // white space collapsed
};

class Page {
 public:
  Page(const parse::Document& document, const FieldHints& hints);

  [[nodiscard]] const parse::Document& document() const { return document_; }
  [[nodiscard]] const FieldHints& hints() const { return hints_; }
  [[nodiscard]] const std::vector<Json>& objects() const { return objects_; }
  // The JSON-LD object that describes this page's article; null where there is none.
  [[nodiscard]] const Json& article() const { return article_ < objects_.size() ? objects_[article_] : kNull; }
  [[nodiscard]] const std::vector<Meta>& metas() const { return metas_; }
  [[nodiscard]] std::vector<std::string> meta(std::string_view name) const;  // all values, in order
  [[nodiscard]] std::string first_meta(std::string_view name) const;

  // What the page says of its language, before any guess; "" where it says nothing.
  [[nodiscard]] const std::string& stated_language() const { return language_; }
  [[nodiscard]] const DateStyle& date_style() const { return style_; }
  [[nodiscard]] NameStyle name_style() const { return {language_.starts_with("ja")}; }

  // Absolute, http or https; "" for anything else.
  [[nodiscard]] std::string absolute(std::string_view href) const;
  // A link to a host's root.
  [[nodiscard]] bool leads_home(parse::NodeId link) const;
  [[nodiscard]] const std::optional<Url>& base() const { return base_; }

  // The node stands in comments, related lists, a sidebar, a menu, a footer.
  [[nodiscard]] bool aside(parse::NodeId id) const { return aside_[id] != 0; }
  // The node stands in the page's footer or in a menu.
  [[nodiscard]] bool in_footer(parse::NodeId id) const;
  // It is an aside for no other reason than that an element around it is named a teaser.
  [[nodiscard]] bool in_teaser(parse::NodeId id) const;
  // How many bytes of visible text stand before the node.
  [[nodiscard]] std::size_t offset(parse::NodeId id) const { return offsets_[id]; }
  // Visible text, if it is no longer than `max` bytes; "" otherwise. Cheap where it is longer.
  [[nodiscard]] std::string short_text(parse::NodeId id, std::size_t max) const;
  // The words of class and id, in lower case, cut at hyphens, underscores and camel case, a space around each.
  [[nodiscard]] const std::string& words(parse::NodeId id) const { return words_[words_of_[id]]; }

 private:
  void read_words();
  void read_metas();
  void read_language();
  void read_date_order();
  void count_text();
  [[nodiscard]] bool says_aside(parse::NodeId id) const;
  void mark_asides();
  [[nodiscard]] std::string opening_text() const;
  void choose_article();

  static const Json kNull;
  const parse::Document& document_;
  const FieldHints& hints_;
  std::vector<Json> objects_;
  std::size_t article_ = ~std::size_t{0};
  std::vector<Meta> metas_;
  std::string language_;
  DateStyle style_;
  std::optional<Url> base_;
  std::vector<std::string> words_;       // of all classes and ids, each once; the first is of elements without
  std::vector<std::uint32_t> words_of_;  // by node
  std::vector<std::uint8_t> aside_;
  std::vector<std::uint32_t> offsets_;
  std::uint32_t text_size_ = 0;
};

// A text of JSON-LD or an attribute as a reader sees it: entities resolved, tags gone, white space collapsed.
[[nodiscard]] std::string plain(std::string_view text);
// A soft hyphen is for line breaks, not for reading.
[[nodiscard]] std::string without_soft_hyphens(std::string text);
// The words of a class or id value as Page::words gives them.
[[nodiscard]] std::string split_words(std::string_view value);
[[nodiscard]] bool has_word(std::string_view words, std::string_view word);

}  // namespace winnow::extract
