#include "extract/name_words.h"

#include <algorithm>
#include <array>

namespace winnow::extract {
namespace {

constexpr std::string_view kRoles =
    " reporter reporters correspondent correspondents editor editors writer writers staff contributor contributors "
    "contributing columnist columnists journalist journalists senior chief deputy assistant associate managing "
    "executive producer photographer photographs photos photo video director professor analyst author authors "
    "freelance guest special lead head founder ceo president editorial bureau manager blogger critic "
    "redakteur redakteurin redakteure korrespondent korrespondentin autor autorin autoren journalistin "
    "chefredakteur chefredakteurin leiter leiterin ressortleiter volontär volontärin reporterin fotos foto "
    "rédacteur rédactrice journaliste correspondant correspondante auteur envoyé spécial grand "
    "periodista redactor redactora corresponsal autora jornalista repórter correspondente editora "
    "giornalista corrispondente redattore redattrice redacteur verslaggever correspondente journalisten "
    "dziennikarz dziennikarka redaktor reportér redaktorka novinář корреспондент обозреватель редактор журналист "
    "muhabir muhabiri editör skribent redaktör reportrar journalisti toimittaja yrittäjä újságíró szerkesztő "
    "wartawan penulis "
    "مراسل مراسلة محرر محررة كاتب كاتبة الكاتب الكاتبة صحفي صحفية صحافي صحافية ";

constexpr std::string_view kDesk =
    " news newsroom redaktion redaktionen onlineredaktion team desk staff press presse agency agencies agentur "
    "agenturen agence agencia agência agenzia media magazine magazin times post daily journal online web "
    "editorial editors board redacción redacao redação redazione rédaction redactie redakcja redakce redaksi "
    "redaktionell "
    "gmbh ag inc ltd llc corp company group association foundation institute university verlag zeitung "
    "nachrichten network radio tv television channel reuters afp dpa ap bloomberg apa ansa efe tass sda sid kna epd "
    "pa upi ians pti aap anp belga ntb tt stt lusa ceta xinhua bbc cnn cbc abc npr cbs nbc the newswire wire "
    "editor newsdesk gazette herald tribune office services service stiftung verein partei ministerium bundesamt "
    "blog website copyright published updated posted comments share follow read more "
    "departement department bundesverband verband fraktion forschung kitchens kitchen gesellschaft kirche sekretariat "
    "zentrum center centre museum akademie academy universität université universidad hochschule club klub federation "
    "bund council commission kommission ministry ministère ministerio bank gruppe group shop store kg co kanzlei "
    "praxis hotel gemeinde landkreis welle weine society союз "
    "редакция новости риа тасс "
    "أخبار الأخبار تحرير التحرير أسرة هيئة فريق وكالة وكالات رويترز قناة موقع صحيفة جريدة بوابة غرفة "
    "מערכת חדשות डेस्क न्यूज़ समाचार ";

constexpr std::string_view kParticles =
    " de da do dos das du des di del della dello la le les el al bin ben ibn van von der den ter ten te zu zum zur "
    "af av y e i o' d' l' st. san santa mc abu ul ur bint vom am op 't dal ";

constexpr std::string_view kJoiners =
    " and und et och og ja & с и та și és oraz och e y i en a ve dan und/oder with mit و ";

constexpr auto kNoNames = std::to_array<std::string_view>({"admin",
                                                           "administrator",
                                                           "webmaster",
                                                           "root",
                                                           "user",
                                                           "guest",
                                                           "anonymous",
                                                           "anonym",
                                                           "null",
                                                           "undefined",
                                                           "none",
                                                           "unknown",
                                                           "n/a",
                                                           "na",
                                                           "author",
                                                           "authors",
                                                           "autor",
                                                           "auteur",
                                                           "editor",
                                                           "writer",
                                                           "by",
                                                           "default",
                                                           "super user",
                                                           "佚名",
                                                           "匿名",
                                                           "未知",
                                                           "关注",
                                                           "简介",
                                                           "网络整理",
                                                           "网络",
                                                           "综合",
                                                           "整理",
                                                           "转载",
                                                           "本站",
                                                           "原创",
                                                           "查看更多",
                                                           "管理员",
                                                           "小编",
                                                           "编辑",
                                                           "记者",
                                                           "作者",
                                                           "本站原创",
                                                           "本站整理",
                                                           "企鹅号",
                                                           "publisher",
                                                           "wordpressadmin",
                                                           "full bio",
                                                           "view all posts",
                                                           "alle beiträge",
                                                           "read more",
                                                           "size",
                                                           "data",
                                                           "date",
                                                           "datum",
                                                           "fecha",
                                                           "anónimo"});

constexpr auto kLabels = std::to_array<std::string_view>({"propos recueillis par",
                                                          "veröffentlicht von",
                                                          "geschrieben von",
                                                          "aufgezeichnet von",
                                                          "aus berlin von",
                                                          "eingestellt von",
                                                          "hochgeladen von",
                                                          "verfasst von",
                                                          "erstellt von",
                                                          "gepostet von",
                                                          "written by",
                                                          "posted by",
                                                          "published by",
                                                          "reported by",
                                                          "reporting by",
                                                          "submitted by",
                                                          "contributed by",
                                                          "created by",
                                                          "uploaded by",
                                                          "about the author",
                                                          "publié par",
                                                          "écrit par",
                                                          "rédigé par",
                                                          "posté par",
                                                          "proposé par",
                                                          "escrito por",
                                                          "publicado por",
                                                          "postado por",
                                                          "redactado por",
                                                          "enviado por",
                                                          "scritto da",
                                                          "pubblicato da",
                                                          "inserito da",
                                                          "a cura di",
                                                          "geschreven door",
                                                          "geplaatst door",
                                                          "gepubliceerd door",
                                                          "skrevet av",
                                                          "skrevet af",
                                                          "skriven av",
                                                          "publicerad av",
                                                          "publisert av",
                                                          "scris de",
                                                          "publicat de",
                                                          "del autor",
                                                          "autorinnen",
                                                          "autoren",
                                                          "autorin",
                                                          "autorzy",
                                                          "autorka",
                                                          "autoři",
                                                          "autori",
                                                          "auteurs",
                                                          "auteur",
                                                          "autores",
                                                          "autora",
                                                          "autore",
                                                          "autorin/autor",
                                                          "autor/autorin",
                                                          "autor/in",
                                                          "autor",
                                                          "authors",
                                                          "author",
                                                          "écrit",
                                                          "авторы",
                                                          "автор",
                                                          "текст",
                                                          "oleh",
                                                          "penulis",
                                                          "yazan",
                                                          "yazar",
                                                          "szerző",
                                                          "írta",
                                                          "kirjoittaja",
                                                          "γράφει",
                                                          "بقلم",
                                                          "إعداد",
                                                          "كتبه",
                                                          "كتب:",
                                                          "كتبت:",
                                                          "نویسنده",
                                                          "מאת",
                                                          "โดย"});

constexpr auto kShortLabels = std::to_array<std::string_view>(
    {"by", "von", "par", "por", "di", "de", "av", "af", "door", "text", "tekst", "texte", "przez"});

constexpr auto kCjkRoles = std::to_array<std::string_view>(
    {"特约撰稿人", "特约记者", "特約記者", "实习记者", "實習記者",   "本报记者",   "本報記者", "本网记者", "本网讯记者",
     "本刊记者",   "首席记者", "见习记者", "驻外记者", "新华社记者", "中新社记者", "责任编辑", "責任編輯", "通讯员",
     "通訊員",     "撰稿人",   "特约",     "记者",     "記者",       "作者",       "編輯",     "编辑",     "报道",
     "報道",       "撰文",     "撰稿",     "執筆",     "实习生",     "實習生",     "기자",     "특파원",   "논설위원"});

bool lists(std::string_view list, std::string_view word) {
  if (word.empty() || word.find(' ') != word.npos) return false;
  for (std::size_t at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

}  // namespace

bool is_role_word(std::string_view word) { return lists(kRoles, word); }
bool is_desk_word(std::string_view word) { return lists(kDesk, word); }
bool is_particle(std::string_view word) { return lists(kParticles, word); }
bool joins_names(std::string_view word) { return lists(kJoiners, word); }

bool is_no_name(std::string_view whole) { return std::find(kNoNames.begin(), kNoNames.end(), whole) != kNoNames.end(); }

std::span<const std::string_view> author_labels() { return kLabels; }
std::span<const std::string_view> short_author_labels() { return kShortLabels; }
std::span<const std::string_view> cjk_roles() { return kCjkRoles; }

}  // namespace winnow::extract
