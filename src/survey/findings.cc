#include "survey/findings.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/scan.h"
#include "base/time.h"
#include "base/url.h"
#include "survey/expressions.h"
#include "survey/kinds.h"
#include "survey/locale.h"
#include "survey/patterns.h"
#include "survey/sources.h"
#include "survey/spellings.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kLongestName = 64;

// The host without "www.", as a site file names a site.
std::string name_of(const std::string& home) {
  const auto address = take_apart(home);
  std::string out;
  for (const char c : address ? address->host : std::string()) {
    const char l = ascii::lower(c);
    const bool plain = ascii::is_alpha(l) || ascii::is_digit(l) || l == '.' || l == '-';
    out += plain ? l : '-';
  }
  return out.substr(0, kLongestName);
}

class Conclusion {
 public:
  Conclusion(const Notes& notes, const site::Site& base) : notes_(notes) { out_.site = base; }

  Findings run() && {
    out_.site.name = name_of(notes_.home);
    out_.site.home = notes_.home;
    out_.site.options.site = out_.site.name;
    find_spellings();
    split();
    const bool none = std::none_of(notes_.pages.begin(), notes_.pages.end(),
                                   [](const Looked& looked) { return looked.kind == Kind::article; });
    if (none) {
      out_.trouble = "no article among " + count_of(notes_.pages.size(), "page");
    } else {
      find_patterns();
      find_sources();
      find_language();
    }
    list_pages();
    return std::move(out_);
  }

 private:
  // Groups whose pages are all articles, or none: what was not looked at goes with them.
  void split() {
    std::map<std::string, std::pair<std::size_t, std::size_t>> groups;  // articles, others
    for (const Looked& looked : notes_.pages) {
      if (looked.kind == Kind::missing) continue;
      auto& [good, bad] = groups[notes_.seen[looked.seen].group];
      (looked.kind == Kind::article ? good : bad) += 1;
    }
    for (std::size_t i = 0; i < notes_.seen.size(); ++i) {
      const Seen& seen = notes_.seen[i];
      const auto found = groups.find(seen.group);
      const auto [good, bad] = found == groups.end() ? std::pair<std::size_t, std::size_t>() : found->second;
      if (seen.page) {
        add(seen, notes_.pages[*seen.page].kind, good >= 3 && bad * 3 <= good);
      } else if (seen.of != kNowhere) {
        others_.push_back(address_of(seen));
      } else if (seen.in_feed || (good > 0 && bad == 0)) {
        articles_.push_back(address_of(seen));
      } else if (bad > 0 && good == 0) {
        others_.push_back(address_of(seen));
      }
    }
  }

  // A page that had hardly any text, or was gone, among articles: tomorrow one of its make may well be an article.
  void add(const Seen& seen, Kind kind, bool among_articles) {
    if (kind == Kind::article) {
      articles_.push_back(address_of(seen));
    } else if (kind != Kind::missing && !(kind == Kind::other && among_articles && is_numbered(seen.address))) {
      others_.push_back(address_of(seen));
    }
  }

  void find_patterns() {
    Patterns patterns = patterns_for(articles_, others_);
    for (const std::string& pattern : patterns.accept) {
      const std::size_t count = matching(pattern, articles_);
      out_.evidence.push_back(
          {"urls.accept", pattern + " takes " + count_of(count, "article"), count, articles_.size()});
    }
    out_.site.urls.accept = std::move(patterns.accept);
    out_.site.urls.refuse = std::move(patterns.refuse);
  }

  static std::size_t matching(const std::string& pattern, const std::vector<Address>& addresses) {
    const Expressions expression({pattern});
    return static_cast<std::size_t>(
        std::count_if(addresses.begin(), addresses.end(), [&](const Address& a) { return expression.any(a.path()); }));
  }

  [[nodiscard]] std::vector<bool> accepted() const {
    const Expressions accept(out_.site.urls.accept), refuse(out_.site.urls.refuse);
    std::vector<bool> out;
    for (const Seen& seen : notes_.seen) {
      const std::string path = address_of(seen).path();
      out.push_back(accept.any(path) && !refuse.any(path));
    }
    return out;
  }

  // As the crawl knows it.
  [[nodiscard]] Address address_of(const Seen& seen) const {
    const site::Urls& urls = out_.site.urls;
    if (urls.drop_query.empty() && urls.host_aliases.empty()) return seen.address;
    const auto url = Url::parse(seen.url), home = Url::parse(notes_.home);
    if (!url || !home) return seen.address;
    return take_apart(canonical(*url, {urls.drop_query, urls.host_aliases, home->hostname()})).value_or(seen.address);
  }

  // What every site has by default holds unless the pages show another.
  void find_language() {
    Locale locale = find_locale(notes_);
    if (!locale.language.empty()) out_.site.options.language = std::move(locale.language);
    if (locale.zone) {
      out_.site.options.zone = locale.zone->name();
      out_.site.zone = std::move(locale.zone);
    }
    add_evidence(std::move(locale.evidence));
  }

  void find_spellings() {
    Spellings spellings = survey::find_spellings(notes_);
    out_.site.urls.host_aliases = std::move(spellings.host_aliases);
    out_.site.urls.drop_query = std::move(spellings.drop_query);
    add_evidence(std::move(spellings.evidence));
  }

  void add_evidence(std::vector<Evidence> evidence) {
    out_.evidence.insert(out_.evidence.end(), std::make_move_iterator(evidence.begin()),
                         std::make_move_iterator(evidence.end()));
  }

  void find_sources() {
    Sources sources = choose_sources(notes_, accepted());
    sources.discover.automatic = out_.site.discover.automatic;
    out_.site.discover = std::move(sources.discover);
    add_evidence(std::move(sources.evidence));
  }

  void list_pages() {
    std::vector<const Looked*> articles;
    for (const Looked& looked : notes_.pages) {
      if (looked.kind == Kind::article) {
        articles.push_back(&looked);
      } else {
        out_.others.push_back({notes_.seen[looked.seen].url, looked.why});
      }
    }
    std::stable_sort(articles.begin(), articles.end(),
                     [this](const Looked* a, const Looked* b) { return when(*a) > when(*b); });
    for (const Looked* looked : articles) {
      const Seen& seen = notes_.seen[looked->seen];
      out_.articles.push_back({looked->answer.final, looked->answer.content_type, looked->answer.bytes, seen.witness});
    }
    Proposal proposal = propose_rules(out_.articles, out_.site.options);
    out_.site.options.rules = std::move(proposal.rules);
    add_evidence(std::move(proposal.evidence));
  }

  // The epoch where nobody says.
  [[nodiscard]] Instant when(const Looked& looked) const {
    auto stamp = parse_iso(looked.page.published);
    if (!stamp) stamp = parse_iso(notes_.seen[looked.seen].witness.published);
    return stamp ? to_instant(*stamp) : Instant{};
  }

  const Notes& notes_;
  Findings out_;
  std::vector<Address> articles_, others_;
};

}  // namespace

Findings conclude(const Notes& notes, const site::Site& base) { return Conclusion(notes, base).run(); }

}  // namespace winnow::survey
