#include "newsstand/mirror_tables.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/gbk.h"
#include "base/han.h"
#include "base/han_model.h"
#include "base/pinyin.h"
#include "base/utf8.h"
#include "newsstand/mirror_damage.h"

namespace winnow::newsstand {
namespace {

// xorshift64*: the same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::size_t below(std::size_t bound) {
    state_ ^= state_ >> 12, state_ ^= state_ << 25, state_ ^= state_ >> 27;
    return static_cast<std::size_t>((state_ * 0x2545F4914F6CDD1DULL >> 33) % bound);
  }

 private:
  std::uint64_t state_;
};

bool is_in_code_page(std::string_view text) {
  const std::u32string points = utf8::decode(text);
  return std::all_of(points.begin(), points.end(), [](char32_t c) { return c < 0x80 || gbk::bytes(c) != 0; });
}

// A Traditional character, whose Simplified one is commonest first, and its customary reading.
struct Candidate {
  float frequency;
  char32_t character;
  std::string_view reading;
};

// 著 is what the mirrors make of 着, and a word of both scripts.
char32_t simplified(char32_t c) { return c == U'著' ? U'着' : han::simplified(c); }

std::vector<Candidate> make_candidates() {
  std::vector<Candidate> all;
  for (char32_t c = 0x4E00; c <= 0x9FA5; ++c) {
    const char32_t other = simplified(c);
    if (other == c || mirrored(other) != c || han::readings(c).empty()) continue;
    const std::string_view reading = han::syllable(han::readings(c).front());
    if (is_in_code_page(reading)) all.push_back({han::log_character(other), c, reading});
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.frequency > b.frequency; });
  return all;
}

const std::vector<Candidate>& candidates() {
  static const std::vector<Candidate> kAll = make_candidates();
  return kAll;
}

MirrorReading row_of(const Candidate& candidate) {
  return {utf8::of(candidate.character), std::string(candidate.reading)};
}

struct Heteronym {
  std::string_view character, other, before;
};
constexpr std::array<Heteronym, 10> kHeteronyms = {{
    {"長", "cháng", "期度江遠途久短城"},
    {"會", "kuài", "計"},
    {"樂", "yuè", "隊團器曲壇"},
    {"調", "diào", "查研動度"},
    {"應", "yìng", "用對急答變"},
    {"處", "chǔ", "理分罰於境"},
    {"種", "zhòng", "植地田"},
    {"當", "dàng", "作天晚年"},
    {"傳", "zhuàn", "記"},
    {"興", "xìng", "趣"},
}};

}  // namespace

const MirrorTable& newsstand_table() {
  static const MirrorTable kTable = {
      {"這", "zhè"},  {"個", "gè"},    {"們", "men"},  {"國", "guó"},   {"時", "shí"}, {"來", "lái"},  {"會", "huì"},
      {"認", "rèn"},  {"學", "xué"},   {"發", "fā"},   {"說", "shuō"},  {"對", "duì"}, {"經", "jīng"}, {"過", "guò"},
      {"後", "hòu"},  {"開", "kāi"},   {"關", "guān"}, {"電", "diàn"},  {"車", "chē"}, {"東", "dōng"}, {"間", "jiān"},
      {"問", "wèn"},  {"將", "jiāng"}, {"與", "yǔ"},   {"業", "yè"},    {"務", "wù"},  {"產", "chǎn"}, {"動", "dòng"},
      {"實", "shí"},  {"現", "xiàn"},  {"機", "jī"},   {"場", "chǎng"}, {"報", "bào"}, {"記", "jì"},   {"數", "shù"},
      {"據", "jù"},   {"網", "wǎng"},  {"驗", "yàn"},  {"進", "jìn"},   {"運", "yùn"}, {"達", "dá"},   {"還", "hái"},
      {"點", "diǎn"}, {"題", "tí"},    {"頂", "dǐng"}, {"樓", "lóu"},
  };
  return kTable;
}

MirrorTable frequent_table(std::size_t size) {
  MirrorTable table;
  for (const Candidate& candidate : candidates()) {
    if (table.size() < size) table.push_back(row_of(candidate));
  }
  return table;
}

MirrorTable random_table(std::uint64_t seed) {
  Dice dice(seed);
  MirrorTable table;
  for (const Candidate& candidate : candidates()) {
    if (dice.below(10) < 6) table.push_back(row_of(candidate));
  }
  for (std::size_t i = table.size(); i > 1; --i) std::swap(table[i - 1], table[dice.below(i)]);
  return table;
}

MirrorTable other_branch(MirrorTable table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    MirrorReading& row = table[i];
    for (const Heteronym& heteronym : kHeteronyms) {
      if (row.character != heteronym.character) continue;
      row.other = heteronym.other;
      row.other_before = heteronym.before;
    }
    if (i % 3 == 2) row.reading += ' ';
  }
  return table;
}

}  // namespace winnow::newsstand
