// `winnow search`: articles in which all the words occur, best match first. Exit statuses: 0 (nothing found is done
// too), 5 the store can't be used.
#include "app/stored.h"

namespace winnow::app {

int run_search(const Globals& globals, const SearchArgs& args) {
  std::string text;
  for (const std::string& word : args.words) text.append(text.empty() ? "" : " ").append(word);
  if (text.empty()) text = " ";  // an empty question finds nothing; without one, find() would list all
  return print_entries(
      globals,
      {.site = args.site, .text = text, .since = {}, .until = {}, .limit = static_cast<std::size_t>(args.limit)},
      args.json);
}

}  // namespace winnow::app
