// Which pages of a survey are kept as tests of its site file, and what is expected of them. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "site/site.h"
#include "survey/sample.h"
#include "winnow/winnow.h"

namespace winnow::app {

// A page of the findings as the site's settings read it.
struct ReadPage {
  const survey::Sample* sample;  // of the findings, which outlive it
  Reading reading;
};

// The numbers of at most `count` pages that differ from each other: by the rules that read them, the fields and kinds
// of blocks that they have, their length and where they stand.
[[nodiscard]] std::vector<std::size_t> pick_different(const std::vector<ReadPage>& pages, std::size_t count);

struct KeptPage {
  std::string bytes;    // read alike without its Content-Type, which is not kept
  site::PageTest test;  // without the name of a file
};
// Nothing where the page by itself is no article.
[[nodiscard]] std::optional<KeptPage> keep_as_test(const survey::Sample& sample, const Options& options);

}  // namespace winnow::app
