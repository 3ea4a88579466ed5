// What a process in the sandbox can't do, each in a child of its own, and what it can.
#include "worker/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "crawl/source.h"
#include "winnow/winnow.h"
#include "worker/warm_up.h"

namespace winnow::worker {
namespace {

constexpr int kLived = 42;
constexpr int kNotClosed = 43;

// How a child ends that closes its sandbox and then does this.
int ending_of(void (*deed)(), const Limits& limits = {}) {
  const pid_t child = ::fork();
  if (child == 0) {
    warm_up();
    if (!enter_sandbox(limits)) ::_exit(kNotClosed);
    deed();
    ::_exit(kLived);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

class Sandbox : public testing::Test {
 protected:
  void SetUp() override {
    if (!sandbox_holds()) GTEST_SKIP() << "the sanitizers of this build need what the sandbox forbids";
  }
};

TEST_F(Sandbox, WhatIsForbiddenKills) {
  const std::vector<std::pair<const char*, void (*)()>> rows = {
      {"open a file", [] { (void)::open("/etc/passwd", O_RDONLY); }},
      {"open a file that is not there", [] { (void)::open("/nothing", O_RDONLY); }},
      {"make a file", [] { (void)::open("/tmp/winnow-sandbox", O_WRONLY | O_CREAT, 0600); }},
      {"look at a file", [] { (void)!::access("/etc/passwd", R_OK); }},
      {"make a socket", [] { (void)::socket(AF_INET, SOCK_STREAM, 0); }},
      {"make a Unix socket", [] { (void)::socket(AF_UNIX, SOCK_STREAM, 0); }},
      {"connect", [] { (void)::connect(0, nullptr, 0); }},
      {"send a descriptor", [] { (void)::sendmsg(0, nullptr, 0); }},
      {"fork", [] { (void)::fork(); }},
      {"run a program",
       [] {
         char* none[] = {nullptr};
         (void)::execve("/bin/true", none, none);
       }},
      {"kill another process", [] { (void)::kill(::getppid(), 0); }},
      {"signal another process", [] { (void)::syscall(SYS_tgkill, 1, 1, 0); }},
      {"trace", [] { (void)::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
      {"read another's memory", [] { (void)::process_vm_readv(::getpid(), nullptr, 0, nullptr, 0, 0); }},
      {"memory that runs",
       [] { (void)::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }},
      {"memory made to run",
       [] {
         void* page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         (void)::mprotect(page, 4096, PROT_READ | PROT_EXEC);
       }},
      {"higher limits", [] { (void)::syscall(SYS_prlimit64, 0, 0, nullptr, nullptr); }},
      {"a control call", [] { (void)::prctl(PR_SET_DUMPABLE, 1); }},
      {"io_uring", [] { (void)::syscall(SYS_io_uring_setup, 1, nullptr); }},
      {"an unknown call", [] { (void)::syscall(9999); }},
  };
  for (const auto& [name, deed] : rows) {
    const int status = ending_of(deed);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) << name << ": status " << status;
  }
}

TEST_F(Sandbox, CleaningWorksInside) {
  const int status = ending_of([] { warm_up(); });
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == kLived) << status;
}

// None of ICU's converters may be looked for on the disk.
TEST_F(Sandbox, EveryEncodingIsThereInside) {
  const int status = ending_of([] {
    for (const char* label :
         {"utf-8",        "ibm866",       "iso-8859-2",   "iso-8859-3",     "iso-8859-4",     "iso-8859-5",
          "iso-8859-6",   "iso-8859-7",   "iso-8859-8",   "iso-8859-8-i",   "iso-8859-10",    "iso-8859-13",
          "iso-8859-14",  "iso-8859-15",  "iso-8859-16",  "koi8-r",         "koi8-u",         "macintosh",
          "windows-874",  "windows-1250", "windows-1251", "windows-1252",   "windows-1253",   "windows-1254",
          "windows-1255", "windows-1256", "windows-1257", "windows-1258",   "x-mac-cyrillic", "gbk",
          "gb18030",      "big5",         "euc-jp",       "iso-2022-jp",    "shift_jis",      "euc-kr",
          "replacement",  "utf-16be",     "utf-16le",     "x-user-defined", "no such label"}) {
      std::string page = "<html><meta charset=" + std::string(label) + "><h1>A headline</h1><p>";
      for (int byte = 0x80; byte < 0x100; ++byte) page += static_cast<char>(byte), page += 'a';
      (void)decode_bytes(page, {}, label);
      (void)clean({.bytes = page, .url = "https://a.example/1", .content_type = {}, .fetched_at = {}});
    }
  });
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == kLived) << status;
}

TEST_F(Sandbox, EveryZoneIsThereInside) {
  const int status = ending_of([] {
    for (const char* zone : {"Asia/Shanghai", "America/Argentina/Buenos_Aires", "Europe/Berlin", "UTC", "No/Where"}) {
      Options options;
      options.zone = zone;
      (void)clean({.bytes = "<h1>A</h1><time>2025-02-11 21:42</time><p>A text of some words, and a few more of them.",
                   .url = "https://a.example/1",
                   .content_type = {},
                   .fetched_at = {}},
                  options);
    }
  });
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == kLived) << status;
}

TEST_F(Sandbox, SourcesAreReadInside) {
  const int status = ending_of([] {
    const crawl::UrlFilter filter(crawl::UrlRules{"https://a.example/", {}, {}});
    for (const char* bytes :
         {"<?xml version='1.0' encoding='big5'?><!DOCTYPE rss SYSTEM 'http://a.example/x.dtd' [<!ENTITY a SYSTEM "
          "'file:///etc/passwd'>]><rss><channel><item><title>&a;</title><link>https://a.example/1</link></item></"
          "channel>",
          "<?xml version='1.0' encoding='x-unknown'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><link "
          "href='/1'/>",
          "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"url\": \"https://a.example/1\"}]}",
          "\x1F\x8B\x08 no gzip", "https://a.example/1\nhttps://a.example/2\n", "<a href=/2025/1234.html>"}) {
      for (const auto kind : {crawl::Source::Kind::feed, crawl::Source::Kind::sitemap, crawl::Source::Kind::list,
                              crawl::Source::Kind::home}) {
        (void)crawl::read_source({kind, "https://a.example/", {}, 1, 0}, {bytes, "https://a.example/", ""}, filter);
      }
    }
  });
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == kLived) << status;
}

TEST_F(Sandbox, MemoryIsBounded) {
  Limits limits;
  limits.memory = std::size_t{128} << 20;
  const int status = ending_of([] { std::vector<char>(std::size_t{256} << 20, 'x').back() = 'y'; }, limits);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == kOutOfMemory) << status;
}

TEST_F(Sandbox, TimeOfTheProcessorIsBounded) {
  const int status = ending_of([] {
    allow_cpu(Millis(50));
    for (volatile std::uint64_t n = 0;;) n = n + 1;
  });
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF) << status;
}

TEST_F(Sandbox, AnAbortIsToldAsOne) {
  const int status = ending_of([] { std::abort(); });
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT) << status;
}

}  // namespace
}  // namespace winnow::worker
