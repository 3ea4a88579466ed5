// A whole site: a form feed between its pages, the first line of each its address. What a survey asks for it gets from
// them, one after the other.
#include "survey/survey.h"

#include <set>
#include <string>
#include <vector>

#include "base/regex.h"
#include "base/url.h"
#include "fuzz/check.h"
#include "parse/selector.h"

using namespace winnow;

namespace {

std::vector<survey::Answer> pages_of(std::string_view text) {
  std::vector<survey::Answer> pages;
  while (!text.empty() && pages.size() < 24) {
    const std::size_t end = std::min(text.find('\f'), text.size());
    const auto [url, bytes] = fuzz::first_line(text.substr(0, end));
    pages.push_back({std::string(url), {}, 200, "text/html", std::string(bytes)});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pages;
}

void check(const survey::Findings& findings) {
  for (const std::string& pattern : findings.site.urls.accept)
    fuzz::require(Regex::compile(pattern).has_value(), "what is accepted is a regular expression");
  for (const std::string& pattern : findings.site.urls.refuse)
    fuzz::require(Regex::compile(pattern).has_value(), "what is refused is a regular expression");
  for (const site::ListSource& list : findings.site.discover.lists) {
    fuzz::require(Url::parse(list.url).has_value(), "a list has an address");
    fuzz::require(list.next.empty() || parse::Selector::compile(list.next).has_value(), "its next page a selector");
  }
  fuzz::require(!findings.trouble.empty() || !findings.articles.empty(), "without articles there is trouble");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<survey::Answer> pages = pages_of(fuzz::text_of(data, size));
  if (pages.empty()) return 0;
  survey::Survey saved(pages.front().url), asked(pages.front().url, {}, {.requests = 24});
  for (const survey::Answer& page : pages) saved.add(page);
  check(saved.findings());
  std::set<std::string> urls;
  for (std::size_t i = 0; auto wanted = asked.next(); ++i) {
    fuzz::require(i < 24, "a survey keeps to its limits");
    fuzz::require(urls.insert(wanted->url).second, "each address is asked once");
    survey::Answer answer = pages[i % pages.size()];
    answer.url = wanted->url;
    asked.add(std::move(answer));
  }
  check(asked.findings());
  return 0;
}
