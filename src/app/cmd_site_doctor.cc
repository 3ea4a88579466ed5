// winnow site doctor [NAME...]: which rules have stopped working since when, and what would work. Exit statuses: 0 all
// is well, or was repaired; 1 something is amiss and was not repaired; 3 the configuration is wrong; 5 the store can't
// be read.
#include "app/columns.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/doctor.h"
#include "app/doctor_apply.h"
#include "app/doctor_report.h"
#include "app/session.h"
#include "store/file_samples.h"

namespace winnow::app {
namespace {

constexpr std::size_t kWide = 100;  // columns where no terminal says

// One site; whether all is well with it now.
bool treat(const site::Site& site, const Diagnosis& diagnosis, const SiteDoctorArgs& args, std::string_view defaults) {
  Json report = args.json ? doctor_json(site, diagnosis) : Json();
  Result<void> applied = fail(Code::invalid, "nothing was to be applied");
  const bool applies = args.apply && !diagnosis.remedy.sets.empty();
  if (applies) applied = apply_remedy(site, diagnosis.remedy, defaults);
  if (args.json) {
    if (applies) report.set("applied", applied.has_value());
    print(report.dump() + "\n");
  } else {
    print(doctor_text(site, diagnosis, terminal_columns(kWide)));
    if (applied)
      print("  Done; the daemon takes it when it reloads (SIGHUP), and the next visit tells whether it works.\n");
  }
  if (applies && !applied) complain(applied.error().text);
  return diagnosis.alarms.empty() || diagnosis.remedy.needless || applied.has_value();
}

}  // namespace

int run_site_doctor(const Globals& globals, const SiteDoctorArgs& args) {
  auto loaded = load(globals);
  if (!loaded) {
    complain(loaded.error().text);
    return kBadConfig;
  }
  if (args.names.empty()) complain(loaded->faults);
  if (args.names.empty() && !loaded->faults.empty()) return kBadConfig;
  const auto sites = args.names.empty() ? loaded->value.sites : pick_sites(*loaded, args.names);
  if (!args.names.empty() && sites.empty()) return kBadConfig;
  auto stores = open_for_reading(globals);
  if (!stores) {
    complain(stores.error().text);
    return exit_of(stores.error());
  }
  store::FileSamples samples(loaded->value.config.store);
  bool well = true;
  for (const site::Site& site : sites) {
    const auto diagnosis = diagnose(site, {*stores->state, *stores->articles, samples});
    if (!diagnosis) {
      complain(site.name + ": " + diagnosis.error().text);
      return exit_of(diagnosis.error());
    }
    well = treat(site, *diagnosis, args, loaded->value.defaults) && well;
  }
  return well ? kDone : kSomeFailed;
}

}  // namespace winnow::app
