// The report of `winnow site add` in a real browser: it is shown, and nothing of the pages in it runs or loads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/desk.h"
#include "sites/saved_pages.h"
#include "sites/site.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kBrowser = "/usr/bin/chromium";

// Headless, in the folder of the desk, without the network but loopback.
Ended browse(const Desk& desk, const std::string& address, const std::vector<std::string>& what) {
  std::vector<std::string> argv = {kBrowser,
                                   "--headless",
                                   "--no-sandbox",
                                   "--disable-gpu",
                                   "--no-first-run",
                                   "--disable-background-networking",
                                   "--no-proxy-server",
                                   "--user-data-dir=" + desk.path("profile").string(),
                                   "--virtual-time-budget=3000"};
  argv.insert(argv.end(), what.begin(), what.end());
  argv.push_back(address);
  const Setting setting{.environment = {{"HOME", desk.path().string()}}, .folder = desk.path()};
  return Program(std::move(argv), setting).wait(std::chrono::minutes(2));
}

// Everything that a page can do to be noticed.
std::string trap(const std::string& origin) {
  return "<script>fetch('" + origin + "/fetch');document.title='ran'</script><script src=\"" + origin +
         "/script.js\"></script><img src=\"" + origin + "/image.png\"><img src=x onerror=\"new Image().src='" + origin +
         "/onerror'\"><iframe src=\"" + origin + "/frame\"></iframe><link rel=stylesheet href=\"" + origin +
         "/style.css\"><style>@import url(" + origin + "/import.css);body{background:url(" + origin +
         "/background.png)}</style><meta http-equiv=refresh content=\"0;url=" + origin + "/refresh\"><object data=\"" +
         origin + "/object\"></object><svg><image href=\"" + origin + "/svg.png\"/></svg><video autoplay src=\"" +
         origin + "/video\"></video>";
}

class ReportInABrowser : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kBrowser)) GTEST_SKIP() << kBrowser << " is not installed (Debian: chromium)";
    auto started = newsstand::HttpServer::start([](const newsstand::Query&) { return newsstand::Reply{}; });
    ASSERT_TRUE(started);
    server_ = std::move(*started);
  }

  // The report on the pages of a site that all have the trap in them.
  void make_report() {
    const sites::GeneratedSite site(sites::SiteOptions{.kind = "tables_of_2004", .seed = 4});
    sites::save_pages(site, desk_.path("saved"));
    for (const auto& entry : fs::directory_iterator(desk_.path("saved"))) {
      if (entry.path().extension() != ".html") continue;
      std::string page = read(entry.path());
      const std::size_t end = page.rfind("</body>");
      page.insert(end == std::string::npos ? page.size() : end, trap(server_->origin()));
      write(entry.path(), page);
    }
    const Ended added =
        desk_.winnow({"site", "add", site.home(), "--from", "saved", "--dry-run", "--report", "report.html"});
    ASSERT_EQ(added.status, 0) << added.err;
  }

  [[nodiscard]] std::string file(const std::string& name) const { return "file://" + desk_.path(name).string(); }

  Desk desk_;
  std::unique_ptr<newsstand::HttpServer> server_;
};

TEST_F(ReportInABrowser, NothingRunsAndNothingIsLoaded) {
  desk_.write("plain.html", "<title>plain</title>" + trap(server_->origin()));
  (void)browse(desk_, file("plain.html"), {"--dump-dom"});
  ASSERT_FALSE(server_->log().empty()) << "the trap itself catches nothing";
  make_report();
  server_->clear_log();
  const Ended shown = browse(desk_, file("report.html"), {"--dump-dom"});
  EXPECT_EQ(shown.status, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("The article as stored</h3>"));
  EXPECT_THAT(shown.out, Not(HasSubstr("<title>ran</title>")));
  for (const newsstand::Logged& one : server_->log()) ADD_FAILURE() << one.target;
}

TEST_F(ReportInABrowser, ALinkOfTheTableOpensItsPage) {
  make_report();
  const Ended shown = browse(desk_, file("report.html") + "#page-3", {"--dump-dom"});
  std::vector<bool> open;
  for (std::size_t at = 0; (at = shown.out.find("<details class=\"card\"", at)) != std::string::npos; ++at) {
    open.push_back(shown.out.substr(at, shown.out.find('>', at) - at).ends_with(" open=\"\""));
  }
  ASSERT_GT(open.size(), 4U);
  for (std::size_t i = 0; i < open.size(); ++i) EXPECT_EQ(open[i], i == 0 || i == 2) << i;
}

TEST_F(ReportInABrowser, FitsAPhoneAndADesk) {
  make_report();
  for (const char* width : {"390", "1400"}) {
    const std::string picture = desk_.path(std::string(width) + ".png").string();
    const Ended shown =
        browse(desk_, file("report.html"),
               {"--screenshot=" + picture, "--hide-scrollbars", "--window-size=" + std::string(width) + ",1200"});
    EXPECT_EQ(shown.status, 0) << shown.err;
    EXPECT_GT(read(picture).size(), 20'000U) << "an empty page is smaller";
  }
}

}  // namespace
}  // namespace winnow::cli
