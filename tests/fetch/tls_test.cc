// TLS and HTTP/2 against a real server: nginx, where it is installed, with a certificate of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "fetch/support.h"

namespace winnow::fetch::testing {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

constexpr const char* kNginx = "/usr/sbin/nginx";

// A port that was free a moment ago.
int free_port() { return serve(newsstand::Reply{})->port(); }

class Nginx : public ::testing::Test {
 protected:
  void SetUp() override {
    if (access(kNginx, X_OK) != 0) GTEST_SKIP() << kNginx << " is not installed";
    std::string name = (fs::temp_directory_path() / "winnow-nginx-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    const std::string make =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
        " -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout " +
        folder_ + "/key.pem -out " + folder_ + "/cert.pem 2>/dev/null";
    if (std::system(make.c_str()) != 0) GTEST_SKIP() << "openssl can't make a certificate";
    port_ = free_port();
    plain_ = free_port();
    write_configuration();
    start();
  }

  void TearDown() override {
    if (pid_ > 0) {
      kill(pid_, SIGTERM);
      waitpid(pid_, nullptr, 0);
    }
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  void write_configuration() const {
    std::ofstream(folder_ + "/nginx.conf")
        << "daemon off; master_process off; pid " << folder_ << "/pid; error_log " << folder_ << "/error.log;\n"
        << "events {}\nhttp {\n  access_log off;\n  server {\n    listen 127.0.0.1:" << port_ << " ssl http2;\n"
        << "    listen 127.0.0.1:" << plain_ << ";\n    ssl_certificate cert.pem;\n    ssl_certificate_key key.pem;\n"
        << "    gzip on; gzip_types *; gzip_min_length 1;\n"
        << "    location / { return 200 \"$server_protocol $request_uri $connection\"; }\n  }\n}\n";
  }

  void start() {
    pid_ = fork();
    if (pid_ == 0) {
      const std::string conf = folder_ + "/nginx.conf";
      const std::string log = folder_ + "/error.log";
      execl(kNginx, "nginx", "-p", folder_.c_str(), "-c", conf.c_str(), "-e", log.c_str(), nullptr);
      _exit(127);
    }
    for (int i = 0; i < 100; ++i) {
      if (fetch(local("http://127.0.0.1:" + std::to_string(plain_) + "/"))) return;
      std::this_thread::sleep_for(Millis(50));
    }
    GTEST_SKIP() << "nginx does not start here";
  }

  [[nodiscard]] CurlOptions trusting() const { return {.connections = 8, .ca_file = folder_ + "/cert.pem"}; }
  [[nodiscard]] std::string https(const std::string& host = "127.0.0.1") const {
    return "https://" + host + ":" + std::to_string(port_);
  }

  std::string folder_;
  int port_ = 0, plain_ = 0;
  pid_t pid_ = -1;
};

TEST_F(Nginx, SpeaksHttp2OverTlsOnly) {
  const auto secure = fetch(local(https() + "/a"), trusting());
  ASSERT_TRUE(secure) << secure.error().text;
  EXPECT_THAT(secure->body, HasSubstr("HTTP/2.0 /a "));
  const auto plain = fetch(local("http://127.0.0.1:" + std::to_string(plain_) + "/b"), trusting());
  ASSERT_TRUE(plain) << plain.error().text;
  EXPECT_THAT(plain->body, HasSubstr("HTTP/1.1 /b "));
}

TEST_F(Nginx, UsesTheTlsConnectionAgain) {
  const auto fetcher = make_curl_fetcher(trusting());
  const auto one = fetch(*fetcher, local(https() + "/same"));
  const auto two = fetch(*fetcher, local(https() + "/same"));
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->body, two->body);  // the number of the connection is in it
}

TEST_F(Nginx, ManyRequestsShareConnections) {
  const auto fetcher = make_curl_fetcher({.connections = 32, .ca_file = folder_ + "/cert.pem"});
  constexpr std::uint64_t kRequests = 400;
  for (std::uint64_t i = 0; i < kRequests; ++i) fetcher->start(i, local(https() + "/" + std::to_string(i)));
  std::set<std::uint64_t> answered;
  std::set<std::string> connections;
  for (int turn = 0; turn < 2000 && fetcher->in_flight() > 0; ++turn) {
    for (const Fetched& f : fetcher->wait(Millis(500))) {
      ASSERT_TRUE(f.result) << f.result.error().text;
      const std::string& body = f.result->body;
      EXPECT_THAT(body, HasSubstr("HTTP/2.0 /" + std::to_string(f.ticket) + " "));
      answered.insert(f.ticket);
      connections.insert(body.substr(body.rfind(' ') + 1));
    }
  }
  EXPECT_EQ(answered.size(), kRequests);
  EXPECT_LE(connections.size(), 32u);
}

TEST_F(Nginx, IsRefusedWithACertificateThatNobodyVouchesFor) {
  const auto got = fetch(local(https() + "/"));
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, Code::network);
  EXPECT_THAT(got.error().text, HasSubstr("the TLS certificate of 127.0.0.1:" + std::to_string(port_)));
}

TEST_F(Nginx, IsRefusedUnderANameThatTheCertificateLacks) {
  const auto got = fetch(local(https("ip6-localhost.localhost") + "/"), trusting());
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, Code::network) << got.error().text;
  EXPECT_THAT(got.error().text, ::testing::AnyOf(HasSubstr("certificate"), HasSubstr("resolved")));
}

}  // namespace
}  // namespace winnow::fetch::testing
