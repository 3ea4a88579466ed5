// How the rim and the limits report failure: a code to branch on and a text that names the thing, what is
// wrong and what to do. The text core never fails and does not use this, except to compile what a user wrote.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace winnow {

enum class Code {
  invalid,      // what the user wrote is wrong
  not_found,
  exists,
  permission,
  no_space,
  io,
  corrupt,
  network,      // resolve, connect, TLS, reset
  timeout,
  too_large,
  refused,      // by policy: address, scheme, robots
  interrupted,
  busy,
};

struct Error {
  Code code;
  std::string text;

  // The same error seen from one layer further out: "context: text".
  [[nodiscard]] Error in(std::string_view context) const {
    return {code, std::string(context) + ": " + text};
  }
};

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

[[nodiscard]] inline tl::unexpected<Error> fail(Code code, std::string text) {
  return tl::unexpected<Error>(Error{code, std::move(text)});
}

}  // namespace winnow
