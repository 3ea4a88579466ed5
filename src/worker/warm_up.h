// What is loaded or made at its first use, made before the sandbox closes: after it nothing can be opened any more.
#pragma once

namespace winnow::worker {

void warm_up();

}  // namespace winnow::worker
