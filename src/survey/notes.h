// What is known of a site so far: its addresses with all that speaks of them, and the pages that were looked at.
// Internal to the survey; one thread at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/url.h"
#include "survey/address.h"
#include "survey/page.h"
#include "survey/survey.h"

namespace winnow::survey {

enum class Kind { unknown, article, part, twin, list, other, feed, sitemap, missing };

inline constexpr std::size_t kNowhere = ~std::size_t{0};

// An address of the site.
struct Seen {
  std::string url;  // as it was first met
  std::string key;  // its canonical form
  Address address;
  std::string shape, group;
  Witness witness;
  bool in_feed = false, in_sitemap = false;
  bool in_news = false;       // of a sitemap of news, or one that tells its day of publication
  bool on_home = false;       // the home page links to it
  bool as_headline = false;   // some link to it has a headline's length
  std::size_t linked_by = 0;  // pages that link to it
  // Of Notes::seen: what this seems to be a further page of, or another form of (print, AMP, comments), by its address
  // alone; kNowhere: it stands for itself.
  std::size_t of = kNowhere;
  bool further = false;                               // a further page
  std::vector<std::string> first_pages, plain_forms;  // canonical: where that may stand
  bool asked = false;
  std::optional<std::size_t> page;  // of Notes::pages
};

// A page that was looked at.
struct Looked {
  Answer answer;
  std::size_t seen = 0;  // of Notes::seen
  Page page;
  Kind kind = Kind::unknown;
  std::string why;                 // it is of that kind
  std::vector<std::size_t> leads;  // by Page::links: of Notes::seen; kNowhere: none of the site's
};

// A feed or sitemap that was read.
struct SourceRead {
  std::string url;
  std::string top;  // the index that led to it, else itself: what a site file names
  Kind kind = Kind::feed;
  bool automatic = false;          // the home page or robots.txt name it, or an index that they name
  std::vector<std::size_t> named;  // addresses of the site, of Notes::seen
};

class Notes {
 public:
  explicit Notes(std::string_view home);

  [[nodiscard]] bool own_host(std::string_view host) const;  // without "www."
  // The address, made known where it was not. kNowhere: none of the site, or one too many.
  std::size_t meet(std::string_view url);
  [[nodiscard]] std::size_t find(std::string_view url) const;  // kNowhere: not known

  void add_page(Answer answer, Page page);
  // Sets Seen::of of all addresses anew.
  void find_derived();
  void add_title(std::size_t seen, std::string_view title);

  // The home page was asked for and answered from elsewhere: on another host the site is that host's.
  void home_answered(std::string_view final);

  std::string home;                  // as it was given, or where it has moved to
  std::size_t home_page = kNowhere;  // of `seen`
  std::vector<Seen> seen;
  std::vector<Looked> pages;
  std::vector<SourceRead> sources;

 private:
  [[nodiscard]] std::size_t known(const std::string& key) const;
  void find_whole(Seen& one, std::size_t self) const;

  std::unordered_map<std::string, std::size_t> by_key_;
  std::string home_host_;
};

}  // namespace winnow::survey
