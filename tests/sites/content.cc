#include "sites/content.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "base/unicode.h"
#include "base/zone.h"
#include "sites/dates.h"

namespace winnow::sites {
namespace {

using namespace std::chrono;

constexpr std::size_t kStaff = 6, kTags = 8;

Stamp stamp_at(local_seconds local, const Zone& zone) {
  const auto day = floor<days>(local);
  Stamp out;
  out.day = year_month_day(day);
  out.clock = local - day;
  out.has_seconds = true;
  out.offset = zone.offset_at_local(local);
  return out;
}

// About one story every eighteen hours, between six and midnight.
void date(Story& story, const Kind& kind, std::uint64_t seed, Dice& dice) {
  Dice of_site = Dice(seed).fork("calendar").fork(kind.name);
  const auto first = local_days(year{kind.year} / month{1} / day{1}) + days(of_site.below(120));
  const auto when = first + hours(18 * story.number) / 24 * 24;
  const auto local = floor<days>(when) + hours(6 + dice.below(17)) + minutes(dice.below(60)) + seconds(dice.below(60));
  const Zone zone = Zone::find(kind.zone).value_or(Zone());
  story.published = stamp_at(local, zone);
  story.modified = stamp_at(local + minutes(20 + dice.below(2000)), zone);
}

// A clock for the entries of a live blog, the newest first.
std::vector<Line> live_lines(const Prose& prose, Dice& dice) {
  std::vector<Line> out;
  unsigned long minute = 21 * 60;
  for (std::size_t i = dice.between(7, 12); i > 0; --i) {
    minute -= 7 + dice.below(40);
    out.push_back({Line::Role::entry_time, padded(minute / 60, 2) + ":" + padded(minute % 60, 2)});
    if (dice.chance(60)) out.push_back({Line::Role::heading, prose.heading(dice)});
    for (std::size_t k = dice.between(1, 3); k > 0; --k) {
      out.push_back({Line::Role::paragraph, prose.paragraph(dice, dice.between(1, 4))});
    }
  }
  return out;
}

std::vector<Line> lines_of(const Prose& prose, Dice& dice, bool bullets) {
  std::vector<Line> out;
  const std::size_t count = dice.between(6, 16);
  const std::size_t sentences = dice.between(2, 4);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 2 && i + 1 < count && dice.chance(18)) out.push_back({Line::Role::heading, prose.heading(dice)});
    const bool quote = i > 1 && dice.chance(6);
    out.push_back({quote ? Line::Role::quote : Line::Role::paragraph,
                   prose.paragraph(dice, quote ? 1 : dice.between(1, sentences + 1))});
    if (bullets && i == count / 2 && dice.chance(30)) {
      for (std::size_t k = 0; k < 3; ++k) out.push_back({Line::Role::bullet, prose.sentence(dice)});
    }
  }
  return out;
}

Story story_of(const Kind& kind, const Content& content, const Prose& prose, std::uint64_t seed, std::size_t number) {
  Dice dice = Dice(seed).fork("story " + std::to_string(number)).fork(kind.name);
  const Vocabulary vocabulary(kind.language);
  Story story;
  story.number = number;
  story.id =
      std::to_string(Dice(seed).fork("ids").fork(kind.name).below(800'000) + 100'000 + number * 37 + dice.below(37));
  story.hex = hex_of(dice);
  story.section = dice.below(content.sections.size());
  story.title = prose.title(dice);
  story.kicker = vocabulary.pick("kickers", dice);
  story.lead = prose.paragraph(dice, dice.between(1, 2));
  story.caption = prose.sentence(dice);
  story.source = dice.chance(60) ? content.paper : prose.organisation(dice);
  story.editor = dice.pick(content.staff).name;
  story.authors = {dice.pick(content.staff).name};
  if (const std::string& other = dice.pick(content.staff).name; dice.chance(20) && other != story.authors[0]) {
    story.authors.push_back(other);
  }
  date(story, kind, seed, dice);
  story.lines =
      has_word(kind.traits, "live") ? live_lines(prose, dice) : lines_of(prose, dice, !has_word(kind.traits, "br"));
  for (std::size_t i = 1 + dice.below(3); i > 0; --i) story.tags.push_back(dice.pick(content.tags).name);
  std::sort(story.tags.begin(), story.tags.end());
  story.tags.erase(std::unique(story.tags.begin(), story.tags.end()), story.tags.end());
  story.gated = dice.chance(25);
  return story;
}

// Titles differ on a site: one that was there gets another try; after ten a number tells them apart.
void make_unlike(Story& story, const Kind& kind, const Prose& prose, std::uint64_t seed, std::set<std::string>& seen) {
  Dice dice = Dice(seed).fork("retitled " + std::to_string(story.number)).fork(kind.name);
  for (int i = 0; i < 10 && seen.contains(story.title); ++i) story.title = prose.title(dice);
  if (seen.contains(story.title)) story.title += " (" + std::to_string(story.number) + ")";
  seen.insert(story.title);
}

std::vector<Named> names(std::size_t count, std::string_view language, const auto& make, std::string_view fallback) {
  std::vector<Named> out;
  std::set<std::string> seen;
  for (std::size_t tries = 0; out.size() < count && tries < 200; ++tries) {
    const std::string name = make();
    if (!seen.insert(name).second) continue;
    std::string slug = slug_of(name, language);
    if (slug.empty() || slug.size() > 80) slug = std::string(fallback) + std::to_string(out.size() + 1);
    out.push_back({slug, name});
  }
  return out;
}

}  // namespace

std::string hex_of(Dice& dice) {
  std::string out;
  for (int i = 0; i < 10; ++i) out += "0123456789abcdef"[dice.below(16)];
  return out;
}

std::string slug_of(std::string_view text, std::string_view language) {
  if (is_dense(language) || language == "ko") return "";
  static const std::map<std::string, std::string, std::less<>> kPlain = {
      {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"é", "e"}, {"è", "e"}, {"ê", "e"},  {"ë", "e"},
      {"á", "a"},  {"à", "a"},  {"â", "a"},  {"ã", "a"},  {"ç", "c"}, {"í", "i"}, {"î", "i"},  {"ï", "i"},
      {"ñ", "n"},  {"ó", "o"},  {"ô", "o"},  {"õ", "o"},  {"ú", "u"}, {"û", "u"}, {"œ", "oe"}, {"ı", "i"}};
  std::string out;
  const std::string low = unicode::lower(text);
  for (std::size_t i = 0; i < low.size();) {
    const auto byte = static_cast<unsigned char>(low[i]);
    const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const std::string character = low.substr(i, size);
    i += size;
    const auto plain = kPlain.find(character);
    const bool word = (character[0] >= 'a' && character[0] <= 'z') || (character[0] >= '0' && character[0] <= '9');
    if (word || plain != kPlain.end()) {
      out += word ? character : plain->second;
    } else if (size == 2 && (language == "ru" || language == "ar")) {
      for (const char c : character) {
        out += {'%', "0123456789ABCDEF"[static_cast<unsigned char>(c) / 16],
                "0123456789ABCDEF"[static_cast<unsigned char>(c) % 16]};
      }
    } else if (!out.empty() && out.back() != '-' && size != 3) {
      out += '-';
    }
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::string joined_names(const std::vector<std::string>& names, const Vocabulary& vocabulary,
                         std::string_view language) {
  const std::string& word = vocabulary.first("and");
  const std::string joiner = is_dense(language) || language == "ko" ? word
                             : language == "ar"                     ? " " + word
                             : word == ","                          ? ", "
                                                                    : " " + word + " ";
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : joiner) + name;
  return out;
}

Content content_of(const Kind& kind, std::uint64_t seed, std::size_t stories) {
  Dice dice = Dice(seed).fork("content").fork(kind.name);
  const Vocabulary vocabulary(kind.language);
  const Prose prose(kind.language);
  Content out;
  out.paper = vocabulary.pick("paper", dice);
  for (const std::string& section : vocabulary.all("sections")) {
    const std::size_t equals = section.find('=');
    out.sections.push_back({section.substr(0, equals), section.substr(equals + 1)});
  }
  out.sections.resize(dice.between(4, out.sections.size()));
  out.staff = names(
      kStaff, kind.language, [&] { return prose.person(dice); }, "writer-");
  out.tags = names(
      kTags, kind.language, [&] { return prose.place(dice); }, "topic-");
  const std::size_t usual = dice.between(40, 80);
  std::set<std::string> titles;
  for (std::size_t i = 0; i < (stories == 0 ? usual : stories); ++i) {
    out.stories.push_back(story_of(kind, out, prose, seed, i));
    Story& story = out.stories.back();
    make_unlike(story, kind, prose, seed, titles);
    story.slug = slug_of(story.title, kind.language);
    if (story.slug.empty()) story.slug = story.hex;
  }
  return out;
}

}  // namespace winnow::sites
