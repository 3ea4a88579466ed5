// STORE/aside: SITE-HASH.html.zst is the page as it came, SITE-HASH.why (JSON) says where from and why. The newest 100
// are kept. Nothing reads them but people: they are no articles and no part of the state.
#pragma once

#include <filesystem>

#include "store/aside.h"

namespace winnow::store {

class FileAside : public Aside {
 public:
  // The folder is made when there is something to keep. No symbolic link is followed below the store.
  explicit FileAside(std::filesystem::path store) : store_(std::move(store)) {}
  Result<std::string> put(const AsidePage& page) override;

 private:
  std::filesystem::path store_;
};

}  // namespace winnow::store
