// The URL cases of web-platform-tests, where they are at hand (WINNOW_SHARED names the folder).
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/json.h"
#include "base/unicode.h"
#include "base/url.h"

namespace winnow {
namespace {

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_surrogate(std::string_view escape, std::string_view second_digits) {
  return escape.size() >= 6 && escape.substr(0, 2) == "\\u" && (escape[2] == 'D' || escape[2] == 'd') &&
         second_digits.find(escape[3]) != std::string_view::npos;
}

// Lone surrogates, of which JSON texts may have escapes, are U+FFFD in every string that a URL parser sees.
std::string without_lone_surrogates(std::string text) {
  for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
    const std::string_view rest = std::string_view(text).substr(at);
    const bool high = is_surrogate(rest, "89abAB"), low = is_surrogate(rest, "cdefCDEF");
    if (high && is_surrogate(rest.substr(6), "cdefCDEF")) {
      at += 12;
    } else if (high || low) {
      text.replace(at, 6, "\\uFFFD");
      at += 6;
    } else {
      at += 2;
    }
  }
  return text;
}

// The array of a suite's file; empty where the suites are absent.
Json::Array cases_of(const std::string& name) {
  const char* shared = std::getenv("WINNOW_SHARED");
  if (shared == nullptr) return {};
  const auto json = Json::parse(without_lone_surrogates(file_text(std::string(shared) + "/suites/url/" + name)));
  return json ? json->array() : Json::Array{};
}

// What differs from the case's expectation; empty when nothing does.
std::string difference(const Json& row) {
  const std::string& base_text = row["base"].string();
  const auto base = row["base"].is_string() ? Url::parse(base_text) : std::nullopt;
  if (row["base"].is_string() && !base) return row["failure"].boolean() ? "" : "the base is no URL";
  const auto url = Url::parse(row["input"].string(), base ? &*base : nullptr);
  if (row["failure"].boolean()) return url ? "should fail, is " + url->href() : "";
  if (!url) return "fails, should be " + row["href"].string();
  const std::pair<std::string_view, std::string> parts[] = {
      {"href", url->href()},         {"origin", url->origin()},     {"protocol", url->protocol()},
      {"username", url->username()}, {"password", url->password()}, {"host", url->host()},
      {"hostname", url->hostname()}, {"port", url->port()},         {"pathname", url->pathname()},
      {"search", url->search()},     {"hash", url->hash()},
  };
  for (const auto& [name, value] : parts) {
    const Json& expected = row[name];
    if (expected.is_string() && expected.string() != value) {
      return std::string(name) + " is " + value + ", should be " + expected.string();
    }
  }
  return "";
}

TEST(UrlSuite, EveryCaseOfUrltestdata) {
  const auto rows = cases_of("urltestdata.json");
  if (rows.empty()) GTEST_SKIP() << "WINNOW_SHARED names no folder with suites/url";
  for (const Json& row : rows) {
    if (!row.is_object()) continue;
    EXPECT_EQ(difference(row), "") << row["input"].dump() << " against " << row["base"].dump();
  }
}

TEST(UrlSuite, EveryCaseOfToascii) {
  const auto rows = cases_of("toascii.json");
  if (rows.empty()) GTEST_SKIP() << "WINNOW_SHARED names no folder with suites/url";
  for (const Json& row : rows) {
    if (!row.is_object()) continue;
    const auto url = Url::parse("https://" + row["input"].string() + "/x");
    EXPECT_EQ(url ? Json(url->hostname()) : Json(), row["output"]) << row["input"].dump() << row["comment"].dump();
  }
}

TEST(UrlSuite, Utf8OfPercentEncoding) {
  const auto rows = cases_of("percent-encoding.json");
  if (rows.empty()) GTEST_SKIP() << "WINNOW_SHARED names no folder with suites/url";
  for (const Json& row : rows) {
    if (!row.is_object()) continue;
    const auto url = Url::parse("https://h/?" + row["input"].string() + "#" + row["input"].string());
    EXPECT_EQ(url ? url->search() : "no URL", "?" + row["output"]["utf-8"].string()) << row["input"].dump();
    EXPECT_EQ(url ? url->hash() : "no URL", "#" + row["output"]["utf-8"].string()) << row["input"].dump();
  }
}

TEST(UrlSuite, EveryHrefParsesToItself) {
  const auto rows = cases_of("urltestdata.json");
  if (rows.empty()) GTEST_SKIP() << "WINNOW_SHARED names no folder with suites/url";
  for (const Json& row : rows) {
    if (!row["href"].is_string()) continue;
    const auto url = Url::parse(row["href"].string());
    EXPECT_EQ(url ? url->href() : "no URL", row["href"].string());
  }
}

}  // namespace
}  // namespace winnow
