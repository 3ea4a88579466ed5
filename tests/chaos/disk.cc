#include "chaos/disk.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/quota.h>
#include <unistd.h>

#include <cerrno>

#include "cli/program.h"

namespace winnow::chaos {
namespace {

namespace fs = std::filesystem;

// Mounts of this process and of those that it starts are no others' from here on.
bool own_mounts() {
  static const bool own = ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 &&
                          ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  return own;
}

bool runs(std::vector<std::string> argv) { return fs::exists(argv.front()) && cli::run(std::move(argv)).status == 0; }

fs::path image_of(const fs::path& place) { return place.string() + ".ext4"; }

bool mount_image(const fs::path& place) { return runs({"/usr/bin/mount", "-o", "loop", image_of(place), place}); }

// The device that is mounted there.
std::string device_at(const fs::path& place) {
  return cli::run({"/usr/bin/findmnt", "-n", "-o", "SOURCE", "--mountpoint", place}).out;
}

}  // namespace

Disk::~Disk() {
  if (ok_) ::umount2(place_.c_str(), MNT_DETACH);
}

Disk Disk::memory(const fs::path& place, const std::string& size) {
  fs::create_directories(place);
  return {place, own_mounts() && ::mount("tmpfs", place.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0};
}

Disk Disk::ext4(const fs::path& place, Quotas quotas) {
  fs::create_directories(place);
  const int fd = ::open(image_of(place).c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const bool sized = ::ftruncate(fd, 64 << 20) == 0;
  ::close(fd);
  std::vector<std::string> make = {"/sbin/mkfs.ext4", "-q", "-m", "0", image_of(place)};
  if (quotas == Quotas::users) make.insert(make.end() - 1, {"-O", "quota"});
  return {place, sized && own_mounts() && runs(make) && mount_image(place)};
}

// Others write meanwhile: where there is less by now, it is less that is to be filled.
void Disk::fill(std::uintmax_t free) const {
  const std::string filler = place_ / "filler";
  const int fd = ::open(filler.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  int failed = ENOSPC;
  for (int i = 0; i < 100 && failed == ENOSPC; ++i) {
    const std::uintmax_t space = fs::space(place_).available;
    failed = ::posix_fallocate(fd, 0, static_cast<off_t>(space > free ? space - free : 1));
  }
  EXPECT_EQ(failed, 0);
  ::close(fd);
}

void Disk::abort() const { EXPECT_TRUE(runs({"/usr/bin/mount", "-o", "remount,abort", place_})); }

bool Disk::mend() const {
  if (::umount2(place_.c_str(), 0) != 0) return false;
  (void)cli::run({"/sbin/e2fsck", "-f", "-y", image_of(place_)});
  return mount_image(place_);
}

bool Disk::set_quota(uid_t user, std::uint64_t kib) const {
  std::string device = device_at(place_);
  while (device.ends_with('\n')) device.pop_back();
  dqblk limits{};
  limits.dqb_bhardlimit = kib;
  limits.dqb_valid = QIF_BLIMITS;
  return ::quotactl(QCMD(Q_SETQUOTA, USRQUOTA), device.c_str(), static_cast<int>(user),
                    reinterpret_cast<caddr_t>(&limits)) == 0;
}

}  // namespace winnow::chaos
