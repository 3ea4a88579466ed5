// `winnow list`: stored articles, newest first. Exit statuses: 0, 2 wrong date, 5 the store can't be used.
#include "app/stored.h"

namespace winnow::app {

int run_list(const Globals& globals, const ListArgs& args) {
  return print_entries(globals,
                       {.site = args.site,
                        .text = {},
                        .since = args.since,
                        .until = args.until,
                        .limit = static_cast<std::size_t>(args.limit)},
                       args.json);
}

}  // namespace winnow::app
