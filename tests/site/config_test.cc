// winnow.yaml, and the sites that it names.
#include <gmock/gmock.h>

#include "support.h"

namespace winnow::site {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Config, AllHasDefaults) {
  for (const char* yaml : {"", "# nothing\n", "{}", "log:\nfetch:\ndefaults:\n"}) {
    const auto loaded = parse_config(yaml, "/etc/winnow/winnow.yaml");
    EXPECT_THAT(texts_of(loaded.faults), IsEmpty()) << yaml;
    EXPECT_EQ(loaded.value.store, "/etc/winnow/store");
    EXPECT_EQ(loaded.value.socket, "");
    EXPECT_EQ(loaded.value.connections, 256);
    EXPECT_EQ(loaded.value.workers, 0);
    EXPECT_EQ(loaded.value.log_level, "info");
  }
}

TEST(Config, PathsAreRelativeToTheFile) {
  const auto loaded = parse_config(
      "sites: [sites/*.yaml, /elsewhere/a.yaml]\nstore: ../store\nsocket: run/s.sock\nlog: {level: debug, file: "
      "log/w.log}\n"
      "workers: 3\nfetch: {connections: 7, user_agent: a, contact: b, proxy: c}",
      "/etc/winnow/winnow.yaml");
  EXPECT_THAT(texts_of(loaded.faults), IsEmpty());
  const Config& config = loaded.value;
  EXPECT_THAT(config.sites, ElementsAre("/etc/winnow/sites/*.yaml", "/elsewhere/a.yaml"));
  EXPECT_EQ(config.store, "/etc/store");
  EXPECT_EQ(config.socket, "/etc/winnow/run/s.sock");
  EXPECT_EQ(config.log_level, "debug");
  EXPECT_EQ(config.log_file, "/etc/winnow/log/w.log");
  EXPECT_EQ(config.workers, 3);
  EXPECT_EQ(config.connections, 7);
  EXPECT_EQ(config.user_agent, "a");
  EXPECT_EQ(config.contact, "b");
  EXPECT_EQ(config.proxy, "c");
}

TEST(Config, FaultsHaveTheirPlace) {
  const std::pair<std::string, std::string> rows[] = {
      {"site: [a]", "1:1: unknown key 'site'; did you mean 'sites'?"},
      {"log: {levl: info}", "1:7: unknown key 'levl'; did you mean 'level'?"},
      {"log: {level: loud}", "1:14: 'level' must be trace, debug, info, warn, error or off, not 'loud'"},
      {"workers: 0", "1:10: 'workers' must be a number from 1 to 256, not '0'"},
      {"fetch: {connections: 1001}", "1:22: 'connections' must be a number from 1 to 1000, not '1001'"},
      {"- a", "1:1: the file must be a map of keys and values"},
      {"defaults: [a]", "1:11: the file must be a map of keys and values"},
      {"defaults: {manner: {}}", "1:12: unknown key 'manner'; did you mean 'manners'?"},
      {"defaults: {manners: {delay: x}}",
       "1:29: 'delay' must be a duration such as 500ms, 30s, 5m, 12h or 1d, not 'x'"},
      {"defaults: {site: a}", "1:18: 'site' belongs into a site's own file"},
      {"defaults: {home: https://a.example/}", "1:18: 'home' belongs into a site's own file"},
      {"defaults: {tests: []}", "1:19: 'tests' belongs into a site's own file"},
  };
  for (const auto& [yaml, fault] : rows) {
    EXPECT_THAT(texts_of(parse_config(yaml, "w.yaml").faults), ElementsAre("w.yaml:" + fault)) << yaml;
  }
}

using Configured = Folder;

TEST_F(Configured, SitesAreThoseOfTheGlobsByName) {
  write("sites/z.yaml", "site: beta\nhome: https://b.example/");
  write("sites/y.yaml", "site: alpha\nhome: https://a.example/");
  write("sites/readme.txt", "no site");
  write("more/c.yaml", "site: gamma\nhome: https://c.example/");
  const auto loaded = load_configuration(write("w.yaml", "sites: [sites/*.yaml, 'more/{c,d}.yaml', nothing/*.yaml]"));
  EXPECT_THAT(texts_of(loaded.faults), IsEmpty());
  ASSERT_THAT(loaded.value.sites, SizeIs(3));
  EXPECT_EQ(loaded.value.sites[0].name, "alpha");
  EXPECT_EQ(loaded.value.sites[1].name, "beta");
  EXPECT_EQ(loaded.value.sites[2].name, "gamma");
  EXPECT_EQ(loaded.value.sites[0].file, at("sites/y.yaml"));
}

TEST_F(Configured, SitesBeginWithTheDefaults) {
  write("a.yaml", "site: a\nhome: https://a.example/\nmanners: {concurrency: 2}");
  const auto loaded = load_configuration(
      write("w.yaml",
            "sites: a.yaml\ndefaults:\n  enabled: no\n  manners: {delay: 7s}\n  urls: {refuse: ['a: \"b\"', '#c']}"));
  EXPECT_THAT(texts_of(loaded.faults), IsEmpty());
  ASSERT_THAT(loaded.value.sites, SizeIs(1));
  EXPECT_FALSE(loaded.value.sites[0].enabled);
  EXPECT_EQ(loaded.value.sites[0].manners.delay, Millis(7000));
  EXPECT_EQ(loaded.value.sites[0].manners.concurrency, 2);
  EXPECT_THAT(loaded.value.sites[0].urls.refuse, ElementsAre("a: \"b\"", "#c"));
}

TEST_F(Configured, TwoSitesOfOneNameAreAFault) {
  write("sites/1.yaml", "site: a\nhome: https://a.example/");
  write("sites/2.yaml", "site: a\nhome: https://b.example/");
  const auto loaded = load_configuration(write("w.yaml", "sites: sites/*.yaml"));
  EXPECT_THAT(texts_of(loaded.faults),
              ElementsAre(at("sites/2.yaml") + ": the site 'a' is described in " + at("sites/1.yaml") + " already"));
}

TEST_F(Configured, AFileThatTwoGlobsNameIsOneSite) {
  write("sites/1.yaml", "site: a\nhome: https://a.example/");
  const auto loaded =
      load_configuration(write("w.yaml", "sites: [sites/*.yaml, sites/1.yaml, './sites/../sites/1.yaml']"));
  EXPECT_THAT(texts_of(loaded.faults), IsEmpty());
  EXPECT_THAT(loaded.value.sites, SizeIs(1));
}

TEST_F(Configured, FaultyFilesOfTwoGlobsAreNamedOnce) {
  write("sites/1.yaml", "home: https://a.example/");
  write("sites/2.yaml", "home: https://a.example/");
  const auto loaded = load_configuration(write("w.yaml", "sites: [sites/*.yaml, sites/*.yaml]"));
  EXPECT_THAT(loaded.faults, SizeIs(2));
}

TEST_F(Configured, ANamedFileMustBeThere) {
  const auto loaded = load_configuration(write("w.yaml", "sites: [sites/a.yaml]"));
  EXPECT_THAT(texts_of(loaded.faults),
              ElementsAre(at("sites/a.yaml") + ": this site file, which " + at("w.yaml") + " names, is not there"));
}

TEST_F(Configured, FaultsOfSitesNameTheirFiles) {
  write("sites/1.yaml", "site: a\nhome: https://a.example/\nzone: Nowhere");
  const auto loaded = load_configuration(write("w.yaml", "sites: sites/*.yaml"));
  EXPECT_THAT(texts_of(loaded.faults),
              ElementsAre(at("sites/1.yaml") + ":3:7: 'Nowhere' is no time zone; write it as Europe/Berlin"));
}

TEST_F(Configured, FaultyDefaultsAreNamedOnceAndNotForEverySite) {
  write("sites/1.yaml", "site: a\nhome: https://a.example/");
  write("sites/2.yaml", "site: b\nhome: https://b.example/");
  const auto loaded = load_configuration(write("w.yaml", "sites: sites/*.yaml\ndefaults: {zone: Nowhere}"));
  EXPECT_THAT(texts_of(loaded.faults),
              ElementsAre(at("w.yaml") + ":2:18: 'Nowhere' is no time zone; write it as Europe/Berlin"));
}

TEST_F(Configured, AMissingFileIsAFault) {
  EXPECT_THAT(texts_of(load_configuration(at("w.yaml")).faults), ElementsAre(HasSubstr("the file can't be read")));
}

}  // namespace
}  // namespace winnow::site
