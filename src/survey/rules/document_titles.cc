#include "survey/rules/document_titles.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/scan.h"

namespace winnow::survey {
namespace {

constexpr parse::NodeId kFewNodes = 12;     // of an element that holds a title
constexpr std::size_t kLongestTitle = 400;  // bytes
constexpr std::string_view kDividers[] = {" | ", " - ", " – ", " — ", " :: ", ": ", " · ",
                                          "_",   "|",   "｜",  " » ", " « ",  "-"};

std::size_t shared_end(std::string_view a, std::string_view b) {
  const auto ends = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  return static_cast<std::size_t>(ends.first - a.rbegin());
}

std::size_t shared_begin(std::string_view a, std::string_view b) {
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(ends.first - a.begin());
}

// Of what all titles end with, the part from its first divider on.
std::size_t cut_behind(std::string_view end) {
  std::size_t most = 0;
  for (const std::string_view divider : kDividers) {
    if (const std::size_t at = end.find(divider); at != std::string_view::npos) most = std::max(most, end.size() - at);
  }
  return most;
}

// Of what all begin with, the part up to its last divider.
std::size_t cut_before(std::string_view begin) {
  std::size_t most = 0;
  for (const std::string_view divider : kDividers) {
    if (const std::size_t at = begin.rfind(divider); at != std::string_view::npos)
      most = std::max(most, at + divider.size());
  }
  return most;
}

std::string title_of(const parse::Document& document) {
  const parse::NodeId title = document.first(parse::Tag::title);
  return title == parse::kNone ? std::string() : document.visible_text(title);
}

}  // namespace

bool is_cut_off(std::string_view title) { return title.ends_with("…") || title.ends_with("..."); }

std::string whole_title(const PageView& page, std::string_view cut_off) {
  const parse::Document& document = page.document;
  const std::string begin = bare(cut_off);
  const parse::NodeId body = document.first(parse::Tag::body);
  if (begin.empty() || body == parse::kNone) return {};
  for (parse::NodeId id = body + 1; id < document[body].end; ++id) {
    if (document[id].tag == parse::Tag::text || document[id].end - id > kFewNodes) continue;
    std::string text = document.visible_text(id);
    if (text.size() > kLongestTitle || is_cut_off(text)) continue;
    if (const std::string words = bare(text); words.size() > begin.size() && words.starts_with(begin)) return text;
  }
  return {};
}

std::vector<std::string> document_titles(std::span<const PageView> pages) {
  std::vector<std::string> titles;
  for (const PageView& page : pages) titles.push_back(title_of(page.document));
  if (titles.size() < 2) return titles;
  std::string_view begin = titles.front(), end = titles.front();
  for (const std::string& title : titles) {
    begin = begin.substr(0, shared_begin(begin, title));
    end = end.substr(end.size() - shared_end(end, title));
  }
  const std::size_t before = cut_before(begin), behind = cut_behind(end);
  std::map<std::string, std::size_t> count;
  for (std::string& title : titles) {
    title.resize(title.size() - std::min(behind, title.size()));
    title.erase(0, std::min(before, title.size()));
    title = std::string(ascii::trim(title));
    ++count[title];
  }
  for (std::string& title : titles) {
    if (count[title] > 1) title.clear();
  }
  return titles;
}

}  // namespace winnow::survey
