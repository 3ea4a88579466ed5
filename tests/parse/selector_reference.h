// Selectors as a tree, and their meaning word for word by recursion: slow, and without anything of src/parse but the
// document. The reference for the matcher that is fast.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "parse/document.h"

namespace winnow::parse::reference {

struct Simple {
  struct Compound {
    char combinator;  // to the one on its left, or to what :has stands on: ' ', '>', '+', '~'; 0 where there is none
    std::vector<Simple> simples;
  };
  struct Complex {
    std::vector<Compound> compounds;
  };
  enum class Kind {
    tag, klass, id, attribute, text, own_text, first_text, contains, nth, empty, root, is, isnt, has, around, after, before
  };

  Kind kind;
  std::string name = {}, value = {}, op = {};  // op: "=", "*=" ...; "" for presence
  bool fold = false, words = false;
  int step = 0, offset = 0;
  bool of_type = false, of_all = false, from_end = false;
  std::vector<Complex> list = {};  // nth: empty counts all
};
using Compound = Simple::Compound;
using Complex = Simple::Complex;
using List = std::vector<Complex>;

[[nodiscard]] std::string text_of(const List& list);
[[nodiscard]] bool matches(const Document& document, const List& list, NodeId element);

// A selector and a page at random, over the same few names.
[[nodiscard]] List any_list(std::mt19937& random, int depth);
[[nodiscard]] std::string any_page(std::mt19937& random);

}  // namespace winnow::parse::reference
