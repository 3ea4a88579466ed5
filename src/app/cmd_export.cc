// `winnow export`: stored articles as JSON lines (standard output or one file) or as Markdown (standard output or a
// file each below a folder, as in the store). Exit statuses: 0, 1 some could not be read or written, 2 wrong usage,
// 5 the store can't be used.
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>

#include "app/console.h"
#include "app/session.h"
#include "app/stored.h"

namespace winnow::app {
namespace {

namespace fs = std::filesystem;

// Where the articles go.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual Result<void> take(const store::Entry& entry, const std::string& text) = 0;
  virtual Result<void> finish() = 0;
};

class StandardOutput : public Sink {
 public:
  Result<void> take(const store::Entry&, const std::string& text) override {
    print(text);
    return {};
  }
  Result<void> finish() override {
    if (flush_output()) return {};
    return fail(Code::io, "the export is not complete");
  }
};

bool is_device(const fs::path& path) {
  std::error_code failed;
  return fs::exists(path, failed) && !fs::is_regular_file(path, failed);
}

// One file, which has its name when it is whole; a device or pipe is written as it goes.
class OneFile : public Sink {
 public:
  explicit OneFile(fs::path path)
      : path_(std::move(path)),
        part_(is_device(path_) ? path_ : fs::path(path_.string() + ".part")),
        out_(part_, std::ios::binary | std::ios::trunc) {}
  ~OneFile() override {
    std::error_code ignored;
    if (!done_ && part_ != path_) fs::remove(part_, ignored);
  }

  Result<void> take(const store::Entry&, const std::string& text) override {
    if (out_ << text) return {};
    return fail(Code::io, path_.string() + ": cannot be written; check the path, the rights and the space");
  }
  Result<void> finish() override {
    out_.close();
    std::error_code failed;
    if (out_ && part_ != path_) fs::rename(part_, path_, failed);
    done_ = out_ && !failed;
    if (done_) return {};
    return fail(Code::io, path_.string() + ": cannot be written; check the path, the rights and the space");
  }

 private:
  fs::path path_, part_;
  std::ofstream out_;
  bool done_ = false;
};

class Folder : public Sink {
 public:
  explicit Folder(fs::path path) : path_(std::move(path)) {}

  Result<void> take(const store::Entry& entry, const std::string& text) override {
    const fs::path file = (path_ / entry.path).replace_extension(".md");
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    if (failed) return fail(Code::io, file.parent_path().string() + ": cannot be made: " + failed.message());
    return write_file(file.string(), text);
  }
  Result<void> finish() override { return {}; }

 private:
  fs::path path_;
};

std::unique_ptr<Sink> sink_for(const ExportArgs& args) {
  if (args.out.empty() || args.out == "-") return std::make_unique<StandardOutput>();
  if (args.format == "markdown") return std::make_unique<Folder>(args.out);
  const bool folder = fs::is_directory(args.out) || args.out.ends_with('/');
  return std::make_unique<OneFile>(folder ? fs::path(args.out) / "articles.jsonl" : fs::path(args.out));
}

// One after the other, in pages. A crawl may store meanwhile and so shift the pages: an article is taken once.
int export_all(store::ArticleStore& articles, const ExportArgs& args, Sink& sink) {
  constexpr std::size_t kPage = 500;
  store::Query query{.site = args.site, .text = {}, .since = args.since, .until = args.until, .limit = kPage};
  std::set<std::string> taken;
  int status = kDone;
  for (;; query.offset += kPage) {
    const auto entries = articles.find(query);
    if (!entries) return refuse(entries.error());
    for (const store::Entry& entry : *entries) {
      if (!taken.insert(entry.path).second) continue;
      const auto article = articles.get(entry.path);
      if (!article) {
        complain(article.error().text);
        status = kSomeFailed;
        continue;
      }
      if (auto done = sink.take(entry, formatted(*article, args.format)); !done) {
        complain(done.error().text);
        return kSomeFailed;
      }
    }
    if (entries->size() < kPage) return status;
  }
}

}  // namespace

int run_export(const Globals& globals, const ExportArgs& args) {
  if (args.format != "jsonl" && args.format != "markdown") {
    complain("--format '" + args.format + "': use jsonl or markdown");
    return kUsage;
  }
  const auto stores = stores_for_reading(globals);
  if (!stores) {
    complain(stores.error().text);
    return exit_of(stores.error());
  }
  const auto sink = sink_for(args);
  const int status = export_all(*stores->articles, args, *sink);
  if (status == kUsage || status == kStoreFailed) return status;
  if (auto done = sink->finish(); !done) {
    complain(done.error().text);
    return kSomeFailed;
  }
  return status;
}

}  // namespace winnow::app
