// The command line: the one home of CLI11.
#pragma once

namespace winnow::app {

// Runs the command that the arguments name; its exit status (commands.h).
int run(int argc, char** argv);

}  // namespace winnow::app
