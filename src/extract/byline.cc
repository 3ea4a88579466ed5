#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/byline_cjk.h"
#include "extract/byline_hangul.h"
#include "extract/date_words.h"
#include "extract/dates.h"
#include "extract/fields.h"
#include "extract/names.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kMaxByline = 1200;  // bytes; longer texts are no bylines
constexpr std::size_t kMaxWords = 24;     // of what is left of a Latin one without its dates

constexpr auto kDateLabels = std::to_array<std::string_view>({"first published",
                                                              "originally published",
                                                              "published on",
                                                              "published at",
                                                              "published",
                                                              "publication date",
                                                              "posted on",
                                                              "posted at",
                                                              "posted",
                                                              "last updated on",
                                                              "last updated",
                                                              "last modified",
                                                              "updated on",
                                                              "updated at",
                                                              "updated",
                                                              "modified",
                                                              "created",
                                                              "date",
                                                              "issued on",
                                                              "on",
                                                              "at",
                                                              "veröffentlicht am",
                                                              "veröffentlicht",
                                                              "erschienen am",
                                                              "erstellt am",
                                                              "aktualisiert am",
                                                              "zuletzt aktualisiert am",
                                                              "zuletzt aktualisiert",
                                                              "aktualisiert",
                                                              "letzte aktualisierung",
                                                              "stand",
                                                              "vom",
                                                              "am",
                                                              "datum",
                                                              "publié le",
                                                              "publié",
                                                              "mis à jour le",
                                                              "mis à jour",
                                                              "modifié le",
                                                              "le",
                                                              "publicado el",
                                                              "publicado en",
                                                              "publicado em",
                                                              "publicado",
                                                              "actualizado el",
                                                              "actualizado",
                                                              "atualizado em",
                                                              "atualizado",
                                                              "em",
                                                              "el",
                                                              "pubblicato il",
                                                              "pubblicato",
                                                              "aggiornato il",
                                                              "aggiornato",
                                                              "il",
                                                              "gepubliceerd op",
                                                              "gepubliceerd",
                                                              "laatst bijgewerkt",
                                                              "bijgewerkt op",
                                                              "bijgewerkt",
                                                              "geplaatst op",
                                                              "op",
                                                              "publicerad",
                                                              "uppdaterad",
                                                              "publisert",
                                                              "oppdatert",
                                                              "publiceret",
                                                              "opdateret",
                                                              "opublikowano",
                                                              "zaktualizowano",
                                                              "aktualizacja",
                                                              "data publikacji",
                                                              "опубликовано",
                                                              "обновлено",
                                                              "дата",
                                                              "yayınlanma",
                                                              "güncelleme",
                                                              "giriş",
                                                              "publikováno",
                                                              "aktualizováno",
                                                              "julkaistu",
                                                              "päivitetty",
                                                              "and",
                                                              "und",
                                                              "uhr",
                                                              "updated:"});

constexpr auto kEditorLabels = std::to_array<std::string_view>(
    {"edited by", "editing by", "editor:", "redigiert von", "lektorat:", "edité par", "edité par", "editado por"});
constexpr auto kSourceLabels =
    std::to_array<std::string_view>({"source:", "quelle:", "fuente:", "fonte:", "źródło:", "источник:", "bron:",
                                     "kaynak:", "källa:", "kilde:", "zdroj:"});

bool starts_with_word(std::string_view folded, std::string_view label) {
  if (!folded.starts_with(label)) return false;
  std::size_t at = label.size();
  return at == folded.size() || label.back() == ':' || !unicode::is_letter(utf8::next(folded, at));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kMarks = " \t,.:;|/-*()[]+>";
  std::size_t begin = std::min(text.find_first_not_of(kMarks), text.size());
  text.remove_prefix(begin);
  std::size_t end = text.find_last_not_of(kMarks);
  return text.substr(0, end == text.npos ? 0 : end + 1);
}

// What is left of a segment without "Published on", "Updated" and their like in front and behind.
std::string_view without_date_labels(std::string_view segment) {
  segment = trimmed(segment);
  for (int labels = 0; labels < 4; ++labels) {
    const std::string folded = unicode::lower(segment);
    auto fits = [&](std::string_view label) {
      return starts_with_word(folded, label) && label.size() <= segment.size();
    };
    auto label = std::find_if(kDateLabels.begin(), kDateLabels.end(), fits);
    if (label == kDateLabels.end()) break;
    segment = trimmed(segment.substr(label->size()));
  }
  return segment;
}

std::vector<std::string_view> segments_of(std::string_view text) {
  std::vector<std::string_view> segments;
  std::size_t begin = 0;
  auto cut = [&](std::size_t end, std::size_t next) {
    segments.push_back(text.substr(begin, end - begin));
    begin = next;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    char32_t c = utf8::next(text, at);
    const bool spaced_dash = (c == U'-' || c == U'\u2013' || c == U'\u2014') && here > 0 && text[here - 1] == ' ';
    if (c == U'\n' || c == U'|' || c == U'\u2022' || c == U'\u00B7' || spaced_dash) cut(here, at);
  }
  cut(text.size(), text.size());
  return segments;
}

bool is_noise(std::string_view segment) {
  const std::string folded = unicode::lower(segment);
  constexpr auto kNoise = std::to_array<std::string_view>({"min read", "minute read", "minutes read", "share",
                                                           "comment", "follow", "minuten", "lesezeit", "print", "save",
                                                           "lecture", "views", "listen", "reading time", "mins read"});
  const bool said =
      std::any_of(kNoise.begin(), kNoise.end(), [&](auto word) { return folded.find(word) != folded.npos; });
  const bool digits =
      std::all_of(folded.begin(), folded.end(), [](char c) { return !(c >= 'a' && c <= 'z') && !(c & 0x80); });
  return digits || (said && utf8::length(segment) < 30);
}

class LatinByline {
 public:
  LatinByline(Byline& out, const NameStyle& style) : out_(out), style_(style) {}

  void read(std::string_view text, bool dated) {
    for (std::string_view raw : segments_of(text)) {
      std::string_view segment = without_date_labels(raw);
      if (joins_clock(unicode::lower(segment))) continue;  // a weekday
      if (!segment.empty() && !take(segment)) left_ = true;
    }
    out_.all = !left_ && (dated || !out_.authors.empty() || !out_.editors.empty() || !out_.source.empty());
  }

 private:
  bool take(std::string_view segment) {
    const std::string folded = unicode::lower(segment);
    for (std::string_view label : kEditorLabels) {
      if (starts_with_word(folded, label)) return take_persons(segment.substr(label.size()), out_.editors, true);
    }
    for (std::string_view label : kSourceLabels) {
      if (!starts_with_word(folded, label)) continue;
      std::string_view name = trimmed(segment.substr(label.size()));
      if (!is_publication(name)) return false;
      if (out_.source.empty()) out_.source = std::string(name);
      return true;
    }
    if (Unlabelled named = without_author_label(segment); named.found) {
      return take_persons(named.rest, out_.authors, named.sure);
    }
    if (!out_.authors.empty() && is_publication(segment)) {  // "By Jane Doe | Reuters"
      if (out_.source.empty()) out_.source = std::string(segment);
      return true;
    }
    return is_noise(segment);
  }

  // Persons become authors; a publication among or behind them is the source. Behind a common word such as
  // "by" the first must look like a person, and nothing may be left.
  bool take_persons(std::string_view text, std::vector<std::string>& into, bool sure) {
    std::vector<std::string> names = names_in(text, style_);
    if (names.empty() || (!sure && !is_person(names.front()))) return false;
    bool all = true;
    for (std::string& name : names) {
      if (without_date_labels(name).empty()) continue;  // ", publié le" and the date
      if (is_person(name) || (sure && into.empty()))
        add_once(into, std::move(name));
      else if (is_publication(name) && out_.source.empty())
        out_.source = std::move(name);
      else
        all = false;
    }
    return all;
  }

  Byline& out_;
  const NameStyle& style_;
  bool left_ = false;
};

bool has_any(std::string_view text, bool (*is)(char32_t)) {
  for (std::size_t at = 0; at < text.size();) {
    if (is(utf8::next(text, at))) return true;
  }
  return false;
}

std::size_t word_count(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string without_dates(const std::string& text, const std::vector<FoundDate>& dates) {
  std::string out;
  std::size_t from = 0;
  for (const FoundDate& date : dates) {
    out += text.substr(from, date.begin - from);
    out += '\n';
    from = date.end;
  }
  return out + text.substr(from);
}

}  // namespace

Byline read_byline(std::string_view text, const NameStyle& names) {
  Byline out;
  if (text.size() > kMaxByline) return out;
  const std::string line = without_readings(unicode::collapse(text));
  const bool cjk = has_any(line, unicode::is_cjk);
  DateStyle style;
  style.chinese = cjk;
  const std::vector<FoundDate> dates = find_dates(line, style);
  if (!dates.empty()) out.published = to_iso(dates.front().stamp);
  const std::string rest = without_dates(line, dates);
  if (cjk && has_any(line, unicode::is_hangul))
    read_hangul_byline(rest, !dates.empty(), out);
  else if (cjk)
    read_cjk_byline(rest, !dates.empty(), names, out);
  else if (word_count(rest) <= kMaxWords)
    LatinByline(out, names).read(rest, !dates.empty());
  return out;
}

}  // namespace winnow::extract
