#include "survey/frontier.h"

#include <algorithm>
#include <map>
#include <vector>

#include "survey/kinds.h"
#include "survey/lists.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kNavigation = 24;    // pages that are linked from everywhere: lists are among them
constexpr std::size_t kMixedSamples = 8;   // of a group that has pages of several kinds
constexpr std::size_t kFurtherPages = 12;  // second pages of lists
constexpr double kEnough = 1;              // a page of less value is not asked for

struct Group {
  std::vector<std::size_t> members;  // of Notes::seen
  std::size_t articles = 0, lists = 0, others = 0;
  bool fresh = false;        // the last list of them has articles that no other source has
  std::size_t standing = 0;  // not yet asked for, and linked all over the site: a section, or a page about it

  [[nodiscard]] std::size_t sampled() const { return articles + lists + others; }
};

using Groups = std::map<std::string, Group>;

bool is_standing(const Notes& notes, const Seen& seen) {
  return notes.pages.size() < 3 ? seen.on_home : seen.linked_by * 2 >= notes.pages.size();
}

// Where the sections show their newest articles only, other lists (of a topic, an author) have older ones.
class Fresh {
 public:
  explicit Fresh(const Notes& notes) : notes_(notes), listed_(notes.seen.size()) {
    for (const Looked& looked : notes.pages) {
      if (looked.kind != Kind::list) continue;
      goes_on_ = goes_on_ || second_page(notes, looked) != kNowhere;
      for (const std::size_t target : looked.leads) {
        if (target != kNowhere) ++listed_[target];
      }
    }
  }

  // Whether the list has several articles, it seems, that no other source has.
  [[nodiscard]] bool has(const Looked& list) const {
    if (goes_on_) return false;
    const auto fresh = [this](std::size_t target) {
      if (target == kNowhere || listed_[target] > 1) return false;
      const Seen& seen = notes_.seen[target];
      return seen.as_headline && !seen.in_feed && !seen.in_sitemap;
    };
    return std::count_if(list.leads.begin(), list.leads.end(), fresh) >= 2;
  }

 private:
  const Notes& notes_;
  std::vector<std::size_t> listed_;  // by Notes::seen
  bool goes_on_ = false;
};

Groups groups_of(const Notes& notes) {
  Groups groups;
  const Fresh fresh(notes);
  for (std::size_t i = 0; i < notes.seen.size(); ++i) {
    const Seen& seen = notes.seen[i];
    if (seen.of != kNowhere) continue;
    Group& group = groups[seen.group];
    group.members.push_back(i);
    group.standing += !seen.asked && is_standing(notes, seen) ? 1U : 0U;
    if (!seen.page) continue;
    switch (notes.pages[*seen.page].kind) {
      case Kind::article:
      case Kind::part:
        ++group.articles;
        break;
      case Kind::list:
        ++group.lists;
        group.fresh = fresh.has(notes.pages[*seen.page]);
        break;
      default:
        ++group.others;
        break;
    }
  }
  return groups;
}

// Of pages that are linked from everywhere: lists are among them.
double value_of_standing(const Group& group) {
  const auto sampled = static_cast<double>(group.sampled());
  if (group.standing == 0 || group.sampled() >= kNavigation || group.articles * 2 > group.sampled()) return 0;
  if (group.lists > 0) return 96 - sampled;
  return group.sampled() < 4 ? 90 - 4 * sampled : 30 - sampled;
}

// How much one more page of the group tells.
double value_of(const Group& group, std::size_t articles, std::size_t wanted) {
  const std::size_t sampled = group.sampled();
  const auto count = static_cast<double>(sampled);
  if (sampled == 0) return 100 + static_cast<double>(std::min<std::size_t>(group.members.size(), 30));
  const bool pure = group.articles == sampled || group.lists == sampled || group.others == sampled;
  if (!pure && sampled < kMixedSamples) return 66 - 3 * count;
  double value = value_of_standing(group);
  if (group.fresh && group.lists * 2 > sampled) value = std::max(value, 60 - count);
  if (pure && sampled == 1 && group.members.size() > 2) value = std::max(value, 65.0);
  if (group.articles * 2 > sampled && articles < wanted) value = std::max(value, 85 - 3 * count);
  return value;
}

// Members are met in the order of the site's pages, the newest first: samples are spread over them.
std::size_t pick(const Notes& notes, const Group& group) {
  const auto open = [&notes](std::size_t index) { return !notes.seen[index].asked; };
  const bool standing = group.standing > 0 && group.articles * 2 <= group.sampled();
  if (standing || group.sampled() == 0) {
    const auto first = std::find_if(group.members.begin(), group.members.end(), [&](std::size_t index) {
      return open(index) && (!standing || is_standing(notes, notes.seen[index]));
    });
    return first == group.members.end() ? kNowhere : *first;
  }
  constexpr double kGolden = 0.618034;
  double at = kGolden * static_cast<double>(group.sampled());
  at -= static_cast<double>(static_cast<std::size_t>(at));
  const auto start = static_cast<std::size_t>(at * static_cast<double>(group.members.size()));
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const std::size_t member = group.members[(start + i) % group.members.size()];
    if (open(member)) return member;
  }
  return kNowhere;
}

std::string reason(const Notes& notes, const Group& group, std::size_t index) {
  const Seen& seen = notes.seen[index];
  if (group.sampled() == 0) return "an address of a new make";
  if (group.articles * 2 > group.sampled()) return "an article, it seems";
  if (group.lists * 2 > group.sampled()) return "a list, it seems";
  return seen.on_home ? "the home page links to it" : "to see what its kind is";
}

struct Candidate {
  double value = 0;
  std::size_t index = kNowhere;
  std::string why;
};

// The second pages of lists, which show how further ones are found.
Candidate further_page(const Notes& notes) {
  std::size_t followed = 0;
  Candidate best;
  for (const Looked& looked : notes.pages) {
    if (looked.kind != Kind::list || notes.seen[looked.seen].of != kNowhere) continue;
    const std::size_t second = second_page(notes, looked);
    if (second == kNowhere) continue;
    if (notes.seen[second].asked) {
      ++followed;
    } else if (best.index == kNowhere) {
      best = {0, second, "the second page of a list"};
    }
  }
  if (followed < kFurtherPages) best.value = 78 - 3 * static_cast<double>(followed);
  return best;
}

}  // namespace

std::optional<Wanted> most_telling(const Notes& notes, std::size_t wanted) {
  std::size_t articles = 0;
  for (const Looked& looked : notes.pages) articles += looked.kind == Kind::article ? 1U : 0U;
  Candidate best = further_page(notes);
  for (const auto& [key, group] : groups_of(notes)) {
    const double value = value_of(group, articles, wanted);
    if (value <= best.value && best.index != kNowhere) continue;
    const std::size_t index = pick(notes, group);
    if (index != kNowhere) best = {value, index, reason(notes, group, index)};
  }
  if (best.index == kNowhere || best.value < kEnough) return std::nullopt;
  return Wanted{notes.seen[best.index].url, best.why};
}

}  // namespace winnow::survey
