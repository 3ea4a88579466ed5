#include "winnow/internal/told.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/page_map.h"

namespace winnow::internal {
namespace {

constexpr std::size_t kLeastCharacters = 12;     // what is shorter may stand in a sentence by chance
constexpr std::size_t kMostSearched = 16 << 20;  // bytes, over all entries

// What was taken out for what it says, or because somebody asked for it, is told wherever else it may stand.
bool is_always_told(RemovedKind kind) {
  return kind == RemovedKind::spam || kind == RemovedKind::spam_header || kind == RemovedKind::learned ||
         kind == RemovedKind::rule;
}

// Letters and digits: a pull quote has other quotation marks than the sentence that it repeats.
std::string bare(std::string_view text) { return extract::bare_text(text, std::string_view::npos); }

// All that the article has in words, the body's in one: a removed text may go over several blocks.
std::string kept_words(const Article& a) {
  std::string all = bare(a.text);
  for (const std::string* field : {&a.title, &a.subtitle, &a.summary}) all.append(" ").append(bare(*field));
  for (const Block& block : a.body) all.append(" ").append(bare(block.caption));
  return all;
}

bool is_name(const Article& a, std::string_view words) {
  const auto among = [&](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), words) != names.end();
  };
  return words == a.source || among(a.authors) || among(a.editors);
}

template <typename Goes>
std::string without_lines(std::string_view text, const Goes& goes) {
  std::string rest;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty() || goes(line)) continue;
    if (!rest.empty()) rest += '\n';
    rest += line;
  }
  return rest;
}

// What is sought in all the words, line by line: few lines stand there, and most are known not to by a few bytes of
// theirs that stand nowhere.
class Words {
 public:
  explicit Words(std::string all) : all_(std::move(all)), bits_(std::bit_ceil(all_.size() / kBitsOfAWord * kRoom + 1)) {
    for (std::size_t at = 0; at + kWindow <= all_.size(); ++at) {
      const std::size_t bit = bit_of(all_.data() + at);
      bits_[bit / kBitsOfAWord] |= std::uint64_t{1} << (bit % kBitsOfAWord);
    }
  }

  [[nodiscard]] std::size_t size() const { return all_.size(); }
  // False: they don't stand there. They are as long as a window.
  [[nodiscard]] bool may_have(std::string_view words) const {
    const char* const last = words.data() + words.size() - kWindow;
    return has(words.data()) && has(last) && has(words.data() + (last - words.data()) / 2);
  }
  // memmem is linear in both, whatever they hold.
  [[nodiscard]] bool have(std::string_view words) const {
    return memmem(all_.data(), all_.size(), words.data(), words.size()) != nullptr;
  }

 private:
  static constexpr std::size_t kWindow = 8, kBitsOfAWord = 64, kRoom = 8;  // bits for a byte
  static_assert(kWindow <= kLeastCharacters);

  [[nodiscard]] std::size_t bit_of(const char* window) const {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, window, kWindow);
    bytes *= 0x9E3779B97F4A7C15;
    return (bytes >> 32) & (bits_.size() * kBitsOfAWord - 1);
  }
  [[nodiscard]] bool has(const char* window) const {
    const std::size_t bit = bit_of(window);
    return (bits_[bit / kBitsOfAWord] >> (bit % kBitsOfAWord) & 1) != 0;
  }

  std::string all_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace

void tell_removed(Article& article, std::span<const extract::DraftRemoved> removed) {
  for (const extract::DraftRemoved& one : removed) {
    if (one.removed.text.empty() || (one.hidden && one.removed.kind != RemovedKind::spam)) continue;
    article.removed.push_back(one.removed);
  }
}

void untell_kept(Article& article) {
  if (article.removed.empty()) return;
  const Words all(kept_words(article));
  std::size_t searched = 0;
  const auto is_kept = [&](std::string_view line) {
    if (is_name(article, line)) return true;
    const std::string words = bare(line);
    if (utf8::length(words) < kLeastCharacters || !all.may_have(words)) return false;
    if (searched + all.size() > kMostSearched) return false;
    searched += all.size();
    return all.have(words);
  };
  std::erase_if(article.removed, [&](Removed& removed) {
    if (is_always_told(removed.kind)) return false;
    removed.text = without_lines(removed.text, is_kept);
    return removed.text.empty();
  });
}

}  // namespace winnow::internal
