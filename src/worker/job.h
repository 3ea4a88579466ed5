// What a worker is given and gives back, of either kind, for those who only carry it. Pure. Internal to worker/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "crawl/cleaner.h"
#include "worker/message.h"

namespace winnow::worker {

struct Job {
  std::variant<crawl::CleanJob, crawl::SourceJob> work;
  std::uint64_t era = 0;  // of the pool: cancelled together
  int deaths = 0;         // workers that died of it
};

struct Done {
  std::variant<crawl::CleanDone, crawl::SourceDone> work;
  std::uint64_t era = 0;
};

// What the job goes by, which a worker is sent once and then knows by a number: its options, or its site's rules.
[[nodiscard]] std::shared_ptr<const void> basis_of(const Job& job);
// Likewise the memory of its site; null where it has none.
[[nodiscard]] std::shared_ptr<const std::string> lines_of(const Job& job);
// The messages that say these, whole.
[[nodiscard]] std::string basis_message(std::uint64_t number, const Job& job);
[[nodiscard]] std::string lines_message(std::uint64_t number, const std::string& lines);
[[nodiscard]] std::string job_message(std::uint64_t number, std::uint64_t lines, const Job& job);

// What the worker's message says of the job, which it ends; an error where it is no honest answer.
[[nodiscard]] Result<Done> done_of(Kind kind, std::string_view body, Job& job);
// The end of a job that can't be done.
[[nodiscard]] Done killed(Job job, const std::string& why);
// The largest body of an answer that is believed.
[[nodiscard]] std::uint64_t most_of_answer(const Job& job);

[[nodiscard]] std::size_t bytes_of(const Job& job);
[[nodiscard]] std::size_t bytes_of(const crawl::CleanDone& done);  // as those of its job
[[nodiscard]] std::size_t bytes_of(const crawl::SourceDone& done);

}  // namespace winnow::worker
