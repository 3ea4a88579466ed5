// The description of a kind of site: what its template, its addresses and its ways of discovery are, before a seed
// chooses between the ways that it leaves open. See layout.h for what a seed makes of it.
//
// In all texts "(a|b)" is a choice by seed, the same wherever the same words stand; "word?" stands on half of the
// sites. In boxes {p} is the site's prefix ("tp"), {h} a hashed token of that place ("1x9k2f").
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace winnow::sites {

// Paths with {section} {slug} {id} {hex} {yyyy} {mm} {dd} {n} {name}.
struct UrlPatterns {
  std::string_view article = "/{section}/{yyyy}/{mm}/{slug}-{id}.html";
  std::string_view section = "/{section}/";
  std::string_view section_page = "/{section}/page/{n}/";
  std::string_view tag = "/tag/{name}/";
  std::string_view author = "/author/{name}/";
  std::string_view other = "/{name}.html";           // about, privacy …
  std::string_view feature = "/{name}/{slug}.html";  // videos, galleries
  std::string_view part = "?page={n}";               // added to an article's address; a leading "_" goes before ".html"
};

struct Kind {
  std::string_view name;
  std::string_view language = "en";
  std::string_view encoding = "UTF-8";  // a WHATWG label
  std::string_view zone = "Europe/London";
  int year = 2025;
  std::string_view base = "semantic";  // the boxes to begin with: "semantic", "divs", "tables"
  std::string_view boxes = "";         // "slot: box", a line each, instead of those of the base
  std::string_view frame = "cookie? topbar? header nav breadcrumb? main footer";
  std::string_view order = "kicker? title lead? meta share? image body tags? / more comments?";  // "/" ends the article
  std::string_view inserts = "";  // into the body: "advert:3 related:5", after so many lines (99: all)
  std::string_view meta_line = "{author} {time}";
  std::string_view date = "%e %B %Y, %H:%M";  // see dates.h
  std::string_view head = "description canonical og published";
  UrlPatterns urls = {};
  std::string_view discovery = "rss lists";
  std::string_view others = "about imprint privacy contact terms search login video gallery tag author notfound";
  std::string_view traits = "";
  std::size_t kilobytes = 12;  // of style sheets and scripts in the page
};

[[nodiscard]] const std::vector<Kind>& all_kinds();           // thirty
[[nodiscard]] const Kind& kind_named(std::string_view name);  // throws std::out_of_range
// The boxes of a base by its name, in the notation of Kind::boxes.
[[nodiscard]] std::string_view base_boxes(std::string_view name);

}  // namespace winnow::sites
