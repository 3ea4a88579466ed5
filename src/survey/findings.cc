#include "survey/findings.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/regex.h"
#include "base/scan.h"
#include "survey/kinds.h"
#include "survey/patterns.h"
#include "survey/sources.h"

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
    split();
    if (articles_.empty()) {
      out_.trouble = "no article among " + count_of(notes_.pages.size(), "page");
    } else {
      find_patterns();
      find_sources();
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
      const bool known = found != groups.end();
      if (seen.page) {
        const Kind kind = notes_.pages[*seen.page].kind;
        (kind == Kind::article ? articles_ : others_).push_back(seen.address);
      } else if (seen.of != kNowhere) {
        others_.push_back(seen.address);
      } else if (seen.in_feed || (known && found->second.second == 0)) {
        articles_.push_back(seen.address);
      } else if (known && found->second.first == 0) {
        others_.push_back(seen.address);
      }
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
    const auto regex = Regex::compile(pattern);
    if (!regex) return 0;
    return static_cast<std::size_t>(std::count_if(addresses.begin(), addresses.end(),
                                                  [&](const Address& a) { return regex->search(a.path()); }));
  }

  [[nodiscard]] std::vector<bool> accepted() const {
    std::vector<Regex> accept, refuse;
    for (const std::string& pattern : out_.site.urls.accept) {
      if (auto regex = Regex::compile(pattern)) accept.push_back(std::move(*regex));
    }
    for (const std::string& pattern : out_.site.urls.refuse) {
      if (auto regex = Regex::compile(pattern)) refuse.push_back(std::move(*regex));
    }
    std::vector<bool> out;
    for (const Seen& seen : notes_.seen) {
      const std::string path = seen.address.path();
      const auto takes = [&path](const Regex& regex) { return regex.search(path); };
      out.push_back(std::any_of(accept.begin(), accept.end(), takes) &&
                    std::none_of(refuse.begin(), refuse.end(), takes));
    }
    return out;
  }

  void find_sources() {
    Sources sources = choose_sources(notes_, accepted());
    sources.discover.automatic = out_.site.discover.automatic;
    out_.site.discover = std::move(sources.discover);
    out_.evidence.insert(out_.evidence.end(), sources.evidence.begin(), sources.evidence.end());
  }

  void list_pages() {
    for (const Looked& looked : notes_.pages) {
      const Seen& seen = notes_.seen[looked.seen];
      if (looked.kind != Kind::article) {
        out_.others.push_back({seen.url, looked.why});
        continue;
      }
      out_.articles.push_back(
          {looked.answer.final, looked.answer.content_type, looked.answer.bytes, seen.witness});
    }
    Proposal proposal = propose_rules(out_.articles, out_.site.options);
    out_.site.options.rules = std::move(proposal.rules);
    out_.evidence.insert(out_.evidence.end(), proposal.evidence.begin(), proposal.evidence.end());
  }

  const Notes& notes_;
  Findings out_;
  std::vector<Address> articles_, others_;
};

}  // namespace

Findings conclude(const Notes& notes, const site::Site& base) { return Conclusion(notes, base).run(); }

}  // namespace winnow::survey
