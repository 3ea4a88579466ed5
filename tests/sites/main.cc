// generated_site KIND [--seed N] [--stories N] [--change NAME] (--save FOLDER | --serve)
// generated_site --list
// A generated site as a folder of pages, or on a port of 127.0.0.1 until standard input ends.
#include <cstdio>
#include <exception>
#include <iostream>
#include <optional>
#include <string>

#include "sites/changes.h"
#include "sites/saved_pages.h"
#include "sites/site_server.h"

namespace {

using namespace winnow::sites;

int list() {
  std::puts("kinds:");
  for (const Kind& kind : all_kinds()) std::printf("  %s\n", std::string(kind.name).c_str());
  std::puts("changes:");
  for (const ChangeKind change : all_changes()) std::printf("  %s\n", std::string(name_of(change)).c_str());
  return 0;
}

std::optional<ChangeKind> change_named(const std::string& name) {
  for (const ChangeKind change : all_changes()) {
    if (name_of(change) == name) return change;
  }
  throw std::out_of_range("no change is named " + name + "; --list names them");
}

int serve(const SiteOptions& options) {
  const SiteServer server(options);
  std::printf("%s\n", server.site().home().c_str());
  std::fflush(stdout);
  for (std::string line; std::getline(std::cin, line);) {
  }
  return 0;
}

int run(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--list") return list();
  if (argc < 3) {
    std::fputs("usage: generated_site KIND [--seed N] [--stories N] [--change NAME] (--save FOLDER | --serve)\n",
               stderr);
    return 2;
  }
  SiteOptions options{.kind = argv[1]};
  std::string folder;
  for (int i = 2; i + 1 < argc; i += 2) {
    const std::string option = argv[i], value = argv[i + 1];
    if (option == "--seed") options.seed = std::stoull(value);
    if (option == "--stories") options.stories = std::stoul(value);
    if (option == "--change") options.change = change_named(value);
    if (option == "--save") folder = value;
  }
  if (folder.empty()) return serve(options);
  save_pages(GeneratedSite(options), folder);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "generated_site: %s\n", error.what());
    return 1;
  }
}
