// Rules from pages of strangers: any bytes give a proposal whose rules hold no fault, and the same one each time.
#include <string>
#include <vector>

#include "fuzz/check.h"
#include "survey/propose.h"
#include "winnow/winnow.h"

using namespace winnow;

// The first line is what links say; the rest is cut at form feeds into pages, and the last one stands there twice.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [title, pages] = fuzz::first_line(fuzz::text_of(data, size));
  std::vector<survey::Sample> samples;
  for (std::size_t at = 0; at <= pages.size() && samples.size() < 8;) {
    const std::size_t end = std::min(pages.find('\f', at), pages.size());
    survey::Sample sample;
    sample.url = "https://news.example/2025/03/" + std::to_string(samples.size()) + ".html";
    sample.bytes = pages.substr(at, end - at);
    sample.witness.titles = {std::string(title)};
    sample.witness.published = title;
    samples.push_back(std::move(sample));
    at = end + 1;
  }
  samples.push_back(samples.back());
  const survey::Proposal proposal = survey::propose_rules(samples, {});
  Options options;
  options.rules = proposal.rules;
  fuzz::require(check(options).empty(), "what is proposed is no fault");
  for (const survey::Evidence& evidence : proposal.evidence) fuzz::require_utf8(evidence.text);
  return 0;
}
