// What the links of a page are relative to. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/url.h"
#include "parse/document.h"

namespace winnow::survey {

class BaseUrl {
 public:
  // HTML 4.2.3: the first <base> with an href counts, itself relative to the page's `address`.
  BaseUrl(const parse::Document& document, std::string_view address);

  // http or https, without its fragment; "" for anything else, and for a mere fragment.
  [[nodiscard]] std::string absolute(std::string_view href) const;

 private:
  std::optional<Url> url_;
};

}  // namespace winnow::survey
