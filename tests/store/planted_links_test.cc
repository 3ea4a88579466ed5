// Links that somebody planted in a store: nothing is read or written through them, by the kernel's own way to a path
// (openat2) and by the one without it.
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>

#include "store/open.h"
#include "store/sample.h"
#include "winnow/format.h"

namespace winnow::store {
namespace {

namespace fs = std::filesystem;

// From here on this process has no openat2, as on an older kernel; false where filters are not to be had.
bool without_openat2() {
  sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{4, filter};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

class PlantedLinks : public testing::TestWithParam<bool> {
 protected:
  // Runs the step with or without openat2; it says what is wrong, or "".
  template <class Step>
  void run(const Step& step) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      const std::string wrong = GetParam() || without_openat2() ? step() : "skip";
      (void)!::write(ends[1], wrong.data(), wrong.size());
      ::_exit(0);
    }
    ::close(ends[1]);
    std::string wrong;
    char buffer[4096];
    for (ssize_t n = 0; (n = ::read(ends[0], buffer, sizeof buffer)) > 0;) wrong.append(buffer, n);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (wrong == "skip") GTEST_SKIP() << "no filters of system calls here";
    EXPECT_EQ(wrong, "");
    EXPECT_EQ(status, 0);
  }

  TemporaryDirectory directory_;
  fs::path root_ = directory_.path() / "store";
  fs::path outside_ = directory_.path() / "outside";
  const Article article_ = article_number(1);
  const std::string base_ = "example-news/2025/02/11/story-number-1-" + article_.id;
};

TEST_P(PlantedLinks, InTheWayAreRefused) {
  for (const char* planted : {"example-news", "example-news/2025", "example-news/2025/02", "example-news/2025/02/11"}) {
    for (const bool absolute : {true, false}) {
      SCOPED_TRACE(planted);
      fs::remove_all(root_);
      fs::remove_all(outside_);
      fs::create_directories(outside_ / "2025/02/11");
      fs::create_directories(outside_ / "02/11");
      fs::create_directories(outside_ / "11");
      fs::create_directories((root_ / planted).parent_path());
      const fs::path target = absolute ? outside_ : fs::relative(outside_, (root_ / planted).parent_path());
      fs::create_directory_symlink(target, root_ / planted);
      const auto before = files_below(outside_);
      run([&]() -> std::string {
        auto stores = open_store(root_, Access::read_write);
        if (!stores) return stores.error().text;
        const auto put = stores->articles->put(article_, {.markdown = true, .raw = {{"x"}}});
        if (put) return "it was stored";
        if (put.error().code != Code::refused) return put.error().text;
        if (put.error().text.find((root_ / planted).string()) == std::string::npos) return put.error().text;
        return stores->articles->get(base_ + ".json") ? "it was read" : "";
      });
      EXPECT_EQ(files_below(outside_), before);
    }
  }
}

TEST_P(PlantedLinks, InAFilesPlaceAreNotFollowed) {
  const fs::path secret = directory_.path() / "secret.json";
  const std::string told = to_json(article_number(2));
  for (const char* ending : {".json", ".md", ".html.zst", ".v1.json"}) {
    SCOPED_TRACE(ending);
    fs::remove_all(root_);
    spew(secret, told);
    run([&]() -> std::string {
      auto stores = open_store(root_, Access::read_write);
      if (!stores) return stores.error().text;
      const PutOptions all{.markdown = true, .raw = {{"page"}}};
      if (!stores->articles->put(article_, all)) return "the first was not stored";
      fs::remove(root_ / (base_ + ending));
      fs::create_symlink(secret, root_ / (base_ + ending));
      if (std::string_view(ending) == ".json" && stores->articles->get(article_.id)) return "the link was read";
      if (std::string_view(ending) == ".html.zst" && stores->articles->raw(article_.id)) return "the link was read";
      Article newer = article_;
      newer.title = "Newer";
      const auto put = stores->articles->put(newer, all);
      if (!put && put.error().code != Code::refused) return put.error().text;
      return "";
    });
    EXPECT_EQ(slurp(secret), told);
  }
}

TEST_P(PlantedLinks, InTheTemporaryFilesPlaceAreNotFollowed) {
  const fs::path secret = directory_.path() / "secret";
  spew(secret, "told");
  run([&]() -> std::string {
    auto stores = open_store(root_, Access::read_write);
    if (!stores || !stores->articles->put(article_, {})) return "the first was not stored";
    fs::create_symlink(secret, (root_ / base_).parent_path() / (".winnow-" + std::to_string(::getpid())));
    const auto put = stores->articles->put(article_number(2), {.markdown = true});
    return put ? "" : put.error().text;
  });
  EXPECT_EQ(slurp(secret), "told");
}

TEST_P(PlantedLinks, ArePassedByWhenAllFilesAreLookedAt) {
  fs::create_directories(outside_ / "2025/02/11");
  spew(outside_ / ("2025/02/11/story-number-1-" + article_.id + ".json"), to_json(article_));
  fs::create_directories(root_);
  fs::create_directory_symlink(outside_, root_ / "example-news");
  run([&]() -> std::string {
    const auto stores = open_store(root_, Access::read_write);
    if (!stores) return stores.error().text;
    return stores->articles->find({}).value().empty() ? "" : "an article of elsewhere was taken up";
  });
}

std::string way_name(const testing::TestParamInfo<bool>& way) { return way.param ? "Openat2" : "StepByStep"; }

INSTANTIATE_TEST_SUITE_P(All, PlantedLinks, testing::Bool(), way_name);

}  // namespace
}  // namespace winnow::store
