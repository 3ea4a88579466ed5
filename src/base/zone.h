// Time zones by IANA name: the one home of ICU's zone data, which is compiled into ICU. Immutable, safe
// from any thread.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace winnow {

// A zone made by default is UTC without a name.
class Zone {
 public:
  [[nodiscard]] static std::optional<Zone> find(std::string_view name);  // "Asia/Shanghai", "UTC"

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::chrono::minutes offset_at(Instant t) const;
  bool operator==(const Zone& other) const { return name_ == other.name_; }
  // The offset at a local wall time. In a gap the offset before it; where a time occurs twice the first.
  [[nodiscard]] std::chrono::minutes offset_at_local(std::chrono::local_seconds t) const;

 private:
  struct Data;
  std::string name_;
  std::shared_ptr<const Data> data_;  // shared: zones are copied into every site
};

}  // namespace winnow
