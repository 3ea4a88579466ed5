// What pages of a site are made of, as known from those before: their templates, and the elements that the parts of an
// article stand in. Values; pure. Internal to health/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "health/sequential.h"
#include "winnow/observation.h"

namespace winnow::health {

// A few templates; each by its marks, and how many of its pages have them.
class Templates {
 public:
  // Whether a page is made as one of them, or too few are known to tell; it is learned a few pages later.
  bool judge(const Marks& layout);

 private:
  friend struct TemplatesText;
  struct Template {
    double pages = 0;
    std::unordered_map<std::uint32_t, double> marks;  // pages that have it
  };
  [[nodiscard]] static double likeness(const Template& known, const Marks& layout);
  [[nodiscard]] Template* best(const Marks& layout, double& likeness);
  void learn(const Marks& layout);

  std::vector<Template> known_;
  std::deque<Marks> waiting_;
  double learned_ = 0;  // pages
};

// The elements of one part of an article: of each what all its pages had in common. One that has a name is told by it,
// another by what is around it.
class Elements {
 public:
  bool judge(const ElementSeen& seen);  // as above

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
