// What `winnow site doctor` finds at one site: what is amiss since when, pages from before and since, and the rules
// that would read these. Reads the store only.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "health/health.h"
#include "site/site.h"
#include "store/article_store.h"
#include "store/samples.h"
#include "store/state.h"
#include "survey/remedy.h"

namespace winnow::app {

struct Diagnosis {
  std::vector<health::Alarm> alarms;  // that are raised, the oldest first; none: all is well
  std::string note;                   // what else there is to say ("its rules have changed since the last visit; …")
  std::vector<survey::Sample> before, since;  // articles as they were and as they are, the oldest first
  survey::Remedy remedy;                      // where an alarm is about pages
};

// What the doctor is given to look at.
struct Records {
  store::State& state;
  store::ArticleStore& articles;
  store::Samples& samples;
};

[[nodiscard]] Result<Diagnosis> diagnose(const site::Site& site, const Records& records);

}  // namespace winnow::app
