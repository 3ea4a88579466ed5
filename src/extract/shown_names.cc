#include "extract/shown_names.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/word_set.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxByline = 160;   // bytes of a line or element that is no prose
constexpr std::size_t kMaxElements = 60;  // that are named for authors
constexpr std::size_t kMaxSearches = 16;  // of the whole page
constexpr std::size_t kMaxText = 300;     // bytes of a text in which a name is looked for word by word

bool is_cjk_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (unicode::is_cjk(utf8::next(text, at))) return true;
  }
  return false;
}

// A name in Han, kana or Hangul stands in a text without spaces around it.
bool holds(const std::string& text, const std::string& words) {
  if (!is_cjk_text(words)) return text.find(words) != text.npos;
  return text.find(words.substr(1, words.size() - 2)) != text.npos;
}

std::string_view longest_word(std::string_view words) {
  std::string_view longest;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > longest.size()) longest = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return longest;
}

constexpr WordSet kCreators(std::to_array<std::string_view>({"author", "creator"}));

bool names_author(const Page& page, NodeId id) {
  const parse::Document& document = page.document();
  if (document[id].tag == Tag::text || document[id].attribute_count == 0) return false;
  if (class_says_author(page.words(id))) return true;
  const std::string_view property = document.attribute(id, "itemprop"), rel = document.attribute(id, "rel");
  return (!property.empty() && kCreators.any_in(split_words(property))) ||
         (!rel.empty() && kCreators.any_in(split_words(rel)));
}

}  // namespace

std::string word_key(std::string_view text) {
  std::string out = " ";
  const std::string folded = unicode::lower(text);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    const bool inner = unicode::is_letter(c) || unicode::is_digit(c) || (c >= 0x0900 && !unicode::is_punctuation(c));
    if (inner && !unicode::is_space(c)) {
      utf8::append(out, c);
    } else if (c != U'\'' && c != 0x2019 && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

bool class_says_author(const std::string& words) {
  static constexpr WordSet kWords(std::to_array<std::string_view>(
      {"byline", "author", "authors", "autor", "autoren", "auteur", "autore", "writer", "journalist", "creator",
       "contributor", "contributors", "zuozhe", "bylines", "authorname", "reporter", "verfasser", "redacteur"}));
  return kWords.any_in(words);
}

ShownNames::ShownNames(const Page& page, NodeId heading, std::span<const NearLine> lines,
                       std::span<const Byline> bylines)
    : page_(page) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const NearLine& line = lines[i];
    const Byline& byline = bylines[i];
    if (line.text.size() > kMaxByline || line.node == heading) continue;
    const bool credits = !byline.authors.empty() || (byline.all && !byline.published.empty());
    (credits ? bylines_ : lines_).push_back(word_key(line.text));
  }
  std::size_t looked_at = 0;
  for (NodeId id = 0; id < page.document().size() && looked_at < kMaxElements; ++id) {
    if (page.aside(id) || !names_author(page, id)) continue;
    ++looked_at;
    const std::string text = page.short_text(id, kMaxByline);
    if (!text.empty()) bylines_.push_back(word_key(text));
  }
}

Shown ShownNames::of(const std::string& name) {
  const std::string words = word_key(name);
  if (words.size() < 3) return Shown::nowhere;
  const auto in = [&words](const std::vector<std::string>& lines) {
    return std::any_of(lines.begin(), lines.end(), [&words](const std::string& line) { return holds(line, words); });
  };
  if (in(bylines_)) return Shown::as_author;
  if (in(lines_)) return Shown::near;
  if (auto known = searched_.find(words); known != searched_.end())
    return known->second ? Shown::somewhere : Shown::nowhere;
  if (searched_.size() >= kMaxSearches) return Shown::nowhere;
  const bool found = somewhere(words, name);
  searched_.emplace(words, found);
  return found ? Shown::somewhere : Shown::nowhere;
}

// In any text that is shown; the words of a name may stand in elements of their own.
bool ShownNames::somewhere(const std::string& words, const std::string& name) const {
  const parse::Document& document = page_.document();
  const std::string probe(longest_word(words));
  for (NodeId id = document.first(Tag::body); id < document.size(); ++id) {
    const parse::Node& node = document[id];
    if (node.tag != Tag::text) continue;
    const Tag parent = document[node.parent].tag;
    if (parent == Tag::script || parent == Tag::style) continue;
    if (page_.aside(id)) {  // an author's box: the name alone
      if (!page_.in_footer(id) && word_key(node.text) == words) return true;
      continue;
    }
    if (node.text.size() > kMaxText) {
      if (node.text.find(name) != node.text.npos) return true;
      continue;
    }
    if (node.text.size() < probe.size() || word_key(node.text).find(probe) == std::string::npos) continue;
    NodeId up = id;
    for (int level = 0; level < 3 && up != parse::kNone; ++level, up = document[up].parent) {
      const std::string text = up == id ? std::string(node.text) : page_.short_text(up, kMaxText);
      if (holds(word_key(text), words)) return true;
    }
  }
  return false;
}

}  // namespace winnow::extract
