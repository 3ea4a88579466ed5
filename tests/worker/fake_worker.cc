// A worker that a page has taken over: it says that it is ready, and then what it shouldn't. The argument says what.
#include <signal.h>
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

void read_all(std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t n = ::read(STDIN_FILENO, bytes.data() + at, bytes.size() - at);
    if (n <= 0) std::exit(0);
    at += static_cast<std::size_t>(n);
  }
}

// Waits for a message of that kind: its body.
std::string hear(Kind kind) {
  while (true) {
    std::string bytes(kHeaderSize, '\0');
    read_all(bytes);
    const auto header = header_of(bytes);
    if (!header) std::exit(1);
    bytes.resize(header->size);
    read_all(bytes);
    if (header->kind == kind) return bytes;
  }
}

// Answers honestly until a page says by which signal to die.
[[noreturn]] void be_mortal() {
  while (true) {
    const auto job = decode_job(hear(Kind::clean));
    const std::string& bytes = job->job.parts.at(0).bytes;
    if (const std::size_t at = bytes.find("die of "); at != std::string::npos) {
      const int number = std::atoi(bytes.c_str() + at + 7);
      ::signal(number, SIG_DFL);  // a sanitizer would make an exit of it
      ::raise(number);
    }
    say(framed(Kind::reading, encode(Reader({}).read(crawl::pages_of(job->job)))));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "silent") ::sleep(600);
  (void)hear(Kind::begin);
  if (what == "unfit") say(framed(Kind::unfit, "the sandbox can't be closed: seccomp: not here"));
  if (what == "eager") say(framed(Kind::reading, encode(Reading{})));
  say(framed(Kind::ready, {}));
  if (what == "mortal") be_mortal();
  (void)hear(Kind::clean);
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
