#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "base/han.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/fields.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kSample = 32 << 10;  // bytes that are looked at
constexpr std::size_t kAsciiAgain = 16;    // after so many bytes the text may be plain ASCII again

struct Counts {
  std::size_t latin = 0, han = 0, kana = 0, hangul = 0, cyrillic = 0;
  std::map<std::string_view, std::size_t> blocks;  // letters of scripts that tell the language at once
};

struct BlockRange {
  char32_t first, last;
  std::string_view language;
};

// Unicode blocks of scripts with one language of news to them, and Arabic and Devanagari's commonest.
constexpr auto kBlocks = std::to_array<BlockRange>({{0x0370, 0x03FF, "el"},
                                                    {0x0530, 0x058F, "hy"},
                                                    {0x0590, 0x05FF, "he"},
                                                    {0x0600, 0x06FF, "ar"},
                                                    {0x0900, 0x097F, "hi"},
                                                    {0x0980, 0x09FF, "bn"},
                                                    {0x0A00, 0x0A7F, "pa"},
                                                    {0x0A80, 0x0AFF, "gu"},
                                                    {0x0B80, 0x0BFF, "ta"},
                                                    {0x0C00, 0x0C7F, "te"},
                                                    {0x0C80, 0x0CFF, "kn"},
                                                    {0x0D00, 0x0D7F, "ml"},
                                                    {0x0D80, 0x0DFF, "si"},
                                                    {0x0E00, 0x0E7F, "th"},
                                                    {0x0E80, 0x0EFF, "lo"},
                                                    {0x1000, 0x109F, "my"},
                                                    {0x10A0, 0x10FF, "ka"},
                                                    {0x1200, 0x137F, "am"},
                                                    {0x1780, 0x17FF, "km"}});

// Letters at the start of a text, in whole blocks of ASCII; it goes on behind them.
std::size_t take_ascii_letters(std::string_view& text) {
  constexpr std::size_t kBlock = 64;
  std::size_t letters = 0;
  for (; text.size() >= kBlock && utf8::is_ascii(text.substr(0, kBlock)); text.remove_prefix(kBlock)) {
    std::uint8_t here = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      const auto letter = static_cast<std::uint8_t>((text[i] | 0x20) - 'a');
      here = static_cast<std::uint8_t>(here + (letter < 26));
    }
    letters += here;
  }
  return letters;
}

Counts count(std::string_view text) {
  Counts counts;
  for (std::size_t at = 0; at < text.size();) {
    if (at % kAsciiAgain == 0) {
      text.remove_prefix(at);
      at = 0;
      counts.latin += take_ascii_letters(text);
      if (text.empty()) break;
    }
    const char32_t c = utf8::next(text, at);
    if (c < 0x80)
      counts.latin += (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
    else if (unicode::is_kana(c))
      ++counts.kana;
    else if (unicode::is_han(c))
      ++counts.han;
    else if (unicode::is_hangul(c))
      ++counts.hangul;
    else if (unicode::is_cyrillic(c))
      ++counts.cyrillic;
    else if (unicode::is_latin(c))
      ++counts.latin;
    else {
      for (const BlockRange& block : kBlocks) {
        if (c >= block.first && c <= block.last) ++counts.blocks[block.language];
      }
    }
  }
  return counts;
}

struct Stopwords {
  std::string_view language, words;
};

constexpr auto kLatin = std::to_array<Stopwords>({
    {"en",
     " the of and to in is that for it was with on as his they be at have this from by are not but you we said has "
     "will who been their its "},
    {"de",
     " der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass "
     "sie nach wird bei einer um am sind noch wie einem über zum haben nur oder aber vor zur bis mehr durch man sein "
     "wurde "},
    {"fr",
     " le la les des et en un une du que qui est dans pour pas sur au plus par ce il avec ne se sont son aux cette ont "
     "mais elle été comme nous vous être d'un qu'il c'est "},
    {"es",
     " el la los las de que y en un una por con no se del para su es al lo como más pero sus le ya o este fue ha sí "
     "porque esta entre cuando muy sin sobre también "},
    {"pt",
     " o a os as de que e do da em um uma para com não por mais no na dos das se ao como mas foi ele à seu sua ou ser "
     "quando muito há nos já está eu também só pelo pela até isso são "},
    {"it",
     " il lo la i gli le di che e un una per non in con del della dei delle si da al è sono ha più anche come ma nel "
     "alla dal questo dalla nella su degli essere "},
    {"nl",
     " de het een en van ik te dat die in is niet zijn op aan met voor er maar om hem dan zou of wat mijn men dit zo "
     "door over ze zich bij ook tot je mij uit der daar naar heeft wordt worden "},
    {"sv",
     " och att det som en på är av för med den till inte har de ett om men var sig så från vi kan hon han när nu efter "
     "eller också där "},
    {"nb",
     " og det som en på er av for med til ikke har de et om men var seg så fra vi kan hun han når nå etter eller også "
     "der å i jeg blir ble "},
    {"da",
     " og det som en på er af for med til ikke har de et om men var sig så fra vi kan hun han når nu efter eller også "
     "der at i jeg bliver blev "},
    {"fi",
     " ja on ei se että oli hän mutta ovat tai joka kun niin myös mukaan sen ollut olla vain kuin sekä jos nyt ole voi "
     "hänen joka "},
    {"pl",
     " i w na z do się że nie jest to o jak po co tak za od przez ale dla są był oraz który które tym może już tylko "
     "jego jej być "},
    {"cs",
     " a v na se že je s do o i to z za který která které jsou by byl pro ale jako po tak podle již však ve od bude "
     "jeho "},
    {"sk",
     " a v na sa že je s do o aj to z za ktorý ktorá ktoré sú by bol pre ale ako po tak podľa už však vo od bude "
     "jeho "},
    {"tr",
     " ve bir bu da de için ile olarak çok daha olan ne gibi kadar en sonra ki değil ama var dedi olduğunu her o "},
    {"hu", " a az és hogy nem is egy volt meg csak ez de van el már még mint ha vagy azt lesz szerint ami aki "},
    {"ro", " și de la în a cu pe nu că o un din este pentru care mai sunt să fi au al după fost acest prin "},
    {"id",
     " yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada kami oleh bisa mereka "
     "tersebut sebagai telah lebih "},
    {"vi",
     " và của là có trong được cho không với các một những người này đã khi đến từ về để như cũng vào ra tại sẽ "},
    {"hr", " i u na je se da su za od s a koji koja koje o kao to što nije bi ali iz po te već biti nakon samo može "},
    {"ca", " el la els les de que i en un una per amb no es del al ha són més com però aquest aquesta també ser seva "},
});

// Cyrillic by the letters and words that only one of the languages has.
std::string_view cyrillic_language(const std::string& words) {
  auto has = [&words](std::string_view letter) { return words.find(letter) != words.npos; };
  if (has("ў")) return "be";
  if (has("і") || has("ї") || has("є")) return has("ы") && !has("ї") ? "kk" : "uk";
  if (has("ј") || has("љ") || has("њ")) return has("ќ") || has("ѓ") ? "mk" : "sr";
  if (has("ы") || has("э")) return "ru";
  return has("ъ") && has(" на ") ? "bg" : "ru";
}

std::string_view arabic_language(const std::string& words) {
  auto has = [&words](std::string_view letter) { return words.find(letter) != words.npos; };
  if (has("ٹ") || has("ڈ") || has("ے")) return "ur";
  return has("پ") || has("چ") || has("گ") || has("ی") ? "fa" : "ar";
}

// Lower case, a space around each word.
std::string spaced_words(std::string_view text) {
  const std::string lower = unicode::lower(text);
  std::string out = " ";
  out.reserve(lower.size() + 2);
  for (std::size_t at = 0; at < lower.size();) {
    if (const char c = lower[at]; static_cast<unsigned char>(c) < 0x80) {
      ++at;
      if ((c >= 'a' && c <= 'z') || c == '\'')
        out += c;
      else if (out.back() != ' ')
        out += ' ';
      continue;
    }
    char32_t c = utf8::next(lower, at);
    const bool inner = unicode::is_letter(c) || c >= 0x0900;
    if (inner)
      utf8::append(out, c);
    else if (out.back() != ' ')
      out += ' ';
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

constexpr std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

struct Listed {
  std::uint64_t word = 0;
  std::uint32_t language = 0;  // by place in kLatin
};

constexpr std::size_t count_words() {
  std::size_t count = 0;
  for (const Stopwords& list : kLatin) count += static_cast<std::size_t>(std::ranges::count(list.words, ' ')) - 1;
  return count;
}

constexpr auto kListed = [] {
  std::array<Listed, count_words()> listed{};
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < kLatin.size(); ++i) {
    for (std::string_view rest = kLatin[i].words.substr(1); !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(word.size() + 1);
      listed[at++] = {hash_of(word), i};
    }
  }
  constexpr auto kKey = [](const Listed& l) { return std::pair(l.word, l.language); };
  std::ranges::sort(listed, {}, kKey);
  // A word that a list has twice counts once.
  for (std::size_t i = 1; i < listed.size(); ++i) {
    if (kKey(listed[i]) == kKey(listed[i - 1])) listed[i - 1].language = kLatin.size();
  }
  return listed;
}();

std::string_view latin_language(const std::string& words) {
  std::array<std::size_t, kLatin.size() + 1> found{};  // the last is of no language
  std::size_t total = 0;
  for (std::size_t at = 0; at + 1 < words.size();) {
    const std::size_t end = words.find(' ', at + 1);
    const std::uint64_t word = hash_of(std::string_view(words).substr(at + 1, end - at - 1));
    const auto* listed = std::ranges::lower_bound(kListed, word, {}, &Listed::word);
    for (; listed != kListed.end() && listed->word == word; ++listed) ++found[listed->language];
    ++total;
    at = end;
  }
  const std::span<const std::size_t> hits(found.data(), kLatin.size());
  auto best = std::max_element(hits.begin(), hits.end());
  std::size_t second = 0;
  for (auto it = hits.begin(); it != hits.end(); ++it) {
    if (it != best) second = std::max(second, *it);
  }
  if (*best < 2 || *best * 12 < total || *best == second) return {};
  return kLatin[static_cast<std::size_t>(best - hits.begin())].language;
}

}  // namespace

std::string guess_language(std::string_view text) {
  text = text.substr(0, kSample);
  const Counts counts = count(text);
  const std::size_t cjk = counts.han + counts.kana + counts.hangul;
  if (counts.kana > 0 && counts.kana * 8 > counts.han && cjk * 3 > counts.latin) return "ja";
  if (counts.hangul > counts.han && counts.hangul * 3 > counts.latin) return "ko";
  if (counts.han > 1 && counts.han * 3 > counts.latin) {
    std::string_view script = han::script_of(text);
    return script.empty() ? "zh" : std::string(script);
  }
  const std::size_t known = std::max(counts.latin, counts.cyrillic);
  for (const auto& [language, letters] : counts.blocks) {
    if (letters > known) return std::string(language == "ar" ? arabic_language(spaced_words(text)) : language);
  }
  if (counts.cyrillic > counts.latin) return std::string(cyrillic_language(spaced_words(text)));
  return std::string(latin_language(spaced_words(text)));
}

}  // namespace winnow::extract
