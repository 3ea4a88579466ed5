// A look at a site: which pages to fetch next, and what all of them together tell. It fetches nothing itself: whoever
// has it asks next(), and gives what came of it to add(). Saved pages are only added. Pure, total; the pages are kept
// as bytes, each at most once, and their number is bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"
#include "survey/propose.h"
#include "survey/sample.h"

namespace winnow::survey {

struct Limits {
  std::size_t requests = 80;      // robots.txt aside
  std::size_t articles = 24;      // pages of articles that are enough
  std::size_t bytes = 256 << 20;  // of all pages together
};

struct Wanted {
  std::string url;
  std::string why;  // for people: "home page", "a feed that the home page names", "next page of a list"
};

struct Answer {
  std::string url;    // as it was asked for, absolute
  std::string final;  // where redirects led; the same as a rule
  int status = 200;   // 0: there was no answer
  std::string content_type;
  std::string bytes;
  std::string why = {};  // there was none: for people
};

// A page that is no article, or whose article is not worth keeping.
struct Other {
  std::string url;
  std::string why;  // "a list: 24 links in blocks of one make"
};

struct Findings {
  std::string trouble;  // why no site file can be made of it ("no article among 80 pages"); empty: one can
  site::Site site;      // name, home, language, discover, urls, options: ready for a site file
  std::vector<Evidence> evidence;
  std::vector<Sample> articles;  // all pages that would be stored, the newest first where that is known
  std::vector<Other> others;
};

class Survey {
 public:
  // `home`: absolute. `base`: settings that hold for every site (winnow.yaml's defaults).
  explicit Survey(std::string home, site::Site base = {}, Limits limits = {});
  ~Survey();
  Survey(Survey&&) noexcept;
  Survey& operator=(Survey&&) noexcept;

  void add_sitemaps(const std::vector<std::string>& urls);  // that robots.txt names
  // What to fetch next, the most telling first; nothing: it is enough. Each URL once.
  [[nodiscard]] std::optional<Wanted> next();
  void add(Answer answer);
  [[nodiscard]] Findings findings() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace winnow::survey
