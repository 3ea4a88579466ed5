// The doctor's proposal put into the site file.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "site/site.h"
#include "survey/remedy.h"

namespace winnow::app {

// Writes the file anew with the proposed sets above its own, all else in it as it was. Refused (Code::invalid, the
// error says what to paste by hand) where the file's make doesn't allow it, or where one of the site's tests would be
// read otherwise: old pages keep the old rules. `defaults` are winnow.yaml's (YAML).
[[nodiscard]] Result<void> apply_remedy(const site::Site& site, const survey::Remedy& remedy,
                                        std::string_view defaults);

}  // namespace winnow::app
