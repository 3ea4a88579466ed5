#include "app/health_json.h"

#include <cmath>
#include <utility>

namespace winnow::app {

void add_health(Json& site, const health::Health& health) {
  Json warnings(Json::Array{});
  for (const health::Alarm& alarm : health.alarms()) {
    Json one;
    one.set("kind", health::name_of(alarm.kind));
    if (!alarm.what.empty()) one.set("what", alarm.what);
    if (!alarm.url.empty()) one.set("page", alarm.url);
    one.set("since", to_iso(alarm.since));
    one.set("before", alarm.before);
    one.set("after", alarm.after);
    one.set("text", alarm.text);
    warnings.push(std::move(one));
  }
  if (!warnings.array().empty() || health.pages() > 0) site.set("warnings", std::move(warnings));
  Json fields(Json::Object{});
  for (const health::Share& share : health.shares()) fields.set(share.field, std::round(share.share * 1000) / 1000);
  if (!fields.object().empty()) site.set("fields", std::move(fields));
}

}  // namespace winnow::app
