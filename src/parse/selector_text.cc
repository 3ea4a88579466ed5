#include "parse/selector_text.h"

#include <algorithm>

#include "base/scan.h"
#include "parse/selector_compare.h"

namespace winnow::parse::css {
namespace {

void append(std::string& out, std::string_view text, const TextForm& form) {
  for (const char c : text) {
    if (!form.collapse || !is_space(c)) {
      out += form.fold ? ascii::lower(c) : c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
}

std::string formed(std::string_view text, const TextForm& form) {
  std::string out;
  append(out, text, form);
  return out;
}

bool is_code(const Document& document, NodeId text) {
  const NodeId parent = document[text].parent;
  return parent != kNone && (document[parent].tag == Tag::script || document[parent].tag == Tag::style);
}

TextForm form_of(const Test& test) {
  if (test.kind == Test::Kind::contains) return {.collapse = true, .code = false};
  return {.collapse = test.words, .fold = test.fold};
}

}  // namespace

AllText::AllText(const Document& document, const TextForm& form) : form_(form) {
  offsets_.reserve(document.size() + 1);
  for (NodeId id = 0; id < document.size(); ++id) {
    offsets_.push_back(all_.size());
    if (document[id].tag == Tag::text && (form.code || !is_code(document, id))) append(all_, document[id].text, form);
  }
  offsets_.push_back(all_.size());
}

std::string_view AllText::of(const Document& document, NodeId element) const {
  const std::size_t begin = offsets_[element], end = offsets_[document[element].end];
  std::string_view text = std::string_view(all_).substr(begin, end - begin);
  if (!form_.collapse) return text;
  if (text.starts_with(' ')) text.remove_prefix(1);
  if (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Knuth, Morris and Pratt: linear also where the places overlap.
std::vector<std::size_t> AllText::places(std::string_view wanted) const {
  std::vector<std::size_t> out, back(wanted.size() + 1, 0);
  const auto step = [&](std::size_t matched, char c) {
    while (matched > 0 && (matched == wanted.size() || wanted[matched] != c)) matched = back[matched];
    return wanted[matched] == c ? matched + 1 : 0;
  };
  if (wanted.empty()) return out;
  for (std::size_t i = 1; i < wanted.size(); ++i) back[i + 1] = step(back[i], wanted[i]);
  std::size_t matched = 0;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    matched = step(matched, all_[i]);
    if (matched == wanted.size()) out.push_back(i + 1 - wanted.size());
  }
  return out;
}

std::size_t AllText::offset(std::string_view part) const { return static_cast<std::size_t>(part.data() - all_.data()); }

void TextTests::prepare(const Test& test) {
  const TextForm form = form_of(test);
  std::unique_ptr<AllText>& text = texts_[form];
  if (!text) text = std::make_unique<AllText>(document_, form);
  Prepared& prepared = prepared_[&test];
  prepared.text = text.get();
  prepared.wanted = test.kind == Test::Kind::contains ? formed(test.value, form)
                    : test.fold                       ? ascii::lower(test.value)
                                                      : test.value;
  if (test.kind == Test::Kind::contains || test.compare == Compare::substring)
    prepared.places = text->places(prepared.wanted);
}

bool TextTests::inside(const Prepared& prepared, std::string_view text) const {
  const std::size_t begin = prepared.text->offset(text);
  const auto first = std::lower_bound(prepared.places.begin(), prepared.places.end(), begin);
  return first != prepared.places.end() && *first + prepared.wanted.size() <= begin + text.size();
}

// The text with a space on both ends, without making it; `inside` tells whether the wanted text is in it as it is.
bool TextTests::as_words(const Test& test, const std::string& wanted, std::string_view text, bool inside) {
  const std::size_t size = text.size() + 2;
  const auto same_at = [&](std::size_t from) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const std::size_t at = from + i;
      if (wanted[i] != (at == 0 || at == size - 1 ? ' ' : text[at - 1])) return false;
    }
    return true;
  };
  if (wanted.empty() || wanted.size() > size) return false;
  const bool prefix = same_at(0), suffix = same_at(size - wanted.size());
  switch (test.compare) {
    case Compare::equals:
      return wanted.size() == size && prefix;
    case Compare::prefix:
      return prefix;
    case Compare::suffix:
      return suffix;
    default:
      return prefix || suffix || inside;
  }
}

bool TextTests::passes(const Test& test, NodeId element) const {
  const Prepared& prepared = prepared_.at(&test);
  const std::string_view text = prepared.text->of(document_, element);
  if (test.kind == Test::Kind::contains) {
    return prepared.wanted.empty() || prepared.wanted == " " || inside(prepared, text);
  }
  const bool found = test.compare == Compare::substring && inside(prepared, text);
  if (test.words) return as_words(test, prepared.wanted, text, found);
  if (test.compare == Compare::substring) return found;
  return compare({.kind = test.kind, .value = prepared.wanted, .compare = test.compare}, text);
}

bool own_text_passes(const Document& document, const Test& test, NodeId element) {
  for (NodeId c = document[element].first_child; c != kNone; c = document[c].next_sibling) {
    if (document[c].tag != Tag::text) continue;
    if (compare(test, document[c].text)) return true;
    if (test.kind == Test::Kind::first_text) return false;
  }
  return false;
}

}  // namespace winnow::parse::css
