#include "app/survey_table.h"

#include <algorithm>

#include "app/columns.h"
#include "app/console.h"
#include "app/readable_address.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

constexpr std::size_t kDate = 12, kLength = 8, kGap = 2;  // columns
constexpr std::size_t kLeastTitle = 16, kLeastAddress = 24;
constexpr std::size_t kIsoDate = 10;                        // characters
constexpr std::size_t kMostArticles = 50, kMostOthers = 8;  // rows

std::string right(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string more(std::size_t count, std::size_t shown) {
  return count > shown ? "and " + std::to_string(count - shown) + " more; --report shows all\n" : "";
}

std::string article_rows(const survey::Findings& findings, const std::vector<ReadPage>& pages, std::size_t width) {
  const std::size_t fixed = kDate + kLength + 2 * kGap;
  const std::size_t room = std::max(width, fixed + kLeastTitle + kLeastAddress) - fixed;
  const std::size_t title = std::max(room * 11 / 20, kLeastTitle);
  std::string out = padded("Date", kDate) + padded("Title", title + kGap) + right("Length", kLength) + "  Address\n";
  for (std::size_t i = 0; i < std::min(pages.size(), kMostArticles); ++i) {
    const ReadPage& page = pages[i];
    const Article& article = page.reading.article;
    const std::string date = article.published_at.empty() ? "-" : article.published_at.substr(0, kIsoDate);
    const std::string name = article.title.empty() ? "(no title)" : one_line(article.title);
    out += padded(date, kDate) + padded(cut(name, title), title + kGap) +
           right(std::to_string(utf8::length(article.text)), kLength) + "  " +
           cut(readable_address(page.sample->url, findings.site.home), room - title) + "\n";
  }
  return out + more(pages.size(), kMostArticles);
}

std::string evidence_rows(const std::vector<survey::Evidence>& evidence, std::size_t width) {
  std::size_t key = 0;
  for (const survey::Evidence& one : evidence) key = std::max(key, columns(one.key) + kGap);
  std::string out;
  for (const survey::Evidence& one : evidence) {
    std::string before = padded(one.key, key);
    const std::string pages =
        one.of == 0 ? "" : " (" + std::to_string(one.pages) + " of " + std::to_string(one.of) + " pages)";
    for (const std::string& line : wrapped(one_line(one.text) + pages, std::max(width, key + kLeastAddress) - key)) {
      out += before + line + "\n";
      before.assign(key, ' ');
    }
  }
  return out;
}

std::string other_rows(const survey::Findings& findings, std::size_t width) {
  const std::vector<survey::Other>& others = findings.others;
  std::string out;
  for (std::size_t i = 0; i < std::min(others.size(), kMostOthers); ++i) {
    out += cut(readable_address(others[i].url, findings.site.home) + ": " + one_line(others[i].why), width) + "\n";
  }
  return out + more(others.size(), kMostOthers);
}

std::string heading(const std::string& text) { return "\n" + text + "\n"; }

}  // namespace

std::string survey_table(const survey::Findings& findings, const std::vector<ReadPage>& pages, std::size_t width) {
  std::string out = heading("Articles that would be stored (" + std::to_string(pages.size()) + ")");
  out += article_rows(findings, pages, width);
  if (!findings.evidence.empty()) out += heading("What was found, and why") + evidence_rows(findings.evidence, width);
  if (!findings.others.empty()) {
    out += heading("Other pages that were looked at (" + std::to_string(findings.others.size()) + ")") +
           other_rows(findings, width);
  }
  return out + "\n";
}

}  // namespace winnow::app
