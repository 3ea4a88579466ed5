// winnow repair: text in, repaired text out, a line for a line. --jsonl reads a JSON document a line, repairs its
// `text` and adds `changes`; --explain says on standard error what was found and done, change by change.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/console.h"
#include "app/repair_report.h"
#include "base/json.h"
#include "winnow/internal/article_json.h"
#include "winnow/internal/repair_tree.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

// As repair_text, and says on standard error what was done.
Repaired repair_explained(const std::string& thing, std::string_view text, PlaceForm form) {
  Repaired repaired;
  repaired.text = text;
  const RepairOptions options;
  const internal::TextRepairs done = internal::repair_lines(repaired.text, {options, {}, true});
  repaired.changes = done.log.summary();
  const std::string report = repair_report(thing, repaired.text, done.log, done.trace, form, colour(STDERR_FILENO));
  std::fwrite(report.data(), 1, report.size(), stderr);
  return repaired;
}

std::string repair_document(const std::string& thing, Json document, bool explained) {
  const std::string& text = document["text"].string();
  const Repaired repaired = explained ? repair_explained(thing, text, PlaceForm::range) : repair_text(text);
  document.set("text", repaired.text);
  document.set("changes", internal::repairs_json(repaired.changes));  // in the form of an article's `repairs`
  return document.dump() + "\n";
}

// Calls `visit(number, line)` for each line; the last one may lack its newline.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (std::size_t at = 0, number = 1; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    visit(number, text.substr(at, end - at));
    at = end + 1;
  }
}

// A line that is no JSON object goes out as it came, and is named.
int repair_lines(const std::string& file, std::string_view text, bool explained) {
  int status = kDone;
  for_each_line(text, [&](std::size_t number, std::string_view line) {
    const std::string thing = file + ":" + std::to_string(number);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return print(std::string(line) + "\n");
    std::optional<Json> document = Json::parse(line);
    if (document && document->is_object() && (*document)["text"].is_string())
      return print(repair_document(thing, std::move(*document), explained));
    complain(thing + ": is no JSON object with a string `text`; passed through unchanged");
    print(std::string(line) + "\n");
    status = kSomeFailed;
  });
  return status;
}

int repair_file(const std::string& file, const RepairArgs& args) {
  const Result<std::string> text = read_file(file);
  if (!text) {
    complain(text.error().text);
    return kSomeFailed;
  }
  const std::string thing = file == "-" ? "standard input" : file;
  if (args.jsonl) return repair_lines(thing, *text, args.explain);
  print((args.explain ? repair_explained(thing, *text, PlaceForm::line_and_column) : repair_text(*text)).text);
  return kDone;
}

}  // namespace

int run_repair(const Globals&, const RepairArgs& args) {
  const std::vector<std::string> standard_input = {"-"};
  int status = kDone;
  for (const std::string& file : args.files.empty() ? standard_input : args.files) {
    if (repair_file(file, args) != kDone) status = kSomeFailed;
  }
  return flush_output() ? status : kSomeFailed;
}

}  // namespace winnow::app
