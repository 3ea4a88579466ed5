// What is written for people keeps up with the program: the documentation, the manual, the files that come with it.
#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "support.h"

namespace winnow::site {
namespace {

using testing::IsEmpty;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(SiteFileDocument, NamesEveryKey) {
  const std::string text = read_text(kSource / "docs/site-file.md");
  for (const auto* keys : {&site_keys(), &config_keys()}) {
    for (const Key& key : *keys) EXPECT_TRUE(contains(text, "`" + key.path + "`")) << key.path;
  }
}

TEST(SiteFileDocument, NamesNoKeyThatIsNone) {
  std::set<std::string> known;
  for (const auto* keys : {&site_keys(), &config_keys()}) {
    for (const Key& key : *keys) known.insert(key.path);
  }
  const std::string text = read_text(kSource / "docs/site-file.md");
  const std::regex key(
      "`((?:discover|urls|schedule|manners|limits|rules\\[\\]|clean|repair|watch|tests\\[\\]|log|fetch)"
      "\\.[A-Za-z_.\\[\\]]+)`");
  int seen = 0;
  for (std::sregex_iterator it(text.begin(), text.end(), key), end; it != end; ++it, ++seen) {
    EXPECT_TRUE(known.count((*it)[1]) > 0) << (*it)[1];
  }
  EXPECT_GT(seen, 50);
}

// The examples in the document, fence by fence: those that begin with `site:` are whole files.
TEST(SiteFileDocument, ExamplesAreGood) {
  const std::string text = read_text(kSource / "docs/site-file.md");
  const std::regex fence("```yaml\n([^`]*)```");
  int seen = 0;
  for (std::sregex_iterator it(text.begin(), text.end(), fence), end; it != end; ++it) {
    const std::string yaml = (*it)[1];
    if (contains(yaml, "# or")) continue;  // alternatives, which exclude each other
    if (contains(yaml, "\ndefaults:")) {
      EXPECT_THAT(texts_of(parse_config(yaml, "example").faults), IsEmpty()) << yaml;
    } else {
      const std::string head = yaml.starts_with("site:") ? "" : "site: a\nhome: https://a.example/\n";
      EXPECT_THAT(texts_of(parse_site(head + yaml, "example").faults), IsEmpty()) << yaml;
    }
    ++seen;
  }
  EXPECT_GE(seen, 6);
}

// cli.cc has every command and option of the program.
std::set<std::string> names_in_cli(const char* pattern) {
  const std::string text = read_text(kSource / "src/app/cli.cc");
  const std::regex name(pattern);
  std::set<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), name), end; it != end; ++it) names.insert((*it)[1]);
  return names;
}

TEST(Manual, NamesEveryCommand) {
  const std::string manual = read_text(kSource / "docs/winnow.1");
  std::set<std::string> commands = names_in_cli(R"re(line\.add<\w+>\(line\.app, "([a-z-]+)")re");
  for (const std::string& command : names_in_cli(R"re(line\.add<\w+>\(\*site, "([a-z-]+)")re")) {
    commands.insert("site " + command);
  }
  EXPECT_GE(commands.size(), 16u);
  for (const std::string& command : commands) {
    EXPECT_TRUE(std::regex_search(manual, std::regex("\n\\.It Cm " + command + "( |\n)"))) << command;
  }
}

TEST(Manual, NamesEveryOption) {
  const std::string manual = read_text(kSource / "docs/winnow.1");
  const std::set<std::string> options = names_in_cli(R"re("-(-[a-z-]+)")re");
  EXPECT_GE(options.size(), 20u);
  for (const std::string& option : options) {
    EXPECT_TRUE(std::regex_search(manual, std::regex("\n\\.It [^\n]*Fl " + option + "( |\n)"))) << option;
  }
}

TEST(Manual, NamesEveryExitStatus) {
  const std::string manual = read_text(kSource / "docs/winnow.1");
  const std::string section = manual.substr(manual.find(".Sh EXIT STATUS"));
  for (const char* status : {"0", "1", "2", "3", "4", "5", "130"}) {
    EXPECT_TRUE(contains(section, std::string("\n.It ") + status + "\n")) << status;
  }
}

TEST(Configurations, OfTheSourceTreeAndTheSystemAreGood) {
  const auto tree = load_configuration(kSource / "config/winnow.yaml");
  EXPECT_THAT(texts_of(tree.faults), IsEmpty());
  EXPECT_GE(tree.value.sites.size(), 14u);
  const std::string system = read_text(kSource / "config/winnow.system.yaml");
  const auto config = parse_config(system, "/etc/winnow/winnow.yaml");
  EXPECT_THAT(texts_of(config.faults), IsEmpty());
  EXPECT_THAT(config.value.sites, testing::ElementsAre("/etc/winnow/sites/*.yaml"));
  EXPECT_EQ(config.value.store, "/var/lib/winnow");
  EXPECT_EQ(config.value.socket, "/run/winnow/winnow.sock");
}

TEST(SitesOfTheTree, AreGoodDisabledAndSayWhatTheyAssume) {
  int seen = 0, chinese = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kSource / "sites")) {
    if (entry.path().extension() != ".yaml") continue;
    const auto loaded = load_site(entry.path());
    EXPECT_THAT(texts_of(loaded.faults), IsEmpty());
    EXPECT_FALSE(loaded.value.enabled) << entry.path();
    EXPECT_EQ(loaded.value.name, entry.path().stem()) << entry.path();
    EXPECT_FALSE(loaded.value.options.language.empty() || !loaded.value.zone) << entry.path();
    const std::string text = read_text(entry.path());
    EXPECT_TRUE(text.starts_with("# ") && contains(text, "Not yet verified against the live site. It assumes:"))
        << entry.path();
    ++seen, chinese += loaded.value.options.language.starts_with("zh") ? 1 : 0;
  }
  EXPECT_GE(seen, 14);
  EXPECT_GE(chinese, 7);
}

}  // namespace
}  // namespace winnow::site
