// Undoes damage in decoded text: wrong decodings (mojibake), injected readings (mirror), controls, normal form,
// width of punctuation. It decides on the whole document, then repairs it a segment at a time, so that a tree's
// text nodes keep their places. What can't be restored is left as it is. Pure, total, linear.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "repair/log.h"
#include "repair/scan.h"
#include "repair/surroundings.h"
#include "winnow/options.h"
#include "winnow/trace.h"

namespace winnow::repair {

// Bytes of a document that may need a repair though a scan finds nothing: see Plan.
inline constexpr std::size_t kShortText = 600;

// A document's plan: which repairs its text as a whole calls for. Immutable, safe from any thread.
class Plan {
 public:
  // `segments` are all texts of the document, in order.
  Plan(std::span<const std::string_view> segments, const RepairOptions& options, const Surroundings& around = {});
  // The same of segments that were scanned (scan.h).
  Plan(std::span<const std::string_view> segments, const Findings& found, const RepairOptions& options,
       const Surroundings& around);
  ~Plan();
  Plan(Plan&&) noexcept;
  Plan& operator=(Plan&&) noexcept;

  // Whether what it repairs may hide further damage, which a plan for the result would find.
  [[nodiscard]] bool may_uncover() const;
  [[nodiscard]] bool nothing_to_do() const;  // true for nearly every page: skip apply
  // Notes what was changed in `log`, places relative to the segment.
  [[nodiscard]] std::string apply(std::string_view segment, Log& log) const;

  // Surroundings::known with what this document adds to it; "" where it adds nothing.
  [[nodiscard]] std::string learned() const;
  [[nodiscard]] const Trace& trace() const;  // the gates: what was found, and why or why not

 private:
  struct Gates;
  std::unique_ptr<const Gates> gates_;
};

}  // namespace winnow::repair
