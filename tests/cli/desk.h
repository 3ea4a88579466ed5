// Where a test works: a folder with winnow.yaml, sites/ and a store, which goes with the test, and a small made-up
// newspaper to crawl. For a site with all the troubles of the web see newsstand/server.h.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/program.h"
#include "newsstand/http_server.h"
#include "winnow/article.h"

namespace winnow::cli {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

[[nodiscard]] std::string read(const fs::path& file);  // "" when it can't be
void write(const fs::path& file, std::string_view text);

// Stories with words of their own, /story/1.html and on, and a feed of them.
class Paper {
 public:
  explicit Paper(int stories, Millis delay = Millis(0));
  [[nodiscard]] std::string origin() const { return server_->origin(); }
  [[nodiscard]] std::size_t requests() const { return server_->log().size(); }
  [[nodiscard]] std::size_t count(std::string_view target) const { return server_->count(target); }
  // A site file; `more` are further lines.
  [[nodiscard]] std::string site(const std::string& name, const std::string& more = "") const;
  [[nodiscard]] static std::string story(int number);

 private:
  [[nodiscard]] newsstand::Reply answer(const newsstand::Query& query) const;
  int stories_;
  Millis delay_;
  std::unique_ptr<newsstand::HttpServer> server_;
};

class Desk {
 public:
  Desk();
  [[nodiscard]] fs::path path(const std::string& name = "") const {
    return name.empty() ? folder_.path() : folder_.path() / name;
  }
  void write(const std::string& name, std::string_view text) const { cli::write(path(name), text); }
  // Runs the program in this folder with its winnow.yaml.
  [[nodiscard]] Ended winnow(const std::vector<std::string>& arguments, const Setting& setting = {}) const;
  [[nodiscard]] std::unique_ptr<Program> start(const std::vector<std::string>& arguments,
                                               const Setting& setting = {}) const;
  // The articles in the store; one that is torn fails the test, and so does an id that is there twice.
  [[nodiscard]] std::vector<Article> articles(const std::string& store = "store") const;

 private:
  [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& arguments) const;
  [[nodiscard]] Setting here(Setting setting) const;
  Folder folder_;
};

}  // namespace winnow::cli
