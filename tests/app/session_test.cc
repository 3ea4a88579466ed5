#include "app/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/support.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kSystemPlace = "/etc/winnow/winnow.yaml";

// Works in a folder of its own; only there are the default places what a test makes of them.
class Session : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::current_path(folder_.path()); }
  void TearDown() override { std::filesystem::current_path(before_); }
  [[nodiscard]] static bool has_system_file() { return std::filesystem::exists(kSystemPlace); }

  std::filesystem::path before_ = std::filesystem::current_path();
  Folder folder_;
};

TEST_F(Session, TheNamedFileIsMadeAbsolute) {
  const std::string path = folder_.write("mine.yaml", "");
  EXPECT_EQ(*config_file({.config = path, .log_level = {}}), path);
  EXPECT_EQ(*config_file({.config = "mine.yaml", .log_level = {}}), path);
}

TEST_F(Session, ANamedFileThatIsNotThereIsAnError) {
  folder_.write("config/winnow.yaml", "");
  for (const std::string& name : {folder_.at("none.yaml").string(), folder_.path().string()}) {
    const auto file = config_file({.config = name, .log_level = {}});
    ASSERT_FALSE(file) << name;
    EXPECT_THAT(file.error().text, StartsWith(name + ": "));
    EXPECT_EQ(exit_of(file.error()), kBadConfig);
  }
}

TEST_F(Session, ElseTheDefaultPlaces) {
  if (has_system_file()) {
    EXPECT_EQ(*config_file({}), kSystemPlace);
    return;
  }
  EXPECT_EQ(*config_file({}), "");
  const std::string path = folder_.write("config/winnow.yaml", "");
  EXPECT_EQ(*config_file({}), path);
}

TEST_F(Session, WithoutAFileTheDefaultsHold) {
  if (has_system_file()) GTEST_SKIP() << kSystemPlace << " is there";
  const auto loaded = load({});
  ASSERT_TRUE(loaded);
  EXPECT_TRUE(loaded->faults.empty());
  EXPECT_TRUE(loaded->value.sites.empty());
  EXPECT_EQ(loaded->value.config.store, folder_.at("store"));
  EXPECT_EQ(*store_directory({}), folder_.at("store"));
}

TEST_F(Session, TheStoreIsRelativeToTheFile) {
  const std::string path = folder_.write("etc/winnow.yaml", "store: ../articles\n");
  const auto store = store_directory({.config = path, .log_level = {}});
  ASSERT_TRUE(store);
  EXPECT_EQ(store->lexically_normal(), folder_.at("articles"));
}

TEST_F(Session, AFaultInTheFileIsNamedWithItsPlace) {
  const std::string path = folder_.write("winnow.yaml", "stor: x\n");
  const auto store = store_directory({.config = path, .log_level = {}});
  ASSERT_FALSE(store);
  EXPECT_THAT(store.error().text, StartsWith(path + ":1:1: "));
  EXPECT_THAT(store.error().text, HasSubstr("'store'"));
}

site::Loaded<site::Configuration> two_sites() {
  site::Loaded<site::Configuration> loaded;
  loaded.value.sites.resize(2);
  loaded.value.sites[0].name = "one";
  loaded.value.sites[1].name = "two";
  return loaded;
}

TEST_F(Session, PicksSitesByNameAndByFile) {
  const std::string path = folder_.write("three.yaml", "site: three\ndiscover: {feeds: ['https://a.example/f']}\n");
  const auto picked = pick_sites(two_sites(), {"two", path});
  ASSERT_EQ(picked.size(), 2u);
  EXPECT_EQ(picked[0].name, "two");
  EXPECT_EQ(picked[1].name, "three");
}

TEST_F(Session, ASiteThatIsNotThereIsNamedAndNothingPicked) {
  testing::internal::CaptureStderr();
  EXPECT_TRUE(pick_sites(two_sites(), {"one", "three"}).empty());
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("three: there is no site of this name; the configured "
                                                                "sites are: one, two"));
  testing::internal::CaptureStderr();
  EXPECT_TRUE(pick_sites({}, {"one"}).empty());
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("no site is configured"));
}

TEST_F(Session, UserAgentNamesTheProgramAndWhoToAsk) {
  const std::string name = "winnow/" + std::string(kVersion);
  struct Row {
    const char *user_agent, *contact;
    std::string out;
  };
  const Row rows[] = {
      {"", "", name},
      {"", "https://news.example/bot", name + " (+https://news.example/bot)"},
      {"mine/1", "a@news.example", "mine/1"},
  };
  for (const Row& row : rows) {
    site::Config config;
    config.user_agent = row.user_agent, config.contact = row.contact;
    EXPECT_EQ(user_agent(config), row.out);
  }
}

TEST_F(Session, WorkersAreAsManyAsSaidElseOneACore) {
  site::Config config;
  EXPECT_GE(worker_count(config), 1);
  config.workers = 3;
  EXPECT_EQ(worker_count(config), 3);
}

TEST_F(Session, ErrorsHaveTheirExitStatus) {
  EXPECT_EQ(exit_of({Code::invalid, ""}), kBadConfig);
  EXPECT_EQ(exit_of({Code::interrupted, ""}), kInterrupted);
  for (const Code code : {Code::io, Code::no_space, Code::permission, Code::busy, Code::corrupt}) {
    EXPECT_EQ(exit_of({code, ""}), kStoreFailed);
  }
}

}  // namespace
}  // namespace winnow::app
