#include "app/manifest.h"

#include <algorithm>

#include "app/console.h"
#include "base/result.h"
#include "base/url.h"

namespace winnow::app {
namespace {

// An identifier becomes a file's name, so it must not lead elsewhere.
std::string id_fault(const std::string& id) {
  if (id.empty()) return "the identifier is empty";
  if (id == "." || id == ".." || id.find('/') != std::string::npos) return "'" + id + "' can't be a file's name";
  return "";
}

Result<ManifestRow> row_of(std::string_view line) {
  const std::size_t first = line.find('\t');
  if (first == std::string_view::npos) return fail(Code::invalid, "one field; write ID, tab, PATH, tab, URL");
  const std::size_t second = line.find('\t', first + 1);
  ManifestRow row;
  row.id = line.substr(0, first);
  row.path = line.substr(first + 1, second == std::string_view::npos ? second : second - first - 1);
  if (second != std::string_view::npos) row.url = line.substr(second + 1);
  if (auto fault = id_fault(row.id); !fault.empty()) return fail(Code::invalid, fault);
  if (row.path.empty()) return fail(Code::invalid, "the path is empty");
  if (row.url.find('\t') != std::string::npos) return fail(Code::invalid, "more than three fields");
  if (!row.url.empty() && !Url::parse(row.url)) return fail(Code::invalid, "'" + row.url + "' is no absolute URL");
  return row;
}

}  // namespace

std::vector<ManifestRow> read_manifest(const std::string& file, std::string_view text, bool& good) {
  std::vector<ManifestRow> rows;
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (auto row = row_of(line)) {
      rows.push_back(std::move(*row));
    } else {
      complain(file + ":" + std::to_string(number) + ": " + row.error().text);
      good = false;
    }
  }
  return rows;
}

}  // namespace winnow::app
