#include "extract/genre_label.h"

#include <algorithm>
#include <array>

namespace winnow::extract {
namespace {

constexpr int kMostWords = 6;

constexpr auto kArticles = std::to_array<std::string_view>(
    {"a",   "an", "the", "ein", "eine", "der", "die", "das", "unser", "un",  "une", "le",  "la",
     "una", "el", "uno", "il",  "um",   "uma", "o",   "een", "de",    "het", "en",  "ett", "et"});

constexpr auto kGenres = std::to_array<std::string_view>(
    {"report",     "story",       "article",       "post",        "guest",         "analysis",    "essay",
     "column",     "commentary",  "comment",       "opinion",     "review",        "interview",   "feature",
     "dispatch",   "profile",     "investigation", "explainer",   "obituary",      "editorial",   "bericht",
     "reportage",  "analyse",     "kommentar",     "gastbeitrag", "gastkommentar", "gastartikel", "artikel",
     "beitrag",    "kolumne",     "porträt",       "portrait",    "glosse",        "rezension",   "kritik",
     "protokoll",  "leitartikel", "recherche",     "nachruf",     "gespräch",      "enquête",     "chronique",
     "tribune",    "récit",       "entretien",     "billet",      "édito",         "éditorial",   "artículo",
     "reportaje",  "crónica",     "análisis",      "columna",     "entrevista",    "opinión",     "relato",
     "articolo",   "inchiesta",   "commento",      "analisi",     "intervista",    "cronaca",     "recensione",
     "editoriale", "artigo",      "reportagem",    "crônica",     "análise",       "coluna",      "verhaal",
     "opinie",     "krönika",     "analys",        "intervju",    "reportasje",    "kronikk"});

// These stand before a colon too: what is called "Interview: Jane Doe" may be with her.
constexpr auto kTexts = std::to_array<std::string_view>(
    {"words", "text", "texte", "texts", "texto", "textos", "testo", "testi", "tekst", "teksti", "reporting"});

// Who took the pictures as well as wrote the text; alone they credit no author.
constexpr auto kPictures =
    std::to_array<std::string_view>({"photo", "photos", "pictures", "photographs", "images", "photography", "foto",
                                     "fotos", "bilder", "video", "videos", "fotografie", "imágenes", "kuvat"});

constexpr auto kJoiners =
    std::to_array<std::string_view>({"and", "und", "et", "y", "e", "en", "och", "og", "&", "+", "ja"});

constexpr auto kPrepositions =
    std::to_array<std::string_view>({"by", "von", "par", "por", "di", "de", "da", "door", "av", "af"});

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The words of a text one after the other; a colon is a word of its own.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  std::string_view next() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    const std::size_t begin = at_;
    if (at_ < text_.size() && text_[at_] == ':') return text_.substr(at_++, 1);
    while (at_ < text_.size() && text_[at_] != ' ' && text_[at_] != ':') ++at_;
    return text_.substr(begin, at_ - begin);
  }
  [[nodiscard]] std::size_t at() const { return at_; }  // behind the word that next() gave last

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// "d'anna", "l'article", "un'inchiesta": bytes up to the letters behind the apostrophe; 0 without one.
std::size_t elided(std::string_view word) {
  for (const std::string_view mark : {std::string_view("'"), std::string_view("\u2019")}) {
    const std::size_t at = word.find(mark);
    if (at != word.npos && at > 0 && at <= 2) return at + mark.size();
  }
  return 0;
}

}  // namespace

std::size_t genre_label(std::string_view folded) {
  Words words(folded);
  bool named = false, plain_text = true;
  for (int i = 0; i < kMostWords; ++i) {
    std::string_view word = words.next();
    const std::size_t begin = words.at() - word.size();
    if (word.empty()) return 0;
    if (const std::size_t cut = elided(word); cut > 0) {
      if (named && word.starts_with('d')) return begin + cut;
      word.remove_prefix(cut);
    } else if (i == 0 && among(kArticles, word)) {
      continue;
    }
    if (named && word == ":") return plain_text ? words.at() : 0;
    if (named && among(kPrepositions, word)) return words.at();
    const bool text = among(kTexts, word);
    if (text || among(kGenres, word)) {
      plain_text = plain_text && text;
      named = true;
    } else if (!among(kPictures, word) && !(i > 0 && among(kJoiners, word))) {
      return 0;
    }
  }
  return 0;
}

}  // namespace winnow::extract
