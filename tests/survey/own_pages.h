// Pages of a small site, all of one template, whose texts differ: what inference compares.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "survey/sample.h"

namespace winnow::survey {

// A paragraph of two sentences, another for each page and place.
inline std::string paragraph_of(std::size_t page, std::size_t place) {
  static constexpr std::array<std::string_view, 8> kWho = {
      "The ferry company",        "A farmer from the hills", "The town's only baker", "The choir",
      "An old lighthouse keeper", "The chess club",          "A retired bus driver",  "The school's cook"};
  static constexpr std::array<std::string_view, 9> kWhat = {
      "has repaired the long pier", "sold nearly all of the apples", "will plant two rows of lime trees",
      "found a map in the cellar",  "counted herons at dawn",        "gave away the blue piano",
      "painted the station clock",  "wants to buy the empty mill",   "lost the case about the well"};
  static constexpr std::array<std::string_view, 7> kWhy = {
      "because nobody else would",     "although the winter was hard", "after a long talk on the quay",
      "before the first boat came in", "while the neighbours slept",   "as the mayor had asked",
      "when the rain stopped"};
  const std::size_t n = page * 11 + place * 5;
  return std::string(kWho[n % kWho.size()]) + " " + std::string(kWhat[(n / 2 + place) % kWhat.size()]) + ", " +
         std::string(kWhy[(n + page) % kWhy.size()]) + ", and " + std::to_string(3 + n) + " people came to see it. " +
         std::string(kWho[(n + 3) % kWho.size()]) + " said on page " + std::to_string(page) +
         " of the local record that it took " + std::to_string(2 + place + page) + " days.";
}

inline std::string title_of(std::size_t page) {
  static constexpr std::array<std::string_view, 8> kTitles = {
      "Herons return to the long pier", "Apples are dear this autumn",   "Lime trees for the market square",
      "A map turns up in a cellar",     "The blue piano finds a home",   "Clock painted by night",
      "Who buys the empty mill?",       "The well and the twelve judges"};
  return std::string(kTitles[page % kTitles.size()]);
}

inline std::string paragraphs_of(std::size_t page, std::size_t count = 4) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "<p>" + paragraph_of(page, i) + "</p>\n";
  return out;
}

// `body` makes what stands in <body> of a page; `head` what stands in <head>.
inline std::vector<Sample> pages_of(std::size_t count, const std::function<std::string(std::size_t)>& body,
                                    const std::function<std::string(std::size_t)>& head = {}) {
  std::vector<Sample> out;
  for (std::size_t i = 0; i < count; ++i) {
    Sample sample;
    sample.url = "https://news.example/story/" + std::to_string(4100 + 17 * i) + ".html";
    sample.content_type = "text/html; charset=utf-8";
    sample.bytes = "<!DOCTYPE html><html lang=\"en\"><head>" + (head ? head(i) : std::string()) + "</head><body>" +
                   body(i) + "</body></html>";
    sample.witness.titles = {title_of(i)};
    out.push_back(std::move(sample));
  }
  return out;
}

}  // namespace winnow::survey
