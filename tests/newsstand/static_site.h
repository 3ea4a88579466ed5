// The files of a folder as a site: each byte for byte under its path, as text/html without a charset, named by
// /sitemap.xml and by list pages /list-1.html, /list-2.html … (ul.list a, a.next). For crawls of benchmark pages.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "newsstand/http_server.h"

namespace winnow::newsstand {

class StaticSite {
 public:
  // Reads the folder's names once, at any depth; regular files only.
  explicit StaticSite(const std::filesystem::path& root);

  [[nodiscard]] Reply answer(const Query& query) const;
  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  [[nodiscard]] std::string origin_of(const Query& query) const;
  [[nodiscard]] Reply list(std::size_t number) const;
  std::map<std::string, std::filesystem::path> files_;  // by URL path, percent-encoded
};

}  // namespace winnow::newsstand
