// Errors of this folder, made in one place: what was done, to which path, why it failed, what to do.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace winnow::store {

// For a system call that set `error` (errno) while `doing` ("write", "make the directory") something to `path`.
[[nodiscard]] Error system_error(std::string_view doing, std::string_view path, int error);

template <class T>
[[nodiscard]] tl::unexpected<Error> pass(const Result<T>& failed) {
  return tl::unexpected<Error>(failed.error());
}

}  // namespace winnow::store
