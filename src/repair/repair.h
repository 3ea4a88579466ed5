// Undoes damage in decoded text: wrong decodings (mojibake), injected readings (mirror), controls, normal form,
// width of punctuation. It decides on the whole document, then repairs it a segment at a time, so that a tree's
// text nodes keep their places. What can't be restored is left as it is. Pure, total, linear.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "winnow/article.h"
#include "winnow/options.h"
#include "winnow/trace.h"

namespace winnow::repair {

// A document's plan: which repairs its text as a whole calls for. Immutable, safe from any thread.
class Plan {
 public:
  // `segments` are all texts of the document, in order.
  Plan(std::span<const std::string_view> segments, const RepairOptions& options);
  ~Plan();
  Plan(Plan&&) noexcept;
  Plan& operator=(Plan&&) noexcept;

  [[nodiscard]] bool nothing_to_do() const;  // true for nearly every page: skip apply
  // Appends what was changed to `log`, places relative to the segment.
  struct Change {
    std::string kind;                // as in Repair::kind
    std::size_t start = 0, end = 0;  // code points of the result
    std::string before, after;       // cut to a line
    std::string why;
    double confidence = 1.0;  // under 1: a guess
  };
  [[nodiscard]] std::string apply(std::string_view segment, std::vector<Change>& log) const;

  [[nodiscard]] const Trace& trace() const;  // the gates: what was found, and why or why not

 private:
  struct Gates;
  std::unique_ptr<const Gates> gates_;
};

// Changes of one kind become one Repair, with the number of changes and the lowest confidence.
[[nodiscard]] std::vector<Repair> sum_up(std::span<const Plan::Change> changes);

}  // namespace winnow::repair
