#include "app/status_socket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cstring>
#include <future>

#include "app/support.h"

namespace winnow::app {
namespace {

using testing::HasSubstr;

// What a daemon that was killed leaves behind: a socket that nobody listens on.
void leave_stale_socket(const std::filesystem::path& path) {
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, path.c_str(), path.string().size());
  ASSERT_EQ(::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(fd);
}

// Serves until the answer is there.
std::string asked(StatusSocket& socket, const std::filesystem::path& path, const std::string& text) {
  auto answer = std::async(std::launch::async, [&path] { return ask_status(path); });
  do socket.serve([&] { return text; });
  while (answer.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready);
  const auto result = answer.get();
  return result ? *result : "error: " + result.error().text;
}

TEST(StatusSocket, AnswersWhoeverConnects) {
  const Folder folder;
  auto socket = StatusSocket::listen(folder.at("s"));
  ASSERT_TRUE(socket) << socket.error().text;
  EXPECT_EQ(asked(**socket, folder.at("s"), R"({"sites": []})"), R"({"sites": []})");
  const std::string large(1 << 20, 'x');
  EXPECT_EQ(asked(**socket, folder.at("s"), large), large);
}

TEST(StatusSocket, WhoAsksAndDoesNotReadHoldsNobodyUp) {
  const Folder folder;
  auto socket = StatusSocket::listen(folder.at("s"));
  ASSERT_TRUE(socket);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, folder.at("s").c_str(), folder.at("s").string().size());
  const int silent = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(::connect(silent, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  const std::string large(4 << 20, 'x');
  const auto begun = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) (*socket)->serve([&] { return large; });
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(150));
  EXPECT_TRUE((*socket)->busy());
  EXPECT_EQ(asked(**socket, folder.at("s"), "for another"), "for another");
  ::close(silent);
  (*socket)->serve([] { return std::string(); });
  EXPECT_FALSE((*socket)->busy());
}

TEST(StatusSocket, NobodyAsksNobodyIsAnswered) {
  const Folder folder;
  auto socket = StatusSocket::listen(folder.at("s"));
  ASSERT_TRUE(socket);
  (*socket)->serve([]() -> std::string { return ADD_FAILURE() << "nobody asked", ""; });
}

TEST(StatusSocket, OwnerAndGroupOnly) {
  const Folder folder;
  const mode_t mask = ::umask(0);
  const auto socket = StatusSocket::listen(folder.at("s"));
  EXPECT_EQ(::umask(mask), 0u) << "the mask of the process is as it was";
  ASSERT_TRUE(socket);
  struct stat info {};
  ASSERT_EQ(::lstat(folder.at("s").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777u, 0660u);
}

TEST(StatusSocket, ASecondListenerIsTurnedAway) {
  const Folder folder;
  const auto first = StatusSocket::listen(folder.at("s"));
  ASSERT_TRUE(first);
  const auto second = StatusSocket::listen(folder.at("s"));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Code::busy);
  EXPECT_THAT(second.error().text, HasSubstr(folder.at("s").string() + ": another daemon listens here"));
}

TEST(StatusSocket, AStaleSocketIsReplaced) {
  const Folder folder;
  leave_stale_socket(folder.at("s"));
  auto socket = StatusSocket::listen(folder.at("s"));
  ASSERT_TRUE(socket) << socket.error().text;
  EXPECT_EQ(asked(**socket, folder.at("s"), "x"), "x");
}

TEST(StatusSocket, AFileIsNotReplaced) {
  const Folder folder;
  folder.write("s", "precious");
  const auto socket = StatusSocket::listen(folder.at("s"));
  ASSERT_FALSE(socket);
  EXPECT_EQ(socket.error().code, Code::exists);
  EXPECT_EQ(folder.read("s"), "precious");
}

TEST(StatusSocket, GoesWithItsObject) {
  const Folder folder;
  { ASSERT_TRUE(StatusSocket::listen(folder.at("s"))); }
  EXPECT_FALSE(std::filesystem::exists(folder.at("s")));
}

TEST(StatusSocket, ErrorsNameThePath) {
  const Folder folder;
  struct Row {
    std::filesystem::path path;
    Code code;
    const char* text;
  };
  const Row rows[] = {
      {folder.at(std::string(120, 'x')), Code::invalid, "too long"},
      {folder.at("none/s"), Code::io, "No such file"},
  };
  for (const Row& row : rows) {
    const auto socket = StatusSocket::listen(row.path);
    ASSERT_FALSE(socket);
    EXPECT_EQ(socket.error().code, row.code);
    EXPECT_THAT(socket.error().text, HasSubstr(row.path.string()));
    EXPECT_THAT(socket.error().text, HasSubstr(row.text));
  }
}

TEST(AskStatus, SaysThatNobodyIsThere) {
  const Folder folder;
  leave_stale_socket(folder.at("stale"));
  for (const char* name : {"none", "stale"}) {
    const auto answer = ask_status(folder.at(name));
    ASSERT_FALSE(answer) << name;
    EXPECT_EQ(answer.error().code, Code::not_found) << name;
    EXPECT_THAT(answer.error().text, HasSubstr("no daemon listens here"));
  }
}

}  // namespace
}  // namespace winnow::app
