// Alarms in words. Internal to health/.
#pragma once

#include <string>
#include <string_view>

#include "health/health.h"

namespace winnow::health {

// What one page lacks, as a reason: "the rule v2.body found nothing".
[[nodiscard]] std::string reason_of(Kind kind, std::string_view what);
// The alarm as a whole; `found_instead` of a rule: the automatic extractor fills the field.
[[nodiscard]] std::string sentence_of(const Alarm& alarm, bool found_instead);
[[nodiscard]] std::string ended_sentence(const Alarm& alarm);

}  // namespace winnow::health
