// Samples in memory, for tests. Not thread-safe.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "store/samples.h"

namespace winnow::store {

class MemorySamples : public Samples {
 public:
  Result<void> keep(std::string_view site, const SamplePage& page) override;
  Result<std::vector<SamplePage>> of(std::string_view site) override;

 private:
  std::map<std::pair<std::string, Shelf>, std::vector<SamplePage>> shelves_;
};

}  // namespace winnow::store
