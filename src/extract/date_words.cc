#include "extract/date_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

namespace winnow::extract {
namespace {

struct Month {
  std::string_view names;  // separated by spaces, with one before and behind
  unsigned number;
};

// A row a month; the languages stand in the order Latin script, Cyrillic, Greek, Arabic, Devanagari.
constexpr std::array<Month, 12> kMonths = {{
    {" january jan januar jänner jaenner janvier janv enero ene janeiro gennaio gen gennaro januari stycznia styczeń "
     "sty ledna leden januára ocak tammikuuta január ianuarie ian januara siječnja jaanuar jaanuari "
     "января январь янв січня януари јануар ιανουαρίου ιανουάριος ιαν يناير जनवरी ",
     1},
    {" february feb februar feber februari février fevrier févr fevr fév febrero fevereiro fev febbraio febr lutego "
     "luty lut února únor unora februára şubat subat helmikuuta február februarie veebruar veljače "
     "февраля февраль фев февр лютого февруари фебруар φεβρουαρίου φεβρουάριος φεβ فبراير फरवरी फ़रवरी ",
     2},
    {" march mar märz maerz mär mrz mars marzo março marco maart mrt marca marzec března březen brezna mart marts "
     "maaliskuuta március márc martie märts ožujka maret "
     "марта март мар березня март μαρτίου μάρτιος μαρ مارس मार्च ",
     3},
    {" april apr avril avr abril abr aprile kwietnia kwiecień kwi dubna duben apríla nisan huhtikuuta április ápr "
     "aprilie aprill travnja aprila "
     "апреля апрель апр квітня април απριλίου απρίλιος απρ أبريل ابريل إبريل अप्रैल ",
     4},
    {" may mai mayo maio maggio mag mei maja maj mája května květen kvetna mayıs mayis toukokuuta május máj svibnja "
     "мая май травня мај μαΐου μαίου μάιος μαϊ مايو मई ",
     5},
    {" june jun juni juin junio junho giugno giu czerwca czerwiec cze června červen cervna júna haziran kesäkuuta "
     "június jún iunie iun juuni lipnja juna "
     "июня июнь июн червня юни јун ιουνίου ιούνιος ιουν يونيو जून ",
     6},
    {" july jul juli juillet juil julio julho luglio lug lipca lipiec lip července červenec cervence júla temmuz "
     "heinäkuuta július júl iulie iul juuli srpnja jula "
     "июля июль июл липня юли јул ιουλίου ιούλιος ιουλ يوليو जुलाई ",
     7},
    {" august aug août aout agosto ago augustus sierpnia sierpień sie srpna srpen augusta ağustos agustos augusti "
     "elokuuta augusztus kolovoza ogos avgust avgusta "
     "августа август авг серпня αυγούστου αύγουστος αυγ أغسطس اغسطس अगस्त ",
     8},
    {" september sep sept septembre septiembre setiembre setembro settembre set września wrzesień wrz září zari "
     "septembra eylül eylul syyskuuta szeptember szept septembrie rujna "
     "сентября сентябрь сен сент вересня септември септембар σεπτεμβρίου σεπτέμβριος σεπ سبتمبر सितंबर सितम्बर ",
     9},
    {" october oct oktober okt octobre octubre outubro out ottobre ott października październik paź "
     "října říjen rijna októbra ekim lokakuuta október octombrie oktoober oktobra "
     "октября октябрь окт жовтня октомври октобар οκτωβρίου οκτώβριος οκτ أكتوبر اكتوبر अक्टूबर अक्तूबर ",
     10},
    {" november nov novembre noviembre novembro listopada listopad lis listopadu novembra kasım kasim marraskuuta "
     "noiembrie studenoga studenog "
     "ноября ноябрь ноя листопада ноември новембар νοεμβρίου νοέμβριος νοε نوفمبر नवंबर नवम्बर ",
     11},
    {" december dec dez dezember décembre decembre déc diciembre dic dezembro dicembre grudnia grudzień gru prosince "
     "prosinec decembra aralık aralik desember des joulukuuta decembrie detsember prosinca "
     "декабря декабрь дек грудня декември децембар δεκεμβρίου δεκέμβριος δεκ ديسمبر दिसंबर दिसम्बर ",
     12},
}};

constexpr std::string_view kDateJoiners =
    " de del of the den le el il la st nd rd th er e ª º º. do en d di año г года року ";

constexpr std::string_view kClockJoiners =
    " at um kl à a las às as alle ore om o godz godzina v ve saat klo el il le la the den de dia hora heures "
    " t um. в о г года року года, року, ας στις ora uur hs "
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    " montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so "
    " lundi mardi mercredi jeudi vendredi samedi dimanche "
    " 星 期 周 週 月 火 水 木 金 土 日 一 二 三 四 五 六 天 曜 월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 "
    "토요일 일요일 ";

constexpr std::string_view kHours = " uhr h hs hrs hours heures uur 時 时 点 點 시 ч ";
constexpr std::string_view kMorning = " am a.m a.m. 上午 早上 凌晨 清晨 午前 오전 vorm ";
constexpr std::string_view kAfternoon = " pm p.m p.m. 下午 晚上 晚间 晚間 傍晚 午後 午后 오후 nachm ";

struct NamedZone {
  std::string_view name;
  int minutes;
  std::string_view iana;
};

constexpr std::array<NamedZone, 45> kZones = {{
    {"z", 0, ""},
    {"gmt", 0, ""},
    {"utc", 0, ""},
    {"wet", 0, ""},
    {"bst", 60, ""},
    {"west", 60, ""},
    {"cet", 60, ""},
    {"mez", 60, ""},
    {"cest", 120, ""},
    {"mesz", 120, ""},
    {"eet", 120, ""},
    {"sast", 120, ""},
    {"eest", 180, ""},
    {"msk", 180, ""},
    {"мск", 180, ""},
    {"eat", 180, ""},
    {"ist", 330, ""},
    {"pkt", 300, ""},
    {"wib", 420, ""},
    {"ict", 420, ""},
    {"hkt", 480, ""},
    {"sgt", 480, ""},
    {"bjt", 480, ""},
    {"myt", 480, ""},
    {"awst", 480, ""},
    {"wita", 480, ""},
    {"jst", 540, ""},
    {"kst", 540, ""},
    {"aest", 600, ""},
    {"aedt", 660, ""},
    {"nzst", 720, ""},
    {"nzdt", 780, ""},
    {"brt", -180, ""},
    {"est", -300, ""},
    {"edt", -240, ""},
    {"cst", -360, ""},
    {"cdt", -300, ""},
    {"mst", -420, ""},
    {"mdt", -360, ""},
    {"pst", -480, ""},
    {"pdt", -420, ""},
    {"et", 0, "America/New_York"},
    {"ct", 0, "America/Chicago"},
    {"pt", 0, "America/Los_Angeles"},
    {"mt", 0, "America/Denver"},
}};

bool lists(std::string_view list, std::string_view word) {
  if (word.empty() || word.find(' ') != word.npos) return false;
  for (std::size_t at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

constexpr std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

struct MonthName {
  std::uint64_t hash = 0;
  unsigned number = 0;
};

constexpr std::size_t count_month_names() {
  std::size_t count = 0;
  for (const Month& month : kMonths) count += static_cast<std::size_t>(std::ranges::count(month.names, ' ')) - 1;
  return count;
}

// Nearly every word of a page that has a date is looked up.
constexpr auto kMonthNames = [] {
  std::array<MonthName, count_month_names()> names{};
  std::size_t at = 0;
  for (const Month& month : kMonths) {
    for (std::string_view rest = month.names.substr(1); !rest.empty();) {
      const std::string_view name = rest.substr(0, rest.find(' '));
      rest.remove_prefix(name.size() + 1);
      names[at++] = {hash_of(name), month.number};
    }
  }
  std::ranges::sort(names, {}, [](const MonthName& name) { return std::pair(name.hash, name.number); });
  return names;
}();

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  const std::uint64_t hash = hash_of(word);
  const auto* name = std::ranges::lower_bound(kMonthNames, hash, {}, &MonthName::hash);
  if (name == kMonthNames.end() || name->hash != hash) return std::nullopt;
  return name->number;
}

bool joins_date(std::string_view word) { return lists(kDateJoiners, word); }
bool joins_clock(std::string_view word) { return lists(kClockJoiners, word); }
bool names_hour(std::string_view word) { return lists(kHours, word); }

HalfDay half_day(std::string_view word) {
  if (lists(kMorning, word)) return HalfDay::am;
  return lists(kAfternoon, word) ? HalfDay::pm : HalfDay::none;
}

std::optional<ZoneWord> zone_named(std::string_view word) {
  auto found = std::find_if(kZones.begin(), kZones.end(), [word](const NamedZone& zone) { return zone.name == word; });
  if (found == kZones.end()) return std::nullopt;
  return ZoneWord{std::chrono::minutes(found->minutes), found->iana};
}

}  // namespace winnow::extract
