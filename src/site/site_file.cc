#include "site/site_file.h"

#include <glob.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "site/read.h"
#include "site/values.h"
#include "site/yaml.h"

namespace winnow::site {
namespace {

Result<std::string> read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::error_code error;
  if (!in || std::filesystem::is_directory(file, error))
    return fail(Code::not_found, "the file can't be read; is it there, and readable?");
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

// What only the whole file tells.
void check_whole(Values& values, const Yaml& root, const Site& site) {
  if (!root.find("site")) values.fault(root, "'site', the site's name, is missing");
  const Discover& d = site.discover;
  if (d.feeds.empty() && d.sitemaps.empty() && d.lists.empty() && (site.home.empty() || !d.automatic)) {
    values.fault(root,
                 "nothing says where articles are found; give 'home', or feeds, sitemaps or lists under 'discover'");
  }
}

std::vector<std::string> expand(const std::string& pattern) {
  std::vector<std::string> files;
  glob_t found{};
  if (::glob(pattern.c_str(), GLOB_BRACE, nullptr, &found) == 0)
    files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  return files;
}

void read_log(Values& values, const Yaml& node, Config& config) {
  constexpr std::string_view kLevels[] = {"trace", "debug", "info", "warn", "error", "off"};
  if (!values.map(node, "log")) return;
  if (const auto level = values.choice(node, "level", kLevels)) config.log_level = kLevels[*level];
  std::filesystem::path file;
  values.path(node, "file", file);
  config.log_file = file.string();
}

void read_fetch(Values& values, const Yaml& node, Config& config) {
  if (!values.map(node, "fetch")) return;
  values.number(node, "connections", 1, 1000, config.connections);
  values.text(node, "user_agent", config.user_agent);
  values.text(node, "contact", config.contact);
  values.text(node, "proxy", config.proxy);
}

Config read_config(Values& values, const Yaml& root) {
  Config config;
  config.file = values.file();
  config.store = values.resolve("store");
  if (!values.map(root, "")) return config;
  values.texts(root, "sites", config.sites);
  for (std::string& pattern : config.sites) pattern = values.resolve(pattern).string();
  values.path(root, "store", config.store);
  values.path(root, "socket", config.socket);
  values.number(root, "workers", 1, 256, config.workers);
  if (const Yaml* log = root.find("log")) read_log(values, *log, config);
  if (const Yaml* fetch = root.find("fetch")) read_fetch(values, *fetch, config);
  return config;
}

// The defaults are checked once, where they stand; after that each site begins with them.
std::string read_defaults(const Yaml& root, const std::string& file, std::string_view source,
                          std::vector<Fault>& faults) {
  const Yaml* node = root.find("defaults");
  if (!node || node->kind == Yaml::Kind::null) return {};
  Values values(file, site_keys(), source);
  for (const std::string_view own : {"site", "home", "tests"}) {
    if (const Yaml* wrong = node->find(own))
      values.fault(*wrong, "'" + std::string(own) + "' belongs into a site's own file");
  }
  Site ignored;
  read_site(values, *node, ignored);
  std::vector<Fault> found = values.take_faults();
  std::move(found.begin(), found.end(), std::back_inserter(faults));
  return to_yaml(*node);
}

void add_sites(Configuration& configuration, std::vector<Fault>& faults) {
  std::map<std::string, std::string> files;  // by site
  std::set<std::string> seen;
  for (const std::string& pattern : configuration.config.sites) {
    std::vector<std::string> expanded = expand(pattern);
    if (expanded.empty() && pattern.find_first_of("*?[{") == std::string::npos) {
      faults.push_back({pattern, 0, 0, "this site file, which " + configuration.config.file + " names, is not there"});
    }
    for (const std::string& file : expanded) {
      if (!seen.insert(file).second) continue;  // two patterns name one file
      Loaded<Site> loaded = load_site(file, configuration.defaults);
      const auto [known, fresh] = files.emplace(loaded.value.name, file);
      if (!fresh && !loaded.value.name.empty()) {
        loaded.faults.push_back(
            {file, 0, 0, "the site '" + loaded.value.name + "' is described in " + known->second + " already"});
      }
      std::move(loaded.faults.begin(), loaded.faults.end(), std::back_inserter(faults));
      configuration.sites.push_back(std::move(loaded.value));
    }
  }
  std::sort(configuration.sites.begin(), configuration.sites.end(),
            [](const Site& a, const Site& b) { return a.name < b.name; });
}

}  // namespace

std::string Fault::str() const {
  if (line <= 0) return file + ": " + text;
  return file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + text;
}

Loaded<Site> parse_site(std::string_view yaml, const std::string& file, std::string_view defaults) {
  Loaded<Site> loaded;
  loaded.value.file = file;
  if (const auto base = parse_yaml(defaults); base && !defaults.empty()) {
    Values values(file, site_keys());  // its faults were named when winnow.yaml was read
    read_site(values, *base, loaded.value);
  }
  const auto root = parse_yaml(yaml);
  if (!root) {
    loaded.faults.push_back({file, root.error().line, root.error().column, root.error().text});
    return loaded;
  }
  Values values(file, site_keys(), yaml);
  if (root->kind == Yaml::Kind::null) {
    values.fault(1, 1, "the file is empty; a site needs 'site' and one way to find articles");
  } else {
    read_site(values, *root, loaded.value);
    if (root->kind == Yaml::Kind::map) check_whole(values, *root, loaded.value);
  }
  loaded.value.options.site = loaded.value.name;
  loaded.faults = values.take_faults();
  return loaded;
}

Loaded<Site> load_site(const std::filesystem::path& file, std::string_view defaults) {
  const auto text = read(file);
  if (text) return parse_site(*text, file.string(), defaults);
  Loaded<Site> failed;
  failed.value.file = file.string();
  failed.faults.push_back({file.string(), 0, 0, text.error().text});
  return failed;
}

Loaded<Config> parse_config(std::string_view yaml, const std::string& file, std::string* defaults) {
  Loaded<Config> loaded;
  loaded.value.file = file;
  const auto root = parse_yaml(yaml);
  if (!root) {
    loaded.faults.push_back({file, root.error().line, root.error().column, root.error().text});
    return loaded;
  }
  Values values(file, config_keys());
  loaded.value = read_config(values, *root);
  loaded.faults = values.take_faults();
  const std::string text = read_defaults(*root, file, yaml, loaded.faults);
  if (defaults) *defaults = text;
  return loaded;
}

Loaded<Configuration> load_configuration(const std::filesystem::path& file) {
  Loaded<Configuration> loaded;
  const auto text = read(file);
  if (!text) {
    loaded.faults.push_back({file.string(), 0, 0, text.error().text});
    return loaded;
  }
  Loaded<Config> config = parse_config(*text, file.string(), &loaded.value.defaults);
  loaded.value.config = std::move(config.value);
  loaded.faults = std::move(config.faults);
  if (loaded.faults.empty()) add_sites(loaded.value, loaded.faults);
  return loaded;
}

}  // namespace winnow::site
