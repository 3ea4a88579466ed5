// The configuration as a command finds it: the file that was named, else the default places.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "base/result.h"
#include "site/site_file.h"
#include "store/open.h"

namespace winnow::app {

// --config, else /etc/winnow/winnow.yaml, else ./config/winnow.yaml; "" when none of these is there. A file that was
// named and can't be read is an error.
[[nodiscard]] Result<std::string> config_file(const Globals& globals);

// winnow.yaml and all its site files, or all defaults where there is no file.
[[nodiscard]] Result<site::Loaded<site::Configuration>> load(const Globals& globals);

// The directory of the store, made absolute. The sites are not read for it.
[[nodiscard]] Result<std::filesystem::path> store_directory(const Globals& globals);

// The sites of these names or files; each fault in them is complained of, and the result is empty then.
[[nodiscard]] std::vector<site::Site> pick_sites(const site::Loaded<site::Configuration>& loaded,
                                                 const std::vector<std::string>& names);

void complain(const std::vector<site::Fault>& faults);

[[nodiscard]] std::string user_agent(const site::Config& config);
[[nodiscard]] int worker_count(const site::Config& config);

// The exit status that fits an error of the store or of reading.
[[nodiscard]] int exit_of(const Error& error);

// The store for reading, of a command; complains itself.
[[nodiscard]] Result<store::Stores> open_for_reading(const Globals& globals);

}  // namespace winnow::app
