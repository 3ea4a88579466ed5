#include "newsstand/expected.h"

#include <algorithm>

#include "newsstand/stories.h"

namespace winnow::newsstand {
namespace {

std::string boilerplate(const Story& story) {
  if (story.path == kMirrorPath) return "免费电影";
  if (story.language == "zh-Hans") return "分享到微信";
  if (story.language == "zh-Hant") return "延伸閱讀";
  if (story.language == "ja") return "無断転載";
  if (story.language == "de") return "Alle Rechte vorbehalten";
  return "Reproduction without permission";
}

Expected of(const Story& story) {
  return {
      story.path,        story.title, story.published, story.language, story.paragraphs[story.paragraphs.size() / 2],
      boilerplate(story)};
}

}  // namespace

std::vector<Expected> expected() {
  std::vector<Expected> out;
  for (const Story& story : all_stories()) out.push_back(of(story));
  return out;
}

std::vector<std::string> paragraphs_of(const std::string& path) {
  const auto all = all_stories();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Story& s) { return s.path == path; });
  if (found == all.end()) return {};
  std::vector<std::string> out = found->paragraphs;
  for (std::string& p : out) {
    if (p.starts_with("# ")) p.erase(0, 2);
  }
  return out;
}

std::vector<Odd> odd_links() {
  const std::string bridge = "/news/2025/03/east-bridge.html", library = "/news/2025/03/library-night.html";
  return {
      {bridge + "?utm_source=feed&utm_medium=rss", Fate::same_story, bridge},
      {"/old/east-bridge", Fate::same_story, bridge},
      {"/m/library-night.html", Fate::same_story, library},
      {"/reprint/2025/library-night-copy.html", Fate::duplicate, library},
      {"/news/2025/03/empty.html", Fate::no_article, ""},
      {"/files/annual-report.pdf", Fate::no_article, ""},
      {"/news/2025/03/broken.html", Fate::failure, ""},
      {"/news/2025/03/gone.html", Fate::failure, ""},
      {"/news/2025/03/torn.html", Fate::failure, ""},
      {"/loop/a.html", Fate::failure, ""},
      {"/private/internal.html", Fate::disallowed, ""},
  };
}

}  // namespace winnow::newsstand
