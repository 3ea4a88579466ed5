// Whether all texts of a value are UTF-8, as those of an honest article are. Internal to worker/.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "base/utf8.h"
#include "worker/fields.h"

namespace winnow::worker {

// An archive, as the encoder is.
class TextCheck {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (check(values), ...);
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  void check(const std::string& text) { good_ = good_ && utf8::valid(text); }
  template <class T>
  void check(const std::vector<T>& values) {
    for (const T& value : values) check(value);
  }
  template <class T>
  void check(const T& value) {
    if constexpr (!std::is_arithmetic_v<T> && !std::is_enum_v<T>) Fields<T>::of(*this, value);
  }

  bool good_ = true;
};

}  // namespace winnow::worker
