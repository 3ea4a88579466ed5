// A worker that a page has taken over: it says that it is ready, and then what it shouldn't. The argument says what.
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "worker/message.h"

namespace {

using namespace winnow;
using namespace winnow::worker;

void say(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(STDIN_FILENO, bytes.data(), bytes.size());
    if (n <= 0) std::exit(1);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

// Waits for a message of that kind.
void hear(Kind kind) {
  for (std::string bytes; true;) {
    bytes.resize(kHeaderSize);
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t n = ::read(STDIN_FILENO, bytes.data() + at, bytes.size() - at);
      if (n <= 0) std::exit(0);
      at += static_cast<std::size_t>(n);
    }
    const auto header = header_of(bytes);
    if (!header) std::exit(1);
    bytes.resize(header->size);
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t n = ::read(STDIN_FILENO, bytes.data() + at, bytes.size() - at);
      if (n <= 0) std::exit(0);
      at += static_cast<std::size_t>(n);
    }
    if (header->kind == kind) return;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "silent") ::sleep(600);
  hear(Kind::begin);
  if (what == "unfit") say(framed(Kind::unfit, "the sandbox can't be closed: seccomp: not here"));
  if (what == "eager") say(framed(Kind::reading, encode(Reading{})));
  say(framed(Kind::ready, {}));
  hear(Kind::clean);
  Reading other;
  other.article.site = "another";
  other.article.id = "../../../../etc/cron";
  if (what == "noise") say(std::string(100'000, '\xA5'));
  if (what == "torn") say(framed(Kind::reading, encode(other).substr(1)));
  if (what == "other") say(framed(Kind::reading, encode(other)));
  if (what == "endless") say(header_bytes({Kind::reading, std::uint64_t{1} << 40}));
  if (what == "twice") say(framed(Kind::ready, {}));
  if (what == "leaves") return 3;
  ::sleep(600);
}
