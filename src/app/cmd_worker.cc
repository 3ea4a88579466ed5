// winnow worker: what cleans pages for another winnow, which starts it. Not for people, so that no help names it.
#include <unistd.h>

#include "app/commands.h"
#include "app/console.h"
#include "worker/serve.h"

namespace winnow::app {

int run_worker(const Globals&, const WorkerArgs&) {
  const int status = worker::serve();
  if (status == kUsage) complain("worker: winnow starts it by itself, to clean pages; see `winnow clean --help`");
  // Nothing is left to be done here, and what an exit runs may ask for more than the sandbox allows.
  ::_exit(status);
}

}  // namespace winnow::app
