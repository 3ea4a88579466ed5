#include "survey/small_site.h"

#include <array>

namespace winnow::survey {
namespace {

constexpr auto kSubjects = std::to_array<const char*>({"bridge", "harbour", "school", "museum", "railway", "hospital",
                                                       "library", "market", "theatre", "orchard", "quarry", "ferry"});
constexpr auto kDeeds = std::to_array<const char*>({"reopens after the storm", "is sold to its own tenants",
                                                    "asks the town for more time", "turns away a record offer"});

std::string capital(std::string text) {
  text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

}  // namespace

void SmallSite::add(const std::string& path, std::string bytes, std::string type) {
  const std::string url = path.find("://") == std::string::npos ? "https://news.example" + path : path;
  answers[url] = {url, url, 200, std::move(type), std::move(bytes)};
}

void SmallSite::add_page(const std::string& path, const std::string& title, const std::string& inside,
                         const std::string& head) {
  add(path, "<!DOCTYPE html><html lang=" + language + "><head><title>" + title + "</title>" + head + "</head><body>" +
                top + "<main>" + inside + "</main>" + bottom + "</body></html>");
}

void SmallSite::add_story(const Story& story, const std::string& inside, const std::string& head) {
  const std::string time = story.day.empty() ? "" : "<time datetime=" + story.day + ">" + story.day + "</time>";
  const std::string text = inside.empty() ? prose(story.title) : inside;
  add_page(story.path, story.title, "<article><h1>" + story.title + "</h1>" + time + text + "</article>", head);
}

void SmallSite::add_list(const std::string& path, const std::vector<Story>& stories, const std::string& behind) {
  add_page(path, "News", "<ul class=stories>" + links_to(stories) + "</ul>" + behind);
}

Answer SmallSite::answer(const std::string& url) const {
  const auto found = answers.find(url);
  return found == answers.end() ? Answer{url, url, 404, "text/html", "<p>Not found</p>"} : found->second;
}

std::vector<std::string> SmallSite::urls() const {
  std::vector<std::string> out;
  for (const auto& [url, answer] : answers) out.push_back(url);
  return out;
}

std::vector<Story> stories_of(const std::string& section, int count, int first_number) {
  std::vector<Story> out;
  for (int i = 0; i < count; ++i) {
    const std::string subject = kSubjects[static_cast<std::size_t>(i) % kSubjects.size()];
    const std::string deed = kDeeds[static_cast<std::size_t>(i) / kSubjects.size() % kDeeds.size()];
    std::string slug = "the-" + subject + "-" + deed;
    for (char& c : slug) c = c == ' ' ? '-' : c;
    const int day = 28 - i % 27;
    out.push_back({"/" + section + "/" + slug + "-" + std::to_string(first_number + count - i),
                   "The " + subject + " " + deed + ", says " + section,
                   "2025-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day)});
  }
  return out;
}

std::string prose(const std::string& subject, int paragraphs) {
  std::string out;
  for (int i = 0; i < paragraphs; ++i) {
    out += "<p>" + capital("on day ") + std::to_string(i + 1) + " of the talks (" + subject +
           ") the council heard what it would cost, who would pay for it and how long it would take, and then it "
           "went home without a word to those who had waited outside.</p>";
  }
  return out;
}

std::string links_to(const std::vector<Story>& stories) {
  std::string out;
  for (const Story& story : stories) out += "<li><a href='" + story.path + "'>" + story.title + "</a></li>";
  return out;
}

Asked survey_of(const SmallSite& site, const std::vector<std::string>& sitemaps, Limits limits) {
  Survey survey(kHome, {}, limits);
  survey.add_sitemaps(sitemaps);
  Asked asked;
  while (const auto wanted = survey.next()) {
    asked.urls.push_back(wanted->url);
    asked.whys.push_back(wanted->why);
    survey.add(site.answer(wanted->url));
  }
  asked.findings = survey.findings();
  return asked;
}

}  // namespace winnow::survey
