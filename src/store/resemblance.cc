#include "store/resemblance.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/hash.h"
#include "store/search_text.h"

namespace winnow::store {
namespace {

constexpr std::size_t kRun = 3;

bool is_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// Hashes of the runs of words, sorted; one run where there are fewer words.
std::vector<std::uint64_t> runs_of(std::string_view text) {
  const std::string folded = index_text(text);
  std::vector<std::uint64_t> words, runs;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && is_word(folded[end])) ++end;
    if (end > at) words.push_back(hash64(std::string_view(folded).substr(at, end - at)));
    at = end + 1;
  }
  for (std::size_t i = 0; i == 0 || i + kRun <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = i; k < std::min(i + kRun, words.size()); ++k) run = run * 0x9e3779b97f4a7c15u + words[k];
    runs.push_back(run);
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

}  // namespace

double resemblance(std::string_view a, std::string_view b) {
  const std::vector<std::uint64_t> of_a = runs_of(a), of_b = runs_of(b);
  std::vector<std::uint64_t> common;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(common));
  return static_cast<double>(common.size()) / static_cast<double>(std::max(of_a.size(), of_b.size()));
}

}  // namespace winnow::store
