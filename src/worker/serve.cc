#include "worker/serve.h"

#include <malloc.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "crawl/source.h"
#include "worker/message.h"
#include "worker/sandbox.h"
#include "worker/warm_up.h"

namespace winnow::worker {
namespace {

constexpr int kPool = STDIN_FILENO;
constexpr int kNoPool = 2;  // wrong usage: a person has called it
constexpr std::size_t kLargeJob = std::size_t{4} << 20;
constexpr int kKeptMemory =
    32 << 20;  // bytes: asking the kernel anew for each page costs more than cleaning a short one

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(kPool, bytes.data(), bytes.size());
    if (n < 0 && errno != EINTR) return false;
    if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// That many bytes; false where the pool is gone.
bool read_all(std::string& bytes, std::size_t size) {
  bytes.resize(size);
  for (std::size_t at = 0; at < size;) {
    const ssize_t n = ::read(kPool, bytes.data() + at, size - at);
    if (n == 0 || (n < 0 && errno != EINTR)) return false;
    if (n > 0) at += static_cast<std::size_t>(n);
  }
  return true;
}

// What jobs go by, compiled, and the memories of sites.
class Bases {
 public:
  using Lines = std::shared_ptr<const std::string>;

  void add(std::uint64_t number, std::variant<Reader, crawl::UrlFilter> basis) {
    if (kept_.size() == kKept) kept_.pop_front();
    kept_.emplace_back(number, std::move(basis));
  }
  template <class T>
  [[nodiscard]] const T* find(std::uint64_t number) const {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [number](const auto& k) { return k.first == number; });
    return found == kept_.end() ? nullptr : std::get_if<T>(&found->second);
  }
  void add_lines(std::uint64_t number, std::string lines) {
    if (lines_.size() == kKeptLines) lines_.pop_front();
    lines_.emplace_back(number, std::make_shared<const std::string>(std::move(lines)));
  }
  [[nodiscard]] Lines lines(std::uint64_t number) const {
    const auto found =
        std::find_if(lines_.begin(), lines_.end(), [number](const auto& k) { return k.first == number; });
    return found == lines_.end() ? nullptr : found->second;
  }

 private:
  std::deque<std::pair<std::uint64_t, Lines>> lines_;
  std::deque<std::pair<std::uint64_t, std::variant<Reader, crawl::UrlFilter>>> kept_;
};

bool clean(std::string_view body, const Bases& bases) {
  auto work = decode_job(body);
  const auto* reader = work ? bases.find<Reader>(work->options) : nullptr;
  if (reader == nullptr) return false;
  work->job.lines = bases.lines(work->lines);
  if (work->lines != 0 && !work->job.lines) return false;
  return write_all(framed(Kind::reading, encode(reader->read(crawl::pages_of(work->job)))));
}

bool read_source(std::string_view body, const Bases& bases) {
  const auto job = decode_source(body);
  const auto* filter = job ? bases.find<crawl::UrlFilter>(job->first) : nullptr;
  if (filter == nullptr) return false;
  const crawl::PartPage& page = job->second.page;
  const crawl::SourceText text{page.bytes, page.url, page.content_type};
  return write_all(framed(Kind::finds, encode(crawl::read_source(job->second.source, text, *filter))));
}

// Does what one message asks; false where it makes no sense, which the pool's own never do.
bool answer(Kind kind, std::string_view body, Bases& bases) {
  if (kind == Kind::clean) return clean(body, bases);
  if (kind == Kind::read_source) return read_source(body, bases);
  if (auto options = kind == Kind::set_options ? decode_options(body) : std::nullopt) {
    bases.add(options->first, Reader(std::move(options->second)));
    return true;
  }
  if (auto lines = kind == Kind::set_lines ? decode_lines(body) : std::nullopt) {
    bases.add_lines(lines->first, std::move(lines->second));
    return true;
  }
  if (const auto rules = kind == Kind::set_rules ? decode_rules(body) : std::nullopt) {
    bases.add(rules->first, crawl::UrlFilter(rules->second));
    return true;
  }
  return false;
}

// The next message; nothing where the pool is gone.
std::optional<Header> receive(std::string& body) {
  if (!read_all(body, kHeaderSize)) return std::nullopt;
  const auto header = header_of(body);
  return header && read_all(body, header->size) ? header : std::nullopt;
}

int serve_pool(Millis cpu) {
  Bases bases;
  std::string body;
  while (const auto header = receive(body)) {
    allow_cpu(cpu);
    if (!answer(header->kind, body, bases)) return EXIT_FAILURE;
    allow_cpu(Millis(0));
    if (body.size() > kLargeJob) {
      body = std::string();
      ::malloc_trim(0);
    }
  }
  return EXIT_SUCCESS;
}

bool at_a_pool() {
  int kind = 0;
  socklen_t size = sizeof kind;
  return ::getsockopt(kPool, SOL_SOCKET, SO_TYPE, &kind, &size) == 0 && kind == SOCK_STREAM;
}

}  // namespace

int serve() {
  std::string body;
  const auto header = at_a_pool() ? receive(body) : std::nullopt;
  const auto limits = header && header->kind == Kind::begin ? decode_limits(body) : std::nullopt;
  if (!limits) return kNoPool;
  ::mallopt(M_MMAP_THRESHOLD, kKeptMemory);
  ::mallopt(M_TRIM_THRESHOLD, kKeptMemory);
  warm_up();
  if (auto closed = enter_sandbox(*limits); !closed) {
    (void)write_all(framed(Kind::unfit, closed.error().text));
    return EXIT_FAILURE;
  }
  warm_up();  // what doesn't work inside kills this worker now, and no page is blamed for it
  if (!write_all(framed(Kind::ready, {}))) return EXIT_FAILURE;
  return serve_pool(limits->cpu);
}

}  // namespace winnow::worker
