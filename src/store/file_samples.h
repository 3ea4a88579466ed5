// STORE/.samples/SITE/SHELF-TIME-HASH.zst: a line of JSON (where it was fetched) and the page. No site's name begins
// with a dot, so that no articles are there.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "store/samples.h"

namespace winnow::store {

class Tree;

// After a crash: what it left half written goes.
void tidy_samples(Tree& tree);

class FileSamples : public Samples {
 public:
  // The folders are made when there is something to keep. No symbolic link is followed below the store.
  explicit FileSamples(std::filesystem::path store) : store_(std::move(store)) {}
  Result<void> keep(std::string_view site, const SamplePage& page) override;
  Result<std::vector<SamplePage>> of(std::string_view site) override;

 private:
  std::filesystem::path store_;
  std::map<std::string, std::vector<std::string>, std::less<>> names_;  // of files, by site, once they were looked at
};

}  // namespace winnow::store
