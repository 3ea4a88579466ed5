// The worker's side: `winnow worker`, a process without rights that cleans what its pool sends.
#pragma once

namespace winnow::worker {

// Serves the pool at standard input, a stream socket, until it closes; the exit status. The sandbox is closed before
// the first page is read.
[[nodiscard]] int serve();

}  // namespace winnow::worker
