#include "app/survey_draft.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/columns.h"
#include "app/console.h"
#include "base/time.h"
#include "site/site_text.h"
#include "store/raw_page.h"

namespace winnow::app {
namespace {

constexpr std::size_t kTests = 3;
constexpr std::size_t kCommentColumns = 110;

std::string counted(std::size_t count, const char* one, const char* more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

void add_comment(site::Comments& comments, const std::string& path, const std::string& text) {
  for (std::string& line : wrapped(one_line(text), kCommentColumns)) comments[path].push_back(std::move(line));
}

std::string text_of(const survey::Evidence& evidence) {
  if (evidence.of == 0) return evidence.text;
  return evidence.text + " (" + std::to_string(evidence.pages) + " of " + std::to_string(evidence.of) + " pages)";
}

// Evidence of rules that names no set is of the only one, or the newest.
std::string path_of(const std::string& key) {
  constexpr std::string_view kRules = "rules.";
  return key.starts_with(kRules) ? "rules[0]." + key.substr(kRules.size()) : key;
}

std::string first_lines(const survey::Findings& findings) {
  return "Made by `winnow site add` from " + counted(findings.articles.size(), "article", "articles") + " and " +
         counted(findings.others.size(), "other page", "other pages") + " of " + findings.site.home +
         ". What is not said here is as the defaults have it.";
}

// What is found for a setting that needs no line of its own is told at the top.
std::string commented(const site::Site& site, const survey::Findings& findings, const site::Site& base) {
  site::Comments comments;
  for (const survey::Evidence& one : findings.evidence) add_comment(comments, path_of(one.key), text_of(one));
  const std::string draft = site::site_text(site, comments, base);
  add_comment(comments, "", first_lines(findings));
  for (const survey::Evidence& one : findings.evidence) {
    const auto lines = wrapped(one_line(text_of(one)), kCommentColumns);
    if (draft.find("# " + lines.front()) == std::string::npos) add_comment(comments, "", one.key + ": " + text_of(one));
  }
  return site::site_text(site, comments, base);
}

void add_tests(const survey::Findings& findings, const Options& options, site::Site& site, SurveyDraft& draft) {
  const std::vector<ReadPage> pages = read_pages(findings, options);
  const std::filesystem::path folder = std::filesystem::path(site.file).parent_path();
  for (const std::size_t i : pick_different(pages, kTests)) {
    auto kept = keep_as_test(*pages[i].sample, options);
    if (!kept) continue;
    auto bytes = store::compress(kept->bytes);
    if (!bytes) continue;
    const std::string name = "pages/" + site.name + "-" + std::to_string(draft.saved.size() + 1) + ".html.zst";
    kept->test.page = std::filesystem::absolute(folder / name).string();
    draft.saved.push_back({name, std::move(*bytes)});
    site.tests.push_back(std::move(kept->test));
  }
}

// Those without a time come last.
Instant time_of(const ReadPage& page) {
  const auto stamp = parse_iso(page.reading.article.published_at);
  return stamp ? to_instant(*stamp) : Instant::min();
}

}  // namespace

std::vector<ReadPage> read_pages(const survey::Findings& findings, const Options& options) {
  const Reader reader(options);
  std::vector<ReadPage> pages;
  for (const survey::Sample& sample : findings.articles) {
    Reading reading = reader.read(
        Page{.bytes = sample.bytes, .url = sample.url, .content_type = sample.content_type, .fetched_at = {}});
    if (reading.refused.empty()) pages.push_back({&sample, std::move(reading)});
  }
  std::stable_sort(pages.begin(), pages.end(),
                   [](const ReadPage& a, const ReadPage& b) { return time_of(a) > time_of(b); });
  return pages;
}

SurveyDraft survey_draft(const survey::Findings& findings, const std::string& file, std::string_view defaults) {
  SurveyDraft draft;
  site::Site site = findings.site;
  site.file = file;
  site.tests.clear();
  const site::Site base = site::parse_site("site: a\nhome: https://a.example/\n", file, defaults).value;
  auto loaded = site::parse_site(commented(site, findings, base), file, defaults);
  if (loaded.faults.empty()) {
    add_tests(findings, loaded.value.options, site, draft);
    draft.yaml = commented(site, findings, base);
    loaded = site::parse_site(draft.yaml, file, defaults);
  }
  if (!loaded.faults.empty()) draft.fault = loaded.faults.front().str();
  draft.site = std::move(loaded.value);
  return draft;
}

}  // namespace winnow::app
