// winnow site import FILE...: site files of full-text-RSS and lists of feeds (OPML) to site files of ours.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "app/commands.h"
#include "app/console.h"
#include "import/ftr.h"
#include "import/opml.h"

namespace winnow::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostText = 256 << 10;

struct Tally {
  std::size_t lines = 0, converted = 0;
  bool failed = false;
};

class Import {
 public:
  explicit Import(fs::path out) : out_(std::move(out)) {}

  void take(const std::string& file) {
    const auto text = read_file(file);
    if (!text) return fail(text.error().text);
    if (!importing::is_opml(*text) && text->size() > kMostText)
      return fail(file + ": it is larger than 256 KiB, which no site file is");
    if (!importing::is_opml(*text))
      return write(file, importing::import_ftr(*text, fs::path(file).filename().string()));
    const auto sites = importing::import_opml(*text);
    if (sites.empty()) return fail(file + ": it has no feeds; a list of feeds is OPML, with <outline xmlUrl=...>");
    for (const importing::Imported& one : sites) write(file, one);
  }

  [[nodiscard]] const Tally& tally() const { return tally_; }

 private:
  void fail(const std::string& what) {
    complain(what);
    tally_.failed = true;
  }

  void write(const std::string& file, const importing::Imported& one) {
    tally_.lines += one.lines;
    for (const importing::Skipped& skipped : one.skipped) {
      const std::string line = skipped.line > 0 ? ":" + std::to_string(skipped.line) : "";
      complain(one_line(file + line + ": " + skipped.text + ": " + skipped.reason));
    }
    if (one.name.empty()) return one.yaml.empty() ? void() : fail(file + ": its name is no host; call it as HOST.txt");
    const fs::path path = out_ / (one.name + ".yaml");
    if (!written_.insert(path.string()).second)
      return fail(file + ": " + path.string() +
                  " was written from another of these files; import it by itself, into another folder");
    if (is_someones(path))
      return fail(file + ": " + path.string() + " is there already; move it away, or name another folder with --out");
    const auto done = write_file(path.string(), one.yaml);
    if (!done) return fail(done.error().text);
    tally_.converted += one.converted;
    print(path.string() + "\n");
  }

  // There, and not as an import leaves it.
  static bool is_someones(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) return false;
    const auto text = read_file(path.string());
    return !text || !text->starts_with("# " + std::string(importing::kImportedMark));
  }

  fs::path out_;
  std::set<std::string> written_;
  Tally tally_;
};

}  // namespace

int run_site_import(const Globals&, const SiteImportArgs& args) {
  std::error_code error;
  fs::create_directories(args.out, error);
  if (error) {
    complain(args.out + ": the folder can't be made: " + error.message() + "; name another with --out");
    return kSomeFailed;
  }
  Import import(args.out);
  for (const std::string& file : args.files) import.take(file);
  const Tally& tally = import.tally();
  print("converted " + std::to_string(tally.converted) + " of " + std::to_string(tally.lines) + " rule lines\n");
  return tally.failed || tally.converted < tally.lines ? kSomeFailed : kDone;
}

}  // namespace winnow::app
