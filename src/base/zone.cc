#include "base/zone.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <tuple>

namespace winnow {
namespace {

constexpr std::size_t kLongestName = 64;

std::chrono::minutes minutes_of(std::int32_t milliseconds) {
  return std::chrono::floor<std::chrono::minutes>(Millis{milliseconds});
}

UDate date_of(std::chrono::seconds since_epoch) { return static_cast<UDate>(since_epoch.count()) * 1000.0; }

// ICU reads "GMT+8" and the like as zones of its own making; only names of the IANA data base count here.
bool is_iana(const icu::UnicodeString& name) {
  icu::UnicodeString canonical;
  UBool is_system = false;
  UErrorCode status = U_ZERO_ERROR;
  icu::TimeZone::getCanonicalID(name, canonical, is_system, status);
  return U_SUCCESS(status) && is_system;
}

}  // namespace

struct Zone::Data {
  std::unique_ptr<const icu::BasicTimeZone> rules;
};

std::optional<Zone> Zone::find(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  const icu::UnicodeString id = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  if (!is_iana(id)) return std::nullopt;
  std::unique_ptr<icu::TimeZone> made(icu::TimeZone::createTimeZone(id));
  const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(made.get());
  if (rules == nullptr) return std::nullopt;
  std::ignore = made.release();
  Zone zone;
  zone.name_ = name;
  zone.data_ = std::make_shared<Data>(Data{std::unique_ptr<const icu::BasicTimeZone>(rules)});
  return zone;
}

std::chrono::minutes Zone::offset_at(Instant t) const {
  if (!data_) return {};
  std::int32_t raw = 0, dst = 0;
  UErrorCode status = U_ZERO_ERROR;
  data_->rules->getOffset(date_of(t.time_since_epoch()), false, raw, dst, status);
  return U_SUCCESS(status) ? minutes_of(raw + dst) : std::chrono::minutes{0};
}

std::chrono::minutes Zone::offset_at_local(std::chrono::local_seconds t) const {
  if (!data_) return {};
  std::int32_t raw = 0, dst = 0;
  UErrorCode status = U_ZERO_ERROR;
  data_->rules->getOffsetFromLocal(date_of(t.time_since_epoch()), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, dst,
                                   status);
  return U_SUCCESS(status) ? minutes_of(raw + dst) : std::chrono::minutes{0};
}

}  // namespace winnow
