// A time of day at a place in a text: 21:42:41, 9.30 Uhr, 10h30, 3:15 p.m. EST, 下午3点15分. Pure, total.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "extract/date_tokens.h"

namespace winnow::extract {

struct ClockZone {
  std::optional<std::chrono::minutes> offset;
  std::string_view iana;  // instead, for names whose offset depends on the season
};

struct FoundClock {
  std::chrono::seconds clock{};
  bool has_seconds = false;
  ClockZone zone;
  std::size_t next = 0;  // the token behind it
};

struct ClockContext {
  bool announced = false;  // a word such as "um", "kl" stands before it: 9.30 is a time
  bool iso = false;        // a T stands before it: -05:00 is an offset and no second time
  bool chinese = false;    // CST is China's
};

[[nodiscard]] std::optional<FoundClock> clock_at(std::span<const DateToken> tokens, std::size_t at,
                                                 const ClockContext& context);

}  // namespace winnow::extract
