// Pages cleaned in processes of their own, few of them in memory at once.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "base/result.h"
#include "crawl/cleaner.h"

namespace winnow::app {

// Asks for a job of each number below `count`, in order; where there is none that number is done with. What comes of a
// job is handed over in any order, with its number as the ticket. Both are called on this thread.
[[nodiscard]] Result<void> clean_jobs(int workers, std::size_t count,
                                      const std::function<std::optional<crawl::CleanJob>(std::size_t)>& job_of,
                                      const std::function<void(crawl::CleanDone)>& done);

}  // namespace winnow::app
