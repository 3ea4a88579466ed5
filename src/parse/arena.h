// Memory that is given out piece by piece and let go at once: what Gumbo builds its tree in, so that no tree is
// freed node by node (Gumbo's own way of freeing recurses over the page). Not safe to share between threads.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace winnow::parse {

class Arena {
 public:
  [[nodiscard]] void* allocate(std::size_t size);
  void release(void* piece);  // gives back the newest piece only; any other stays until the arena goes
  [[nodiscard]] std::string_view keep(std::string_view text);  // a copy that lives as long as the arena

 private:
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::byte* newest_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace winnow::parse
