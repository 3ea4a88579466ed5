#include "survey/survey.h"

#include <utility>

namespace winnow::survey {

struct Survey::State {
  std::string home;
  site::Site base;
  Limits limits;
};

Survey::Survey(std::string home, site::Site base, Limits limits)
    : state_(std::make_unique<State>(State{std::move(home), std::move(base), limits})) {}
Survey::~Survey() = default;
Survey::Survey(Survey&&) noexcept = default;
Survey& Survey::operator=(Survey&&) noexcept = default;

void Survey::add_sitemaps(const std::vector<std::string>&) {}
std::optional<Wanted> Survey::next() { return std::nullopt; }
void Survey::add(Answer) {}
Findings Survey::findings() const {
  Findings findings;
  findings.trouble = "nothing was looked at";
  findings.site = state_->base;
  return findings;
}

}  // namespace winnow::survey
