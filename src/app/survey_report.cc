#include "app/survey_report.h"

#include <algorithm>
#include <string_view>

#include "app/article_html.h"
#include "app/readable_address.h"
#include "app/survey_report_style.h"
#include "base/html_text.h"
#include "base/utf8.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

constexpr std::size_t kOpen = 1;                // pages that stand open
constexpr std::size_t kMostOfPage = 2 << 20;    // bytes of a marked page
constexpr std::size_t kMostOfPages = 48 << 20;  // of all of them
constexpr std::size_t kMostOthers = 500;        // rows
constexpr std::size_t kDate = 10;               // characters of an ISO date

std::string counted(std::size_t count, const char* one, const char* more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

std::string title_of(const ReadPage& page) {
  return page.reading.article.title.empty() ? page.sample->url : page.reading.article.title;
}

std::string date_of(const ReadPage& page) { return page.reading.article.published_at.substr(0, kDate); }

// Nothing runs and nothing is loaded, neither by this page nor by those in its frames, which inherit it.
std::string head(const std::string& name) {
  return "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
         "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; img-src "
         "data:; "
         "form-action 'none'; base-uri 'none'\">\n"
         "<meta name=referrer content=no-referrer>\n<meta name=viewport "
         "content=\"width=device-width,initial-scale=1\">\n"
         "<title>" +
         html_text(name) + " · winnow site add</title>\n<style>" + std::string(kReportStyle) + "</style>\n</head>\n";
}

std::string figure(std::size_t count, const std::string& what) {
  return "<li><b>" + std::to_string(count) + "</b>" + what + "</li>\n";
}

std::string masthead(const SurveyReport& report) {
  const survey::Findings& findings = report.findings;
  const site::Discover& discover = findings.site.discover;
  const std::size_t sources = discover.feeds.size() + discover.sitemaps.size() + discover.lists.size();
  return "<a class=skip href=#articles>To the articles</a>\n<header class=frame>\n<p>winnow site add</p>\n<h1 "
         "dir=auto>" +
         html_text(findings.site.name) + "</h1>\n<p>" + link_html(findings.site.home, findings.site.home) +
         "; the site file: <code>" + html_text(report.file) + "</code></p>\n<ul class=figures>\n" +
         figure(report.pages.size(), report.pages.size() == 1 ? "article" : "articles") +
         figure(findings.others.size(), "other pages") +
         figure(sources, sources == 1 ? "source named" : "sources named") +
         figure(findings.site.options.rules.size(), "sets of rules") +
         "</ul>\n</header>\n<nav aria-label=\"Parts of this report\"><ul class=frame><li><a href=#found>What was "
         "found</a></li>"
         "<li><a href=#articles>Articles</a></li><li><a href=#pages>Side by side</a></li>"
         "<li><a href=#others>Other pages</a></li><li><a href=#file>The site file</a></li></ul></nav>\n";
}

std::string evidence_table(const std::vector<survey::Evidence>& evidence) {
  if (evidence.empty())
    return "<p class=\"card note\">The defaults do: nothing else needs to be said of this site.</p>\n";
  std::string out =
      "<div class=\"card wide\"><table><thead><tr><th scope=col>Setting</th><th scope=col>Why</th><th scope=col "
      "class=number>Pages</th></tr></thead><tbody>\n";
  for (const survey::Evidence& one : evidence) {
    const std::string pages = one.of == 0 ? "" : std::to_string(one.pages) + " of " + std::to_string(one.of);
    out += "<tr><td class=key><code>" + html_text(one.key) + "</code></td><td dir=auto>" + html_text(one.text) +
           "</td><td class=number>" + pages + "</td></tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string article_table(const std::vector<ReadPage>& pages, const std::string& home) {
  std::string out =
      "<div class=\"card wide\"><table><thead><tr><th scope=col>Date</th><th scope=col>Title</th><th scope=col "
      "class=number>Characters</th><th scope=col>Address</th></tr></thead><tbody>\n";
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string date = date_of(pages[i]);
    out += "<tr><td class=number>" + (date.empty() ? "<span class=missing>none</span>" : html_text(date)) +
           "</td><td class=title dir=auto><a href=\"#page-" + std::to_string(i + 1) + "\">" +
           html_text(title_of(pages[i])) + "</a></td><td class=number>" +
           std::to_string(utf8::length(pages[i].reading.article.text)) + "</td><td class=address dir=auto>" +
           link_html(pages[i].sample->url, readable_address(pages[i].sample->url, home)) + "</td></tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

// In a frame that may do nothing: no scripts, no forms, no way out of it.
std::string marked_frame(const ReadPage& page, std::size_t& room) {
  const std::string& marked = page.reading.marked_html;
  if (marked.size() > std::min(kMostOfPage, room))
    return "<p class=note>This page is too large to stand here; open its address.</p>";
  room -= marked.size();
  return "<iframe sandbox loading=lazy title=\"The page: " + html_text(title_of(page)) + "\" srcdoc=\"" +
         html_text(marked) + "\"></iframe>";
}

std::string pair(const ReadPage& page, std::size_t number, const std::string& home, std::size_t& room) {
  const Article& article = page.reading.article;
  const std::string removed = removed_html(article);
  std::string out = std::string("<details class=card") + (number <= kOpen ? " open" : "") + "><summary dir=auto>";
  out += "<span class=when>" + html_text(date_of(page)) + "</span>" + html_text(title_of(page)) + "</summary>\n";
  out += "<p class=address-line id=page-" + std::to_string(number) + ">" +
         link_html(page.sample->url, readable_address(page.sample->url, home)) + "</p>\n";
  out += "<div class=pair><div><h3>The page, kept and removed marked</h3>" + marked_frame(page, room) + "</div>\n";
  out +=
      "<div class=stored tabindex=0 role=region aria-label=\"The article as stored\"><h3>The article as stored</h3>" +
      fields_html(article) + "<div class=text lang=\"" + html_text(article.language) + "\" dir=auto>\n" +
      body_html(article) + "</div>\n";
  if (!removed.empty()) {
    out += "<details><summary>Taken out: " + counted(article.removed.size(), "text", "texts") + "</summary>" + removed +
           "</details>\n";
  }
  return out + "</div></div></details>\n";
}

std::string others_table(const std::vector<survey::Other>& others, const std::string& home) {
  if (others.empty()) return "<p class=\"card note\">None.</p>\n";
  std::string out =
      "<div class=\"card wide\"><table><thead><tr><th scope=col>Address</th><th scope=col>Why it is no "
      "article</th></tr></thead><tbody>\n";
  for (std::size_t i = 0; i < std::min(others.size(), kMostOthers); ++i) {
    out += "<tr><td class=address dir=auto>" + link_html(others[i].url, readable_address(others[i].url, home)) +
           "</td><td dir=auto>" + html_text(others[i].why) + "</td></tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

}  // namespace

std::string survey_report(const SurveyReport& report) {
  std::size_t room = kMostOfPages;
  std::string out = head(report.findings.site.name) + "<body>\n" + masthead(report) + "<main class=frame>\n";
  out += "<h2 id=found>What was found</h2>\n" + evidence_table(report.findings.evidence);
  out +=
      "<h2 id=articles>Articles that would be stored</h2>\n" + article_table(report.pages, report.findings.site.home);
  out += "<h2 id=pages>Side by side</h2>\n";
  for (std::size_t i = 0; i < report.pages.size(); ++i)
    out += pair(report.pages[i], i + 1, report.findings.site.home, room);
  out += "<h2 id=others>Other pages that were looked at</h2>\n" +
         others_table(report.findings.others, report.findings.site.home);
  out += "<h2 id=file>The site file</h2>\n<div class=card><pre tabindex=0 dir=ltr>" + html_text(report.yaml) +
         "</pre></div>\n";
  return out + "</main>\n<footer class=frame>winnow " + std::string(kVersion) +
         ". Nothing of the pages runs here, and nothing is loaded.</footer>\n</body>\n</html>\n";
}

}  // namespace winnow::app
