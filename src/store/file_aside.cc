#include "store/file_aside.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/json.h"
#include "store/failure.h"
#include "store/fd.h"
#include "store/raw_page.h"
#include "store/tree.h"

namespace winnow::store {
namespace {

constexpr const char* kFolder = "aside";
constexpr std::size_t kMost = 100;  // pages; two files each

std::string description(const AsidePage& page) {
  Json json(Json::Object{});
  json.set("url", page.url);
  json.set("site", page.site);
  json.set("content_type", page.content_type);
  json.set("fetched_at", page.fetched_at);
  json.set("why", page.why);
  return json.dump(2) + "\n";
}

// A file of the folder, with when it was written.
using Dated = std::pair<std::int64_t, std::string>;

std::vector<Dated> files_of(int folder) {
  std::vector<Dated> files;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(::fcntl(folder, F_DUPFD_CLOEXEC, 0)), ::closedir);
  while (const dirent* entry = stream ? ::readdir(stream.get()) : nullptr) {
    struct stat status {};
    const std::string name = entry->d_name;
    const bool ours = name.ends_with(".why") || name.ends_with(".html.zst");
    if (!ours || ::fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
    files.emplace_back(std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec, name);
  }
  return files;
}

// Only the newest stay: a hostile site must not fill the disk.
void prune(const std::filesystem::path& store) {
  const Fd folder(::open((store / kFolder).c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder) return;
  std::vector<Dated> files = files_of(folder.get());
  if (files.size() <= 2 * kMost) return;
  std::sort(files.begin(), files.end());
  files.resize(files.size() - 2 * kMost);
  for (const auto& [when, name] : files) (void)::unlinkat(folder.get(), name.c_str(), 0);
}

}  // namespace

Result<std::string> FileAside::put(const AsidePage& page) {
  Result<Tree> tree = Tree::open(store_.string(), false);
  if (!tree) return pass(tree);
  Result<std::string> frame = compress(page.bytes);
  if (!frame) return frame;
  // The URL is hashed: it is a stranger's, and no name of a file.
  const std::string name = std::string(kFolder) + "/" + std::string(page.site) + "-" + hex64(hash64(page.url));
  if (Result<void> written = tree->write(name + ".html.zst", *frame); !written) return pass(written);
  if (Result<void> written = tree->write(name + ".why", description(page)); !written) return pass(written);
  prune(store_);
  return name + ".why";
}

}  // namespace winnow::store
