#include "survey/rules/naming.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/scan.h"
#include "survey/rules/made_up.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMostOwn = 16;
constexpr std::size_t kMostNames = 80;
constexpr std::size_t kMostClasses = 5;
constexpr std::size_t kLongestValue = 60;
constexpr int kLevels = 6;  // how far up a context is sought
constexpr std::size_t kContexts = 6;
constexpr std::size_t kMostSiblings = 20;  // that are looked at

enum Cost : int {
  kMeaning = 1,
  kId = 2,
  kClass = 3,
  kPart = 4,
  kTag = 4,
  kTwo = 5,
  kLooks = 7,
  kBare = kBareName,
  kAround = 2
};

constexpr std::array<std::string_view, 5> kMeanings = {"itemprop", "property", "role", "rel", "slot"};
constexpr std::array<std::string_view, 8> kLookings = {"width",   "align", "size",   "color",
                                                       "bgcolor", "face",  "valign", "cellpadding"};

bool is_telling(Tag tag) {
  switch (tag) {
    case Tag::h1:
    case Tag::article:
    case Tag::main:
    case Tag::time:
    case Tag::address:
      return true;
    default:
      return false;
  }
}

bool is_word(std::string_view name) {
  return !name.empty() && !ascii::is_digit(name.front()) &&
         !(name.size() > 1 && name[0] == '-' && !ascii::is_alpha(name[1])) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '_'; });
}

bool can_be_quoted(std::string_view value) {
  return !value.empty() && value.size() <= kLongestValue && std::all_of(value.begin(), value.end(), [](char c) {
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
  });
}

std::string condition(std::string_view attribute, std::string_view how, std::string_view value) {
  return "[" + std::string(attribute) + std::string(how) + "\"" + std::string(value) + "\"]";
}

class Namer {
 public:
  Namer(const Document& document, NodeId element)
      : document_(document), element_(element), tag_(document[element].text) {}

  std::vector<Naming> run() && {
    add_meanings();
    add_id();
    add_classes();
    if (tag_.find('-') != std::string::npos) add(tag_, kClass);  // a custom element
    if (is_telling(document_[element_].tag)) add(tag_, kTag);
    add_looks();
    add(tag_, kBare);
    std::stable_sort(out_.begin(), out_.end(), [](const Naming& x, const Naming& y) { return x.cost < y.cost; });
    if (out_.size() > kMostOwn) out_.erase(out_.begin() + kMostOwn - 1, out_.end() - 1);
    return std::move(out_);
  }

 private:
  void add(std::string css, int cost) { out_.push_back({std::move(css), cost}); }

  void add_meanings() {
    for (const parse::Attribute& a : document_.attributes(element_)) {
      if (!can_be_quoted(a.value) || stable_part(a.value).stays != Stays::whole) continue;
      if (std::find(kMeanings.begin(), kMeanings.end(), a.name) != kMeanings.end() ||
          (a.name.starts_with("data-") && is_word(a.value) && stable_part(a.name).stays == Stays::whole))
        add(tag_ + condition(a.name, "=", a.value), kMeaning);
    }
  }

  void add_id() {
    const std::string_view id = document_.attribute(element_, "id");
    const StableName stable = stable_part(id);
    if (!can_be_quoted(stable.part)) return;
    if (stable.stays == Stays::whole) add(is_word(id) ? "#" + std::string(id) : condition("id", "=", id), kId);
    if (stable.stays == Stays::start) add(tag_ + condition("id", "^=", stable.part), kPart);
    if (stable.stays == Stays::end) add(tag_ + condition("id", "$=", stable.part), kPart);
  }

  void add_classes() {
    std::vector<std::string> conditions;
    ascii::Scanner words(document_.attribute(element_, "class"));
    for (bool first = true; conditions.size() < kMostClasses; first = false) {
      words.skip_spaces();
      const std::string_view word = words.run([](char c) { return !ascii::is_space(c); });
      if (word.empty()) break;
      if (std::string css = class_condition(word, first); !css.empty()) conditions.push_back(std::move(css));
    }
    for (const std::string& css : conditions) add(tag_ + css, css.front() == '.' ? kClass : kPart);
    for (std::size_t i = 0; i + 1 < conditions.size(); ++i) {
      for (std::size_t j = i + 1; j < conditions.size(); ++j) add(tag_ + conditions[i] + conditions[j], kTwo);
    }
  }

  static std::string class_condition(std::string_view word, bool first) {
    const StableName stable = stable_part(word);
    if (!can_be_quoted(stable.part)) return {};
    if (stable.stays == Stays::whole) return is_word(word) ? "." + std::string(word) : condition("class", "~=", word);
    if (stable.stays == Stays::end) return condition("class", "*=", stable.part);
    if (first) return condition("class", "^=", stable.part);
    return "[class*=\" " + std::string(stable.part) + "\" w]";
  }

  // How old pages are laid out: what they look like is all that their elements say.
  void add_looks() {
    std::string all;
    for (const parse::Attribute& a : document_.attributes(element_)) {
      if (std::find(kLookings.begin(), kLookings.end(), a.name) == kLookings.end() || !can_be_quoted(a.value)) continue;
      const std::string one = condition(a.name, "=", a.value);
      add(tag_ + one, kLooks);
      if (!all.empty()) add(tag_ + all + one, kLooks + 1);
      all += one;
    }
  }

  const Document& document_;
  NodeId element_;
  std::string tag_;
  std::vector<Naming> out_;
};

bool is_element(const Document& document, NodeId id) {
  return id != kNone && document[id].tag != Tag::text && document[id].tag != Tag::document;
}

// The names of what is around an element that say something.
std::vector<Naming> contexts(const Document& document, NodeId element, int levels) {
  std::vector<Naming> out;
  NodeId around = document[element].parent;
  for (int level = 0; level < levels && is_element(document, around); ++level, around = document[around].parent) {
    const Tag tag = document[around].tag;
    if (tag == Tag::html || tag == Tag::body) break;
    for (const Naming& name : own_names(document, around)) {
      if (name.cost < kBare && out.size() < kContexts * 2) out.push_back({name.css, name.cost + level / 2});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Naming& x, const Naming& y) { return x.cost < y.cost; });
  if (out.size() > kContexts) out.resize(kContexts);
  return out;
}

// Whether an earlier sibling has that name too.
bool follows_its_like(const Document& document, NodeId element, const std::string& css) {
  const NodeId parent = document[element].parent;
  if (parent == kNone) return false;
  std::size_t count = 0;
  for (NodeId id = document[parent].first_child; id != kNone && id != element; id = document[id].next_sibling) {
    if (document[id].tag != document[element].tag || ++count > kMostSiblings) continue;
    const auto names = Namer(document, id).run();
    if (std::any_of(names.begin(), names.end(), [&](const Naming& n) { return n.css == css; })) return true;
  }
  return false;
}

}  // namespace

std::vector<Naming> own_names(const Document& document, NodeId element) {
  if (!is_element(document, element)) return {};
  return Namer(document, element).run();
}

std::vector<Naming> names(const Document& document, NodeId element) {
  std::vector<Naming> out = own_names(document, element);
  const std::vector<Naming> own = out;
  for (const Naming& name : own) {
    if (name.cost < kBare && follows_its_like(document, element, name.css))
      out.push_back({name.css + " ~ " + name.css, 2 * name.cost + kAround});
  }
  const NodeId parent = element < document.size() ? document[element].parent : kNone;
  const std::vector<Naming> around = contexts(document, element, kLevels);
  for (const Naming& name : own) {
    for (const Naming& context : around)
      out.push_back({context.css + " " + name.css, context.cost + name.cost + kAround});
    if (!is_element(document, parent)) continue;
    for (const Naming& context : own_names(document, parent)) {
      if (context.cost < kBare) out.push_back({context.css + " > " + name.css, context.cost + name.cost + kAround});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Naming& x, const Naming& y) { return x.cost < y.cost; });
  if (out.size() > kMostNames) out.resize(kMostNames);
  return out;
}

}  // namespace winnow::survey
