// Reads typed values out of a YAML tree and gathers faults. Every fault has its place and says what would be right.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "site/site_file.h"
#include "site/yaml.h"

namespace winnow::site {

class Values {
 public:
  // `source`, the file's text, must outlive it; empty: places inside scalars are not told.
  Values(std::string file, std::span<const Key> keys, std::string_view source = {})
      : file_(std::move(file)), keys_(keys), source_(source) {}

  void fault(const Yaml& at, std::string text) { fault(at.line, at.column, std::move(text)); }
  void fault(int line, int column, std::string text) { faults_.push_back({file_, line, column, std::move(text)}); }
  [[nodiscard]] std::vector<Fault> take_faults() { return std::exchange(faults_, {}); }
  [[nodiscard]] const std::string& file() const { return file_; }

  // Whether it is a map; its unknown keys are faults. `path` is that of the key table ("" for the whole file,
  // "rules[]"); `more` are further keys that are known there.
  bool map(const Yaml& node, std::string_view path, std::span<const std::string_view> more = {});
  // The items of a list; a single scalar or map counts as a list of one.
  std::vector<const Yaml*> list(const Yaml& node);

  // Each sets `value` where the key is there and right, and is a fault where it is wrong.
  void text(const Yaml& map, std::string_view key, std::string& value);
  void flag(const Yaml& map, std::string_view key, bool& value);
  void number(const Yaml& map, std::string_view key, int low, int high, int& value);
  void duration(const Yaml& map, std::string_view key, Millis& value);
  void size(const Yaml& map, std::string_view key, std::size_t& value);
  void texts(const Yaml& map, std::string_view key, std::vector<std::string>& value);
  void url(const Yaml& map, std::string_view key, std::string& value);
  void urls(const Yaml& map, std::string_view key, std::vector<std::string>& value);
  void regex(const Yaml& map, std::string_view key, std::string& value);
  void regexes(const Yaml& map, std::string_view key, std::vector<std::string>& value);
  void selector(const Yaml& map, std::string_view key, std::string& value);
  // One of `choices`: its index.
  std::optional<std::size_t> choice(const Yaml& map, std::string_view key, std::span<const std::string_view> choices);
  // A path, relative to the file.
  void path(const Yaml& map, std::string_view key, std::filesystem::path& value);
  [[nodiscard]] std::filesystem::path resolve(const std::string& path) const;

  // Checks of single scalars; false and a fault where they are wrong.
  bool is_text(const Yaml& node);
  bool check_url(const Yaml& node);
  bool check_regex(const Yaml& node);
  bool check_selector(const Yaml& node);

 private:
  std::string file_;
  std::span<const Key> keys_;
  std::string_view source_;
  std::vector<Fault> faults_;
};

// The known word that is nearest to a mistyped one, or "" when none is near.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string> known);

}  // namespace winnow::site
