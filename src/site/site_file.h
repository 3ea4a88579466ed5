// Site files and winnow.yaml to values: the one home of yaml-cpp. Unknown keys are errors with the nearest known
// key; every error names file:line:column, what is wrong and what would be right. Reads files; no state.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "site/site.h"

namespace winnow::site {

// One fault in a file. `text` is a whole sentence for the user without the place.
struct Fault {
  std::string file;
  int line = 0, column = 0;  // 1-based; 0: the whole file
  std::string text;
  [[nodiscard]] std::string str() const;  // "sites/a.yaml:3:1: unknown key 'discver'; did you mean 'discover'?"
};

// The daemon's own settings.
struct Config {
  std::string file;                // empty: none was found, all defaults
  std::vector<std::string> sites;  // globs, absolute
  std::filesystem::path store = "store";
  std::filesystem::path socket;  // empty: STORE/winnow.sock
  std::string log_level = "info";
  std::string log_file;  // empty: standard error (the journal under systemd)
  int workers = 0;       // 0: one a core
  int connections = 256;
  std::string user_agent;  // empty: "winnow/VERSION (+contact)"
  std::string contact;     // URL or e-mail address
  std::string proxy;
};

template <class T>
struct Loaded {
  T value;
  std::vector<Fault> faults;  // empty: the value is good
};

// A site file's text. `defaults` is the text of winnow.yaml's `defaults` map ("" for none), applied first;
// `file` names it in faults and is what relative paths are relative to.
[[nodiscard]] Loaded<Site> parse_site(std::string_view yaml, const std::string& file, std::string_view defaults = {});
[[nodiscard]] Loaded<Site> load_site(const std::filesystem::path& file, std::string_view defaults = {});

struct Configuration {
  Config config;
  std::string defaults;     // YAML text of the defaults map
  std::vector<Site> sites;  // all files of the globs, by name; two of one name are a fault
};
[[nodiscard]] Loaded<Configuration> load_configuration(const std::filesystem::path& file);
[[nodiscard]] Loaded<Config> parse_config(std::string_view yaml, const std::string& file,
                                          std::string* defaults = nullptr);

// Every key of a site file and of winnow.yaml with its type, default and meaning: help, documentation and the
// nearest-key hints are made from it.
struct Key {
  std::string path;  // "discover.lists[].links"
  std::string type, fallback, meaning;
};
[[nodiscard]] const std::vector<Key>& site_keys();
[[nodiscard]] const std::vector<Key>& config_keys();

}  // namespace winnow::site
