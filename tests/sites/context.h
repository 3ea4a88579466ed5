// What the writers of pages share: the layout, the content, and the addresses of everything. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sites/content.h"
#include "sites/kind.h"
#include "sites/layout.h"
#include "sites/site.h"
#include "sites/vocabulary.h"

namespace winnow::sites {

struct Context {
  Context(const Kind& kind_, Layout layout_, Content content_, const SiteOptions& options);

  const Kind& kind;
  Layout layout;
  Content content;
  Vocabulary vocabulary;
  Prose prose;
  std::string origin, mobile_origin;
  Dice dice;  // of the site: fork it
  std::size_t per_list;

  // Paths with their query.
  [[nodiscard]] std::string path_of(const Story& story) const;
  [[nodiscard]] std::string path_of_part(const Story& story, std::size_t part) const;  // 1 is the story's own
  [[nodiscard]] std::string path_of_twin(const Story& story, Role role) const;
  [[nodiscard]] std::string section_path(std::size_t section, std::size_t page = 1) const;
  [[nodiscard]] std::string tag_path(const Named& tag) const;
  [[nodiscard]] std::string author_path(const Named& writer) const;
  [[nodiscard]] std::string other_path(std::string_view name) const;
  // Videos and galleries, by their number from 1.
  [[nodiscard]] std::string feature_path(std::string_view name, const std::string& slug) const;
  static constexpr std::size_t kFeatures = 5;  // of each sort
  [[nodiscard]] std::string feed_path(std::string_view section = "") const;

  // The path as the site writes it into a page: from the root, absolute, or relative to <base>.
  [[nodiscard]] std::string link(const std::string& path) const;
  // A link to a story from a list; some sites add a parameter, or name their mobile host now and then.
  [[nodiscard]] std::string story_link(const Story& story, std::string_view from) const;

  [[nodiscard]] std::size_t parts_of_story(const Story& story) const;
  [[nodiscard]] bool finds(std::string_view way) const;  // in the layout's discovery
  [[nodiscard]] bool has_other(std::string_view name) const;
  [[nodiscard]] std::string date_of(const Stamp& stamp) const;  // as the site writes it
  // Other stories that a page names; the same for a story however many there are later.
  [[nodiscard]] std::vector<const Story*> neighbours(const Story* story, std::size_t count,
                                                     std::string_view what) const;
};

// An element of the layout around HTML, or around a text.
[[nodiscard]] std::string boxed(const Context& site, std::string_view slot, const std::string& html,
                                const Values& values = {});
[[nodiscard]] std::string boxed_text(const Context& site, std::string_view slot, std::string_view text,
                                     const Values& values = {});
// The same, and the text is one that must not be in the article's.
[[nodiscard]] std::string noise(const Context& site, std::string_view slot, const std::string& text, Truth& truth,
                                const Values& values = {});
[[nodiscard]] std::string filled(const Context& site, std::string text);  // {paper}, {year}

}  // namespace winnow::sites
