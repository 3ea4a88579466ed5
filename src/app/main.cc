// The program: see cli.cc for the command line, cmd_*.cc for what each command does.
#include "app/cli.h"

int main(int argc, char** argv) { return winnow::app::run(argc, argv); }
