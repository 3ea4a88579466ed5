// The texts of the made-up news site: every word is invented for these tests.
#pragma once

#include <string>
#include <vector>

namespace winnow::newsstand {

struct Story {
  std::string path;
  std::string language;  // "zh-Hans", "zh-Hant", "en", "de", "ja"
  std::string section;
  std::string title;
  std::string published;  // ISO 8601 with the offset of its place
  std::string author, editor, source;
  std::vector<std::string> paragraphs;  // "# " opens a subheading

  std::string encoding = "UTF-8";      // of the bytes that are served
  std::string header_label = "UTF-8";  // what the Content-Type says; "": nothing
  std::string meta_label = "UTF-8";    // what the page says of itself; "": nothing
};

[[nodiscard]] std::vector<Story> chinese_stories();      // Simplified
[[nodiscard]] std::vector<Story> traditional_stories();  // Traditional
[[nodiscard]] std::vector<Story> japanese_stories();
[[nodiscard]] std::vector<Story> english_stories();
[[nodiscard]] std::vector<Story> german_stories();
[[nodiscard]] std::vector<Story> all_stories();  // the newest first

// Served in three parts, joined by a.next-page; the paragraphs are shared out evenly.
inline constexpr const char* kThreePartPath = "/news/2025/03/harbour-tunnel.html";
// Damaged as spam mirrors do it.
inline constexpr const char* kMirrorPath = "/mirror/2025/night-market.html";

}  // namespace winnow::newsstand
