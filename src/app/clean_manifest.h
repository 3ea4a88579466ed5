// `winnow clean --manifest`: many pages, cleaned in processes of their own.
#pragma once

#include "app/commands.h"
#include "winnow/options.h"

namespace winnow::app {

// The exit status; complains itself. The arguments make sense.
[[nodiscard]] int clean_manifest(const CleanArgs& args, const Options& options);

}  // namespace winnow::app
