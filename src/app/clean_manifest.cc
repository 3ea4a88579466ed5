#include "app/clean_manifest.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/clean_jobs.h"
#include "app/console.h"
#include "app/manifest.h"
#include "base/json.h"
#include "winnow/format.h"

namespace winnow::app {
namespace {

// One line of a manifest, and what came of it.
struct Row : ManifestRow {
  std::vector<std::string> messages = {};
  bool failed = false;
};

// A refused page is written too, so that every line of a manifest has its answer.
std::string refusal_json(const Row& row, const std::string& why) {
  Json json(Json::Object{});
  if (!row.url.empty()) json.set("url", row.url);
  json.set("refused", why);
  return json.dump(2);
}

// The pages of a manifest on their way to the workers and back.
class Batch {
 public:
  Batch(const CleanArgs& args, const Options& options, std::vector<Row>& rows)
      : args_(args), options_(std::make_shared<const Options>(options)), rows_(rows) {}

  Result<void> run() {
    return clean_jobs(
        args_.jobs, rows_.size(), [this](std::size_t number) { return job_of(rows_[number]); },
        [this](const crawl::CleanDone& done) { write(rows_[done.ticket], done); });
  }

 private:
  static void note(Row& row, const std::string& message) {
    row.messages.push_back(message);
    row.failed = true;
  }

  std::optional<crawl::CleanJob> job_of(Row& row) const {
    auto bytes = read_file(row.path);
    if (!bytes) {
      note(row, bytes.error().text);
      return std::nullopt;
    }
    crawl::CleanJob job{.options = options_, .parts = {}, .known = {}, .lines = nullptr};
    job.parts.push_back({std::move(*bytes), row.url, args_.content_type, {}});
    job.input = args_.input == "text" ? Input::text : Input::html;
    return job;
  }

  void write(Row& row, const crawl::CleanDone& done) {
    const JsonStyle style = args_.format == "jsonl" ? JsonStyle::line : JsonStyle::pretty;
    const std::string& why = done.killed.empty() ? done.reading.refused : done.killed;
    const std::string json = why.empty() ? to_json(done.reading.article, style) : refusal_json(row, why);
    if (!done.killed.empty()) row.messages.push_back(row.path + ": " + done.killed);
    const auto written = write_file((std::filesystem::path(args_.out) / (row.id + ".json")).string(), json + "\n");
    if (!written) note(row, written.error().text);
  }

  const CleanArgs& args_;
  std::shared_ptr<const Options> options_;  // shared: as jobs want it
  std::vector<Row>& rows_;
};

}  // namespace

int clean_manifest(const CleanArgs& args, const Options& options) {
  const auto text = read_file(args.manifest);
  if (!text) {
    complain(text.error().text);
    return kSomeFailed;
  }
  std::error_code error;
  std::filesystem::create_directories(args.out, error);
  if (error) {
    complain(args.out + ": can't make this folder: " + error.message());
    return kSomeFailed;
  }
  bool good = true;
  std::vector<Row> rows;
  for (ManifestRow& row : read_manifest(args.manifest, *text, good)) rows.push_back({std::move(row)});
  if (auto run = Batch(args, options, rows).run(); !run) {
    complain(run.error().text);
    return kSomeFailed;
  }
  for (const Row& row : rows) {
    for (const std::string& message : row.messages) complain(message);
    good = good && !row.failed;
  }
  return good ? kDone : kSomeFailed;
}

}  // namespace winnow::app
