#include "survey/propose.h"

namespace winnow::survey {

Proposal propose_rules(std::span<const Sample>, const Options&) { return {}; }

}  // namespace winnow::survey
