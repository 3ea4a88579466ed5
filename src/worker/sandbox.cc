#include "worker/sandbox.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <system_error>
#include <vector>

namespace winnow::worker {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_AARCH64;
#else
#error "worker/sandbox.cc: name this machine's AUDIT_ARCH"
#endif

// Room for the program and its libraries beside the data.
constexpr std::size_t kAddressesMore = std::size_t{512} << 20;
constexpr rlim_t kFiles = 3;  // standard input, which is the socket, output and error

tl::unexpected<Error> failed(const char* step) {
  return fail(Code::io,
              std::string("the sandbox can't be closed: ") + step + ": " + std::generic_category().message(errno));
}

// What glibc, ICU and RE2 need to compute, to talk over the socket, and to die in a way that can be told.
constexpr std::array kAllowed = {
    SYS_read,         SYS_write,         SYS_readv,        SYS_writev,         SYS_munmap,          SYS_mremap,
    SYS_brk,          SYS_madvise,       SYS_futex,        SYS_exit,           SYS_exit_group,      SYS_rt_sigreturn,
    SYS_rt_sigaction, SYS_clock_gettime, SYS_gettimeofday, SYS_rt_sigprocmask, SYS_restart_syscall, SYS_getrandom,
    SYS_sysinfo,      SYS_getpid,        SYS_gettid,       SYS_sched_yield,
};

// Allowed with that argument only.
struct Conditional {
  long call;
  unsigned argument;
  std::uint32_t mask;   // the argument, masked with this,
  std::uint32_t value;  // must be that
};

std::vector<Conditional> conditional() {
  constexpr std::uint32_t kAll = ~std::uint32_t{0};
  return {
      {SYS_mmap, 2, PROT_EXEC, 0},  // no page becomes code
      {SYS_mprotect, 2, PROT_EXEC, 0},
      {SYS_setitimer, 0, kAll, ITIMER_PROF},
      {SYS_tgkill, 0, kAll, static_cast<std::uint32_t>(::getpid())},  // abort()
  };
}

constexpr std::uint32_t kArgument = offsetof(seccomp_data, args);

// A program for the kernel (seccomp(2)); the low half of an argument is what counts for these calls.
std::vector<sock_filter> filter() {
  static_assert(std::endian::native == std::endian::little);
  std::vector<sock_filter> out;
  const auto load = [&out](std::uint32_t at) { out.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at)); };
  const auto give = [&out](std::uint32_t verdict) { out.push_back(BPF_STMT(BPF_RET | BPF_K, verdict)); };
  const auto unless = [&out](std::uint32_t value, std::uint8_t skip) {
    out.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skip));
  };
  load(offsetof(seccomp_data, arch));
  out.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kMachine, 1, 0));
  give(SECCOMP_RET_KILL_PROCESS);
  load(offsetof(seccomp_data, nr));
  for (const long call : kAllowed) {
    unless(static_cast<std::uint32_t>(call), 1);
    give(SECCOMP_RET_ALLOW);
  }
  for (const Conditional& one : conditional()) {
    unless(static_cast<std::uint32_t>(one.call), 5);
    load(kArgument + one.argument * 8);
    out.push_back(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, one.mask));
    unless(one.value, 1);
    give(SECCOMP_RET_ALLOW);
    give(SECCOMP_RET_KILL_PROCESS);
  }
  give(SECCOMP_RET_KILL_PROCESS);
  return out;
}

// prctl() and not seccomp(): a service manager's own filter may know the first alone.
Result<void> forbid_calls() {
  std::vector<sock_filter> program = filter();
  const sock_fprog all{static_cast<unsigned short>(program.size()), program.data()};
  if (::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all) != 0) return failed("seccomp");
  return {};
}

bool limit(int what, rlim_t value) {
  const rlimit both{value, value};
  return ::setrlimit(static_cast<__rlimit_resource>(what), &both) == 0;
}

Result<void> set_limits(const Limits& limits) {
  if (!limit(RLIMIT_CORE, 0)) return failed("no core dumps");
  if (!limit(RLIMIT_FSIZE, 0)) return failed("no files");
  if (!limit(RLIMIT_NPROC, 0)) return failed("no processes");
  if (!sandbox_holds()) return {};  // UBSan, too, opens a pipe to see whether memory is there
  if (!limit(RLIMIT_NOFILE, kFiles)) return failed("no more descriptors");
  if (!limit(RLIMIT_DATA, limits.memory)) return failed("bounded memory");
  if (!limit(RLIMIT_AS, limits.memory + kAddressesMore)) return failed("bounded addresses");
  return {};
}

// When memory runs short this worker is the one to go, and its pool knows how to go on.
void go_first() {
  const int fd = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (fd < 0) return;
  if (::write(fd, "500", 3) < 0) errno = 0;  // then it isn't the first one; no harm
  ::close(fd);
}

}  // namespace

Result<void> enter_sandbox(const Limits& limits) {
  // Its pool ends it, by closing the socket; a signal to the whole group is for the pool.
  for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGQUIT}) (void)::signal(number, SIG_IGN);
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return failed("death with its parent");
  go_first();
  if (::prctl(PR_SET_DUMPABLE, 0) != 0) return failed("no tracing");
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return failed("no new privileges");
  if (auto set = set_limits(limits); !set) return set;
  std::set_new_handler([] { ::_exit(kOutOfMemory); });
  return sandbox_holds() ? forbid_calls() : Result<void>();
}

void allow_cpu(Millis time) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  itimerval timer{};
  timer.it_value.tv_sec = seconds.count();
  timer.it_value.tv_usec = std::chrono::microseconds(time - seconds).count();
  (void)::setitimer(ITIMER_PROF, &timer, nullptr);
}

}  // namespace winnow::worker
