#include "survey/rules/trial.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "survey/rules/alien_blocks.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

constexpr double kMostLost = 0.02;  // of the bytes of the articles' own lines

// What of each page must stay: lines of the text as it is read without rules, but for those that are to go.
class Trial {
 public:
  Trial(std::span<const PageView> pages, const Options& options) : pages_(pages), options_(options) {
    const std::vector<std::vector<Alien>> aliens = alien_blocks(pages);
    for (std::size_t p = 0; p < pages.size(); ++p) {
      std::vector<std::string>& own = own_.emplace_back();
      for (std::size_t b = 0; b < pages[p].blocks.size(); ++b) {
        const Block& block = pages[p].blocks[b].block;
        if (aliens[p][b] == Alien::no && !block.text.empty()) own.push_back(bare(block.text));
      }
    }
  }

  // Bytes of own lines that the set loses, as a share.
  double lost(const std::vector<Reading>& readings) const {
    std::size_t all = 0, gone = 0;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      const std::string text = bare_whole(readings[p].article.text);
      for (const std::string& line : own_[p]) {
        all += line.size();
        if (text.find(line) == std::string::npos) gone += line.size();
      }
    }
    return all == 0 ? 0 : static_cast<double>(gone) / static_cast<double>(all);
  }

  std::vector<Reading> read(const RuleSet& set) const {
    Options options = options_;
    options.rules = {set};
    options.rules.front().when_exists.clear();
    const Reader reader(std::move(options));
    std::vector<Reading> out;
    for (const PageView& page : pages_) {
      const Sample& sample = *page.sample;
      out.push_back(reader.read(
          {.bytes = sample.bytes, .url = sample.url, .content_type = sample.content_type, .fetched_at = {}}));
    }
    return out;
  }

  // How many titles and times are those of their witnesses.
  std::size_t titles(const std::vector<Reading>& readings) const {
    return count([&](std::size_t p) {
      return !pages_[p].title.empty() && bare(readings[p].article.title) == bare(pages_[p].title);
    });
  }
  std::size_t automatic_titles() const {
    return count([&](std::size_t p) {
      return !pages_[p].title.empty() && bare(pages_[p].automatic.title) == bare(pages_[p].title);
    });
  }
  std::size_t times(const std::vector<Reading>& readings) const {
    return count([&](std::size_t p) { return !readings[p].article.published_at.empty(); });
  }
  std::size_t automatic_times() const {
    return count([&](std::size_t p) { return !pages_[p].automatic.published_at.empty(); });
  }

 private:
  template <class Predicate>
  std::size_t count(Predicate holds) const {
    std::size_t n = 0;
    for (std::size_t p = 0; p < pages_.size(); ++p) n += holds(p) ? 1U : 0U;
    return n;
  }

  // In the form of bare(), line by line.
  static std::string bare_whole(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      out += bare(text.substr(at, end - at)) + '\n';
      at = end + 1;
    }
    return out;
  }

  std::span<const PageView> pages_;
  const Options& options_;
  std::vector<std::vector<std::string>> own_;
};

}  // namespace

void keep_what_helps(std::span<const PageView> pages, const Options& options, RuleSet& set) {
  const Trial trial(pages, options);
  const std::vector<Reading> readings = trial.read(set);
  if (trial.titles(readings) < trial.automatic_titles()) set.fields.erase(Field::title);
  if (trial.times(readings) < trial.automatic_times()) set.fields.erase(Field::published);
  if (trial.lost(readings) <= kMostLost) return;
  const std::vector<RemoveRule> all = std::exchange(set.remove, {});
  if (trial.lost(trial.read(set)) > kMostLost) set.fields.erase(Field::body);
  for (const RemoveRule& rule : all) {
    set.remove.push_back(rule);
    if (trial.lost(trial.read(set)) > kMostLost) set.remove.pop_back();
  }
}

}  // namespace winnow::survey
