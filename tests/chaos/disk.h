// Disks that fail: small file systems for one test, in a mount namespace of the test's own, so that nothing is left
// behind.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace winnow::chaos {

// A mounted file system, unmounted at the end. Only root can have one; ok() says whether it stands.
class Disk {
 public:
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;
  ~Disk();

  // In memory, of that size ("16m").
  static Disk memory(const std::filesystem::path& place, const std::string& size);
  // ext4 in a file beside it, with quotas of users or without.
  enum class Quotas { none, users };
  static Disk ext4(const std::filesystem::path& place, Quotas quotas);

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] const std::filesystem::path& place() const { return place_; }

  // Takes all space but so many bytes.
  void fill(std::uintmax_t free) const;
  void empty() const { std::filesystem::remove(place_ / "filler"); }
  // As after an error of the device: ext4 lets nothing be written from now on.
  void abort() const;
  // As an administrator mends that: checked and mounted anew.
  [[nodiscard]] bool mend() const;
  // The most that a user may have on it, in KiB; 0: no limit.
  [[nodiscard]] bool set_quota(uid_t user, std::uint64_t kib) const;

 private:
  Disk(std::filesystem::path place, bool ok) : place_(std::move(place)), ok_(ok) {}
  std::filesystem::path place_;
  bool ok_;
};

}  // namespace winnow::chaos
