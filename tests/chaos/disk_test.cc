// The disk fails under the daemon (full, over quota, read-only, errors): crawling pauses and says so, goes on by itself
// once the cause has gone, and leaves nothing half written, lost or twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>

#include "chaos/disk.h"
#include "chaos/scale.h"
#include "chaos/strace.h"
#include "cli/notify_socket.h"

namespace winnow::chaos {
namespace {

using namespace cli;
using Clock = std::chrono::steady_clock;

constexpr int kStories = 40;
constexpr uid_t kNobody = 65534;
constexpr std::chrono::seconds kResumed{60};

class DiskFault : public ::testing::Test {
 protected:
  using Step = std::function<void()>;

  void SetUp() override {
    desk_.write("sites/paper.yaml", paper_.site("paper", "store: {raw: true, keep: [json, markdown]}\n"));
    desk_.write("winnow.yaml", "sites: [sites/*.yaml]\nstore: disk/store\nsocket: winnow.sock\n");
    fs::permissions(desk_.path(), fs::perms(0755));
  }
  [[nodiscard]] fs::path place() const { return desk_.path("disk"); }
  [[nodiscard]] std::size_t stored() const { return desk_.articles("disk/store").size(); }
  [[nodiscard]] std::size_t listed() const {
    const Ended list = desk_.winnow({"list", "--limit", "1000"});
    return static_cast<std::size_t>(std::count(list.out.begin(), list.out.end(), '\n'));
  }

  // The daemon crawls; the disk breaks, and works again.
  void expect_pause_and_resumption(const Step& break_it, const Step& mend_it, const Setting& setting = {}) {
    daemon_ = desk_.start({"daemon"}, setting);
    ASSERT_TRUE(daemon_->says("running")) << daemon_->err();
    ASSERT_TRUE(comes_true([&] { return stored() > 3; })) << daemon_->err();
    break_it();
    ASSERT_TRUE(daemon_->says("crawling is paused: ")) << daemon_->err();
    EXPECT_TRUE(comes_true([&] { return desk_.winnow({"status"}).out.find("\npaused: ") != std::string::npos; }));
    ::usleep(scaled(200, 5000) * 1000U);
    mend_it();
    const auto mended = Clock::now();
    EXPECT_TRUE(comes_true([&] { return desk_.winnow({"status"}).out.find("\npaused: ") == std::string::npos; }));
    EXPECT_LT(Clock::now() - mended, kResumed);
    if (whole()) std::printf("resumed after %.1f s\n", std::chrono::duration<double>(Clock::now() - mended).count());
    EXPECT_TRUE(daemon_->says("the store works again")) << daemon_->err();
    EXPECT_TRUE(comes_true([&] { return listed() == kStories; })) << daemon_->err();
    daemon_->signal(SIGTERM);
    EXPECT_EQ(daemon_->wait().status, 0);
    EXPECT_EQ(stored(), static_cast<std::size_t>(kStories));
    for (const auto& entry : fs::recursive_directory_iterator(place() / "store")) {
      EXPECT_FALSE(entry.path().filename().string().starts_with(".winnow-")) << entry.path();
    }
  }

  const Paper paper_{kStories, Millis(30)};
  const Desk desk_;
  std::unique_ptr<Program> daemon_;
};

TEST_F(DiskFault, Full) {
  const Disk disk = Disk::memory(place(), "16m");
  if (!disk.ok()) GTEST_SKIP() << "only root can mount a small disk";
  expect_pause_and_resumption([&] { disk.fill(20'000); }, [&] { disk.empty(); });
  daemon_.reset();
}

// A file system that promises space and finds out later that there is none.
TEST_F(DiskFault, FullOnExt4) {
  const Disk disk = Disk::ext4(place(), Disk::Quotas::none);
  if (!disk.ok()) GTEST_SKIP() << "no loop devices with ext4 here";
  expect_pause_and_resumption([&] { disk.fill(20'000); }, [&] { disk.empty(); });
  EXPECT_THAT(daemon_->err(), ::testing::HasSubstr("free some space"));
  daemon_.reset();
}

TEST_F(DiskFault, OverQuota) {
  const Disk disk = Disk::ext4(place(), Disk::Quotas::users);
  if (!disk.ok()) GTEST_SKIP() << "no loop devices with ext4 and quotas here";
  fs::create_directories(place() / "store");
  ASSERT_EQ(::chown((place() / "store").c_str(), kNobody, kNobody), 0);
  ASSERT_EQ(::chown(desk_.path().c_str(), kNobody, kNobody), 0);
  if (!disk.set_quota(kNobody, 0)) GTEST_SKIP() << "this kernel keeps no quotas";
  expect_pause_and_resumption([&] { EXPECT_TRUE(disk.set_quota(kNobody, 4)); },
                              [&] { EXPECT_TRUE(disk.set_quota(kNobody, 0)); }, {.user = kNobody});
  EXPECT_THAT(daemon_->err(), ::testing::HasSubstr("free some space"));
  daemon_.reset();
}

TEST_F(DiskFault, GoesReadOnly) {
  const Disk disk = Disk::ext4(place(), Disk::Quotas::none);
  if (!disk.ok()) GTEST_SKIP() << "no loop devices with ext4 here";
  expect_pause_and_resumption([&] { disk.abort(); }, [&] { EXPECT_TRUE(comes_true([&] { return disk.mend(); })); });
  daemon_.reset();
}

struct Failure {
  const char *call, *error;
};

// The calls of the writing way fail.
class DiskErrors : public DiskFault, public ::testing::WithParamInterface<Failure> {};

TEST_P(DiskErrors, PassAway) {
  if (!can_trace()) GTEST_SKIP() << "strace can't trace programs here";
  std::unique_ptr<Program> tracer;
  const std::string inject = std::string(GetParam().call) + ":error=" + GetParam().error;
  const auto attach = [&] {
    tracer = std::make_unique<Program>(traced_process(daemon_->pid(), inject));
    EXPECT_TRUE(comes_true([&] { return is_traced(daemon_->pid()); }));
  };
  const auto detach = [&] {
    tracer->signal(SIGTERM);
    (void)tracer->wait();
  };
  expect_pause_and_resumption(attach, detach);
  EXPECT_THAT(daemon_->err(), ::testing::HasSubstr("disk/store"));
}

std::string failure_name(const ::testing::TestParamInfo<Failure>& failure) {
  return std::string(failure.param.call) + "_" + failure.param.error;
}

INSTANTIATE_TEST_SUITE_P(All, DiskErrors,
                         ::testing::Values(Failure{"pwrite64", "EIO"}, Failure{"fdatasync", "EIO"},
                                           Failure{"syncfs", "EIO"}, Failure{"renameat", "EIO"},
                                           Failure{"pwrite64", "EDQUOT"}, Failure{"renameat", "EDQUOT"}),
                         failure_name);

}  // namespace
}  // namespace winnow::chaos
