#include "newsstand/repeating_site.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::newsstand {
namespace {

struct Script {
  std::string_view language;
  std::string_view space, stop;
  std::vector<std::string_view> syllables;
  std::size_t word_syllables;  // at most
};

const Script& script_of(std::string_view language) {
  static const std::vector<Script> kScripts = {
      {"en",
       " ",
       ". ",
       {"ba", "ten", "mor", "li", "sta", "ped", "ro", "cun", "fel", "dri", "go", "wam", "ish", "ker", "lo", "nu"},
       4},
      {"de",
       " ",
       ". ",
       {"bä", "gen", "schu", "lich", "wer", "tung", "mö", "kel", "fra", "stein", "ü", "ber", "hal", "ten", "groß",
        "zi"},
       4},
      {"ru",
       " ",
       ". ",
       {"ба", "го", "ре", "ли", "ста", "мо", "ку", "ши", "пер", "вой", "ты", "зна", "дел", "ень", "хо", "ща"},
       4},
      {"ar", " ", ". ", {"با", "تو", "مر", "كل", "سا", "دي", "نو", "في", "حر", "قا", "لم", "شي"}, 3},
      {"zh",
       "",
       "。",
       {"山", "河", "城", "桥", "船", "林", "石", "雨", "风", "灯", "路", "田", "村", "羊",
        "鱼", "鸟", "花", "草", "塔", "钟", "墙", "井", "瓦", "针", "线", "布", "米", "豆",
        "酒", "茶", "盐", "铁", "铜", "银", "琴", "鼓", "旗", "弓", "箭", "车"},
       1},
      {"ja",
       "",
       "。",
       {"やま", "かわ", "はし", "ふね", "もり", "いし", "あめ", "かぜ", "みち", "むら", "さかな", "とり", "はな",
        "くさ", "かべ", "いど"},
       1},
  };
  const auto found =
      std::find_if(kScripts.begin(), kScripts.end(), [language](const Script& s) { return s.language == language; });
  return found == kScripts.end() ? kScripts.front() : *found;
}

bool is_dense(std::string_view language) { return script_of(language).space.empty(); }

std::string element(std::string_view open, const std::string& text, std::string_view close) {
  return std::string(open) + text + std::string(close) + "\n";
}

// A line of the site: its words, its markup and its place.
struct Line {
  std::string text;
  std::pair<std::string_view, std::string_view> tags;
  enum class Place { head, between, tail } place;
  bool rare;
};

Line random_line(RandomText& random, std::string_view language, std::size_t number, bool rare) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTags = {{
      {"<p>", "</p>"},
      {"<div>", "</div>"},
      {"<p class=x><strong>", "</strong></p>"},
      {"<ul><li>", "</li></ul>"},
      {"<p><a href=\"/about/us\">", "</a></p>"},
      {"<div class=note><span>", "</span></div>"},
  }};
  Line line;
  const std::size_t words = is_dense(language) ? 10 + random.below(20) : 5 + random.below(14);
  line.text = random.words(words);
  if (random.below(2) == 0) line.text += is_dense(language) ? "。" : ".";
  line.tags = kTags[random.below(kTags.size())];
  line.place = static_cast<Line::Place>(number % 3);
  line.rare = rare;
  return line;
}

RepeatingPage page_of(RandomText& random, const std::vector<Line>& lines, std::string_view language,
                      std::size_t number) {
  RepeatingPage page;
  page.path = "/story/" + std::to_string(number + 1) + ".html";
  page.title = random.words(is_dense(language) ? 12 : 6);
  const std::size_t count = 4 + random.below(6);
  for (std::size_t i = 0; i < count; ++i) page.paragraphs.push_back(random.paragraph());
  std::vector<std::string> before(count + 1);  // what stands before the paragraph of that number
  for (const Line& line : lines) {
    if (line.rare && random.below(5) == 0) continue;
    page.repeated.push_back(line.text);
    const std::size_t at = line.place == Line::Place::head   ? 0
                           : line.place == Line::Place::tail ? count
                                                             : 1 + random.below(count - 1);
    before[at] += element(line.tags.first, line.text, line.tags.second);
  }
  std::string body;
  for (std::size_t i = 0; i <= count; ++i) {
    body += before[i];
    if (i < count) body += element("<p>", page.paragraphs[i], "</p>");
  }
  page.html = "<!DOCTYPE html><html lang=" + std::string(language) + "><head><meta charset=utf-8><title>" + page.title +
              "</title></head><body><header><a href=\"/\">A</a> <a href=\"/b\">B</a></header><main><article><h1>" +
              page.title + "</h1>\n" + body + "</article></main><footer>C</footer></body></html>";
  return page;
}

}  // namespace

RandomText::RandomText(unsigned seed, std::string_view language) : state_(seed), language_(language) {
  for (const char c : language) state_ = state_ * 2654435769ULL + static_cast<unsigned char>(c);
}

std::size_t RandomText::below(std::size_t limit) {
  state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<std::size_t>(state_ >> 33) % limit;
}

std::string RandomText::word() {
  const Script& script = script_of(language_);
  std::string out;
  for (std::size_t i = 1 + below(script.word_syllables); i > 0; --i)
    out += script.syllables[below(script.syllables.size())];
  return out;
}

std::string RandomText::words(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) (out += i == 0 ? "" : script_of(language_).space) += word();
  return out;
}

std::string RandomText::sentence() {
  std::string out = words(is_dense(language_) ? 14 + below(20) : 8 + below(10));
  return out + std::string(script_of(language_).stop);
}

std::string RandomText::paragraph() {
  std::string out;
  for (std::size_t i = 2 + below(4); i > 0; --i) out += sentence();
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<RepeatingPage> repeating_site(const RepeatingSiteOptions& options) {
  RandomText random(options.seed, options.language);
  std::vector<Line> lines;
  for (std::size_t i = 0; i < options.lines; ++i) {
    lines.push_back(random_line(random, options.language, i, i < options.rare_lines));
  }
  std::vector<RepeatingPage> pages;
  for (std::size_t i = 0; i < options.pages; ++i) pages.push_back(page_of(random, lines, options.language, i));
  return pages;
}

}  // namespace winnow::newsstand
