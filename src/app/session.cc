#include "app/session.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <thread>

#include "app/console.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

constexpr std::array<const char*, 2> kDefaultPlaces = {"/etc/winnow/winnow.yaml", "config/winnow.yaml"};

bool is_path(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".yaml") || name.ends_with(".yml");
}

std::string known_names(const std::vector<site::Site>& sites) {
  std::string names;
  for (const site::Site& site : sites) names += (names.empty() ? "" : ", ") + site.name;
  return names.empty() ? "no site is configured" : "the configured sites are: " + names;
}

std::vector<site::Fault> faults_in(const std::vector<site::Fault>& faults, const std::string& file) {
  std::vector<site::Fault> out;
  std::copy_if(faults.begin(), faults.end(), std::back_inserter(out),
               [&file](const site::Fault& fault) { return fault.file == file; });
  return out;
}

}  // namespace

Result<std::string> config_file(const Globals& globals) {
  std::error_code error;
  if (!globals.config.empty()) {
    if (!std::filesystem::is_regular_file(globals.config, error)) {
      return fail(Code::invalid, globals.config + ": there is no such file; --config names winnow.yaml");
    }
    return std::filesystem::absolute(globals.config).string();
  }
  for (const char* place : kDefaultPlaces) {
    if (std::filesystem::is_regular_file(place, error)) return std::filesystem::absolute(place).string();
  }
  return std::string();
}

Result<site::Loaded<site::Configuration>> load(const Globals& globals) {
  auto file = config_file(globals);
  if (!file) return tl::unexpected(file.error());
  if (!file->empty()) return site::load_configuration(*file);
  site::Loaded<site::Configuration> none;
  none.value.config.store = std::filesystem::absolute("store");
  return none;
}

Result<std::filesystem::path> store_directory(const Globals& globals) {
  auto file = config_file(globals);
  if (!file) return tl::unexpected(file.error());
  if (file->empty()) return std::filesystem::absolute("store");
  auto text = read_file(*file);
  if (!text) return fail(Code::invalid, text.error().text);
  const auto config = site::parse_config(*text, *file);
  if (!config.faults.empty()) return fail(Code::invalid, config.faults.front().str());
  return std::filesystem::absolute(config.value.store);
}

std::vector<site::Site> pick_sites(const site::Loaded<site::Configuration>& loaded,
                                   const std::vector<std::string>& names) {
  std::vector<site::Site> picked;
  bool good = true;
  for (const std::string& name : names) {
    if (is_path(name)) {
      auto site = site::load_site(name, loaded.value.defaults);
      complain(site.faults);
      good = good && site.faults.empty();
      picked.push_back(std::move(site.value));
      continue;
    }
    const auto& sites = loaded.value.sites;
    const auto found =
        std::find_if(sites.begin(), sites.end(), [&name](const site::Site& s) { return s.name == name; });
    if (found == sites.end()) {
      complain(name + ": there is no site of this name; " + known_names(sites));
      complain(loaded.faults);  // why it is not there, perhaps
      good = false;
    } else {
      const std::vector<site::Fault> faults = faults_in(loaded.faults, found->file);
      complain(faults);
      good = good && faults.empty();
      picked.push_back(*found);
    }
  }
  return good ? picked : std::vector<site::Site>();
}

void complain(const std::vector<site::Fault>& faults) {
  for (const site::Fault& fault : faults) complain(fault.str());
}

std::string user_agent(const site::Config& config) {
  if (!config.user_agent.empty()) return config.user_agent;
  const std::string name = "winnow/" + std::string(kVersion);
  return config.contact.empty() ? name : name + " (+" + config.contact + ")";
}

int worker_count(const site::Config& config) {
  return config.workers > 0 ? config.workers : static_cast<int>(std::max(std::thread::hardware_concurrency(), 1u));
}

int exit_of(const Error& error) {
  switch (error.code) {
    case Code::invalid:
      return kBadConfig;
    case Code::interrupted:
      return kInterrupted;
    default:
      return kStoreFailed;
  }
}

Result<store::Stores> open_for_reading(const Globals& globals) {
  auto directory = store_directory(globals);
  if (!directory) return tl::unexpected(directory.error());
  auto stores = store::open_store(*directory, store::Access::read_only);
  // "Invalid" means the configuration from here on; a store that this winnow can't read is no fault of that.
  if (!stores && stores.error().code == Code::invalid) return fail(Code::corrupt, stores.error().text);
  return stores;
}

}  // namespace winnow::app
