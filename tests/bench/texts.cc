#include "bench/texts.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "base/converter.h"
#include "newsstand/mirror_damage.h"
#include "newsstand/stories.h"

namespace winnow::bench {
namespace {

using newsstand::Story;

constexpr std::size_t kSize = 100'000;

std::vector<std::string> paragraphs_of(const std::vector<Story>& stories) {
  std::vector<std::string> all;
  for (const Story& story : stories) {
    all.push_back(story.title);
    all.insert(all.end(), story.paragraphs.begin(), story.paragraphs.end());
  }
  return all;
}

// The paragraphs again and again, each round in another order and with another number in front of some.
std::vector<std::string> document_of(const std::vector<std::string>& paragraphs) {
  std::vector<std::string> lines;
  std::size_t size = 0;
  for (std::size_t i = 0; size < kSize; ++i) {
    const std::size_t round = i / paragraphs.size();
    std::string line = paragraphs[(i * (2 * round + 1) + round) % paragraphs.size()];
    if (i % 7 == round % 7) line = std::to_string(1900 + i) + " " + line;
    size += line.size() + 1;
    lines.push_back(std::move(line));
  }
  return lines;
}

template <class Damage>
std::string text_of(const std::vector<std::string>& lines, Damage damage) {
  std::string text;
  for (const std::string& line : lines) text += damage(line) + "\n";
  return text;
}

std::string as_it_is(const std::string& line) { return line; }

std::string misread(const std::string& line, std::string_view real) {
  return to_utf8("windows-1252", from_utf8(real, line).value_or(""));
}

// References escaped twice, C1 controls for quotation marks, zero-width spaces.
std::string with_leftovers(const std::string& line) {
  std::string out;
  std::size_t nth = 0;
  for (const char c : line) {
    out += c;
    if (c != ' ') continue;
    switch (++nth % 8) {
      case 1:
        out += "&amp;nbsp;";
        break;
      case 3:
        out += "\u0093";
        break;
      case 5:
        out += "\u200B";
        break;
      case 7:
        out += "&#8217;";
        break;
      default:
        break;
    }
  }
  return out;
}

}  // namespace

std::vector<Text> texts() {
  const std::vector<std::string> english = document_of(paragraphs_of(newsstand::english_stories()));
  const std::vector<std::string> chinese = document_of(paragraphs_of(newsstand::chinese_stories()));
  const std::vector<std::string> mixed = document_of(paragraphs_of(newsstand::all_stories()));
  std::vector<Text> all;
  all.push_back({"clean_english", text_of(english, as_it_is)});
  all.push_back({"clean_chinese", text_of(chinese, as_it_is)});
  all.push_back({"clean_mixed", text_of(mixed, as_it_is)});
  all.push_back({"mirror", text_of(chinese, newsstand::mirror_damage), true});
  all.push_back({"utf8_as_1252", text_of(chinese, [](const std::string& l) { return misread(l, "UTF-8"); }), true});
  all.push_back({"gbk_as_latin1", text_of(chinese, [](const std::string& l) { return misread(l, "GBK"); }), true});
  all.push_back({"leftovers", text_of(english, with_leftovers), true});
  return all;
}

}  // namespace winnow::bench
