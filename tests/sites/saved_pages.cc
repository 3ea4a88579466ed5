#include "sites/saved_pages.h"

#include <fstream>
#include <stdexcept>

#include "base/json.h"
#include "sites/dates.h"

namespace winnow::sites {
namespace {

std::string ending_of(const SitePage& page) {
  if (page.truth.role != Role::data) return ".html";
  if (page.content_type == "application/gzip") return ".xml.gz";
  return page.content_type == "text/plain" ? ".txt" : ".xml";
}

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("can't write " + file.string());
}

}  // namespace

std::string to_json(const SitePage& page) {
  const Truth& truth = page.truth;
  const bool has_text = truth.to > truth.from;
  Json out = Json::Object{
      {"url", page.url}, {"role", name_of(truth.role)}, {"canonical", truth.canonical}, {"title", truth.title}};
  if (has_text) {
    out.set("authors", truth.authors);
    out.set("published", truth.published);
    out.set("exactness", truth.exactness);
    out.set("lines", truth.lines);
    out.set("from", truth.from);
    out.set("to", truth.to);
    out.set("gated", truth.gated);
  }
  out.set("lacks", truth.lacks);
  return out.dump();
}

void save_pages(const GeneratedSite& site, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::string manifest, truths;
  unsigned long number = 0;
  for (const auto& [url, page] : site.pages()) {
    const std::string id = padded(++number, 4);
    const std::string name = id + ending_of(page);
    write(folder / name, page.bytes);
    truths += to_json(page) + "\n";
    if (page.truth.role != Role::data) manifest += id + "\t" + name + "\t" + url + "\n";
  }
  write(folder / "manifest.tsv", manifest);
  write(folder / "truth.jsonl", truths);
}

}  // namespace winnow::sites
