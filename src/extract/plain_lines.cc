#include "extract/plain_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kProseCharacters = 80, kProseCjk = 30;
constexpr std::size_t kWrapLeast = 50, kWrapMost = 100;  // characters of a line that an editor wrapped
constexpr std::size_t kPathPieces = 6, kPieceCharacters = 20;

bool closes(std::string_view text) {
  static constexpr std::u32string_view kMarks = U".!?。！？…\"”’»」』)）;；:：,，、";
  std::size_t at = text.size();
  return at > 0 && kMarks.find(utf8::previous(text, at)) != std::u32string_view::npos;
}

std::size_t cjk_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += unicode::is_cjk(utf8::next(text, at)) ? 1 : 0;
  return count;
}

PlainLine line_of(std::string text) {
  PlainLine line{std::move(text), 0, false, false};
  line.characters = utf8::length(line.text);
  line.closed = closes(line.text);
  line.prose = line.closed && (line.characters >= kProseCharacters || cjk_count(line.text) >= kProseCjk);
  return line;
}

// Lines as they stand, a blank one as an empty string.
std::vector<std::string> raw_lines(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    out.push_back(unicode::collapse(text.substr(at, end - at)));
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return out;
}

bool looks_wrapped(const std::string& line) {
  const std::size_t characters = utf8::length(line);
  return characters >= kWrapLeast && characters <= kWrapMost && cjk_count(line) * 4 < characters && !closes(line);
}

// Most lines that have a neighbour below them end in the middle of a sentence, at about one column.
bool is_wrapped(const std::vector<std::string>& lines) {
  std::size_t followed = 0, wrapped = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].empty() || lines[i + 1].empty()) continue;
    ++followed;
    if (looks_wrapped(lines[i])) ++wrapped;
  }
  return followed >= 4 && wrapped * 3 > followed * 2;
}

std::vector<std::string> unwrapped(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  bool open = false;
  for (const std::string& line : lines) {
    if (open && !line.empty()) {
      (out.back() += ' ') += line;
    } else {
      out.push_back(line);
    }
    open = !line.empty();
  }
  return out;
}

}  // namespace

std::vector<PlainLine> plain_lines(std::string_view text) {
  std::vector<std::string> lines = raw_lines(text);
  if (is_wrapped(lines)) lines = unwrapped(lines);
  std::vector<PlainLine> out;
  for (std::string& line : lines) {
    if (!line.empty()) out.push_back(line_of(std::move(line)));
  }
  return out;
}

std::vector<std::string> path_pieces(std::string_view line) {
  static constexpr std::array<std::string_view, 6> kSeparators = {">", "＞", "»", "›", "→", " / "};
  for (const std::string_view separator : kSeparators) {
    std::vector<std::string> pieces;
    bool good = true;
    for (std::size_t at = 0; at <= line.size() && good;) {
      const std::size_t end = std::min(line.find(separator, at), line.size());
      const std::string_view piece = unicode::trim(line.substr(at, end - at));
      good = utf8::length(piece) <= kPieceCharacters;
      if (!piece.empty()) pieces.emplace_back(piece);
      at = end + separator.size();
    }
    if (good && pieces.size() >= 2 && pieces.size() <= kPathPieces) return pieces;
  }
  return {};
}

}  // namespace winnow::extract
