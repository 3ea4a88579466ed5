// Where a worker gives up every right that it does not need: no files, no sockets, no processes, no new privileges, no
// traces in others, bounded memory. What is forbidden kills the process with SIGSYS. It can't be undone.
//
// For a process with one thread that has opened and loaded all that it will need.
#pragma once

#include "base/result.h"
#include "worker/limits.h"

namespace winnow::worker {

// The exit status of a worker that ran out of memory.
inline constexpr int kOutOfMemory = 70;

// Whether the sandbox holds in this build: not under the sanitizers.
[[nodiscard]] constexpr bool sandbox_holds() { return !kSanitized; }

// Signals, limits and privileges, then the filter of system calls. An error names the step that failed; then nothing
// may be trusted to this process. Where the sandbox can't hold, only the harmless steps are taken.
[[nodiscard]] Result<void> enter_sandbox(const Limits& limits);

// The processor's time that is left for what comes now: afterwards SIGPROF kills the process. Zero: no limit.
void allow_cpu(Millis time);

}  // namespace winnow::worker
