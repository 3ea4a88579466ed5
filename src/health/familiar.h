// What pages of a site are made of, as known from those before: their templates, and the elements that the parts of an
// article stand in. Values; pure. Internal to health/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <utility>
#include <vector>

#include "health/sequential.h"
#include "winnow/observation.h"

namespace winnow::health {

// A few templates; each by its marks, and how many of its pages have them.
class Templates {
 public:
  // Whether a page is made as one of them, or too few are known to tell.
  [[nodiscard]] bool knows(const Marks& layout) const;
  void take(const Marks& layout);  // it is learned a few pages later, unless forgotten by then
  void forget_waiting() { waiting_.clear(); }

 private:
  friend struct TemplatesText;
  struct Template {
    double pages = 0;
    std::map<std::uint32_t, double> marks;  // pages that have it
  };
  [[nodiscard]] static double likeness(const Template& known, const Marks& layout);
  // The most alike, and how much; none are known: known_.size() and 0.
  [[nodiscard]] std::pair<std::size_t, double> best(const Marks& layout) const;
  void learn(const Marks& layout);

  std::vector<Template> known_;
  std::deque<Marks> waiting_;
  double learned_ = 0;  // pages
};

// The elements of one part of an article: of each what all its pages had in common. One that has a name is told by it,
// another by what is around it.
class Elements {
 public:
  // As of templates.
  [[nodiscard]] bool knows(const ElementSeen& seen) const;
  void take(const ElementSeen& seen);
  void forget_waiting() { waiting_.clear(); }

 private:
  friend struct ElementsText;
  struct Known {
    double pages = 0;
    std::uint32_t name = 0;  // 0: the part stood nowhere
    Marks marks;             // of the element, or of what is around one without any
  };
  void learn(const ElementSeen& seen);

  std::vector<Known> known_;
  std::deque<ElementSeen> waiting_;
  double learned_ = 0;
};

}  // namespace winnow::health
