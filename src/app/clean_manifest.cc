#include "app/clean_manifest.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/bell.h"
#include "app/console.h"
#include "app/manifest.h"
#include "base/json.h"
#include "winnow/format.h"
#include "worker/pool.h"

namespace winnow::app {
namespace {

constexpr std::size_t kAhead = 4;  // pages in memory for each worker: read, cleaned, not yet written

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
    auto pool = worker::Pool::start({.workers = args_.jobs, .on_done = [this] { bell_.ring(); }});
    if (!pool) return tl::unexpected(pool.error());
    const std::size_t most = kAhead * static_cast<std::size_t>(args_.jobs);
    for (std::size_t next = 0; next < rows_.size() || (*pool)->backlog().jobs > 0;) {
      while (next < rows_.size() && (*pool)->backlog().jobs < most) send(next++, **pool);
      if ((*pool)->backlog().jobs == 0) continue;
      bell_.wait();
      for (const crawl::CleanDone& done : (*pool)->take()) write(rows_[done.ticket], done);
    }
    return {};
  }

 private:
  static void note(Row& row, const std::string& message) {
    row.messages.push_back(message);
    row.failed = true;
  }

  void send(std::size_t number, worker::Pool& pool) {
    Row& row = rows_[number];
    auto bytes = read_file(row.path);
    if (!bytes) return note(row, bytes.error().text);
    crawl::CleanJob job{.ticket = number, .options = options_, .parts = {}, .known = {}, .lines = nullptr};
    job.parts.push_back({std::move(*bytes), row.url, args_.content_type, {}});
    job.input = args_.input == "text" ? Input::text : Input::html;
    pool.submit(std::move(job));
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
  Bell bell_;  // the pool has more
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
