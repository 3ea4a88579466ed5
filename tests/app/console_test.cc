#include "app/console.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdlib>

#include "app/support.h"

namespace winnow::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// While it lives no file of this process may grow past `bytes`.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

TEST(WriteFile, WritesAndReadsBack) {
  const Folder folder;
  const std::string bytes = std::string("a\0b\n", 4) + std::string(200'000, 'x');
  ASSERT_TRUE(write_file(folder.at("out").string(), bytes));
  EXPECT_EQ(*read_file(folder.at("out").string()), bytes);
  EXPECT_THAT(folder.names(), ElementsAre("out"));
  struct stat info {};
  ASSERT_EQ(::stat(folder.at("out").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777u, 0644u);
}

TEST(WriteFile, ReplacesTheOldFileInOneStep) {
  const Folder folder;
  const std::string path = folder.write("out", "a longer text that was there before");
  ASSERT_TRUE(write_file(path, "new"));
  EXPECT_EQ(folder.read("out"), "new");
}

TEST(WriteFile, WhatTakesTheOldOnesPlaceIsAsThatWas) {
  const Folder folder;
  const std::string path = folder.at("file").string(), link = folder.at("link").string();
  ASSERT_TRUE(write_file(path, "old"));
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0644U);
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  std::filesystem::create_symlink("file", link);
  ASSERT_TRUE(write_file(link, "new"));
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(read_file(path).value(), "new");
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0640U);
}

TEST(WriteFile, AFailureLeavesTheOldFileAndNothingElse) {
  const Folder folder;
  const std::string path = folder.write("out", "old");
  const FileSizeLimit limit(64 << 10);
  const auto written = write_file(path, std::string(1 << 20, 'x'));
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error().text, HasSubstr(path));
  EXPECT_EQ(folder.read("out"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("out"));
}

TEST(WriteFile, AFailureLeavesNoNewFile) {
  const Folder folder;
  const FileSizeLimit limit(64 << 10);
  EXPECT_FALSE(write_file(folder.at("out").string(), std::string(1 << 20, 'x')));
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(WriteFile, AnErrorNamesThePath) {
  const Folder folder;
  const std::string path = folder.at("none/out").string();
  const auto written = write_file(path, "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, Code::not_found);
  EXPECT_EQ(written.error().text, path + ": No such file or directory");
}

TEST(WriteFile, ADeviceStaysOne) {
  EXPECT_TRUE(write_file("/dev/null", "x"));
  EXPECT_EQ(std::filesystem::status("/dev/null").type(), std::filesystem::file_type::character);
  const auto full = write_file("/dev/full", "x");
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().code, Code::no_space);
}

TEST(ReadFile, AnErrorNamesThePath) {
  const Folder folder;
  const auto none = read_file(folder.at("none").string());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, Code::not_found);
  EXPECT_THAT(none.error().text, HasSubstr(folder.at("none").string()));
  const auto directory = read_file(folder.path().string());
  ASSERT_FALSE(directory);
  EXPECT_THAT(directory.error().text, HasSubstr(folder.path().string() + ": Is a directory"));
}

TEST(Complain, NamesTheProgram) {
  testing::internal::CaptureStderr();
  complain("a.html: is empty");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "winnow: a.html: is empty\n");
}

TEST(OneLine, NothingFromOutsideBreaksALine) {
  struct Row {
    std::string_view text, line;
  };
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"", ""},
      {"Grüße, 世界 😀", "Grüße, 世界 😀"},
      {"a\nb\r\nc\td", "a b  c d"},
      {"a\0b\x1b[2Jc\x7f"sv, "a b [2Jc "},
      {"a\u0085b\u009b2Jc", "a b 2Jc"},
      {"a\u2028b\u2029c", "a b c"},
      {"\xE4\xB8|\xFF", "\uFFFD|\uFFFD"},
      {"a\u00A0b", "a\u00A0b"},
  };
  for (const Row& row : rows) EXPECT_EQ(one_line(row.text), row.line);
}

TEST(Colour, IsForTerminalsOnly) {
  ::setenv("NO_COLOR", "", 1);
  const Folder folder;
  std::FILE* file = std::fopen(folder.write("out", "").c_str(), "w");
  EXPECT_FALSE(colour(::fileno(file)));
  std::fclose(file);
}

TEST(Colour, NoColorIsHonoured) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0) GTEST_SKIP() << "no pseudo terminal can be had here";
  ::unsetenv("NO_COLOR");
  EXPECT_TRUE(colour(terminal));
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_FALSE(colour(terminal));
  ::setenv("NO_COLOR", "", 1);
  EXPECT_TRUE(colour(terminal));
  ::close(terminal);
}

}  // namespace
}  // namespace winnow::app
