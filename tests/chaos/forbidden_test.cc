// No way in: whatever a hostile site names, redirects to or resolves to, no forbidden address is dialled. All of it in
// a network of the test's own, where every address would answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <mutex>
#include <random>
#include <string>

#include "chaos/own_network.h"
#include "chaos/scale.h"
#include "cli/desk.h"
#include "fetch/curl_fetcher.h"

namespace winnow::chaos {
namespace {

// What may be dialled here.
const std::vector<std::string> kPublic = {"93.184.216.34", "151.101.1.67", "2606:2800:220:1::1"};

// Forbidden hosts in all spellings that the URL Standard knows.
constexpr std::array kSpellings = {
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7F.0.0.1",
    "0x7f.1",
    "017700000001",
    "0177.0.0.01",
    "127.0.0.1.",
    "127.255.255.254",
    "%31%32%37.0.0.1",
    "127%2e0.0.1",
    "\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x97.0.0.1",
    "127\xE3\x80\x82"
    "0\xE3\x80\x82"
    "0\xE3\x80\x82"
    "1",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "a.localhost",
    "user@127.0.0.1",
    "93.184.216.34@127.0.0.1",
    "user:word@[::1]",
    "127.0.0.1:80",
    "0.0.0.0",
    "0",
    "0x0",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0:127.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::1]",
    "[2002:7f00:1::]",
    "[2001:0:5ef5:79fd::1]",
    "[fe80::5efe:127.0.0.1]",
    "[2606:2800:220:1:0:5efe:127.0.0.1]",
    "[fe80::1]",
    "[fec0::1]",
    "[fc00::1]",
    "[fd12:3456::1]",
    "[ff02::1]",
    "[100::1]",
    "[2001:db8::1]",
    "[3fff::1]",
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "0xa9.254.0251.0xfe",
    "0251.0376.0251.0376",
    "169.254.43518",
    "[::ffff:169.254.169.254]",
    "[::ffff:a9fe:a9fe]",
    "[64:ff9b::a9fe:a9fe]",
    "[2002:a9fe:a9fe::1]",
    "[fd00:ec2::254]",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "169.254.1.1",
    "10.0.0.1",
    "167772161",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "0xc0a80001",
    "192.168.1",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "[::ffff:10.0.0.1]",
    "[64:ff9b::10.0.0.1]",
    "[2002:a00:1::1]",
    // Names: of a forbidden address, of several, by an alias, and such that change their mind.
    "inside4.example",
    "inside6.example",
    "mapped.example",
    "metadata.example",
    "alias.example",
    "many.example",
};

// Answers of the names above. A name that begins with "rebind" is public once, and forbidden from then on.
std::vector<std::string> addresses_of(const std::string& name) {
  static std::map<std::string, int> asked;
  if (name == "public.example") return {"93.184.216.34", "2606:2800:220:1::1"};
  if (name == "inside4.example") return {"10.1.2.3"};
  if (name == "inside6.example") return {"fd00::1", "::1"};
  if (name == "mapped.example") return {"::ffff:127.0.0.1", "64:ff9b::7f00:1"};
  if (name == "metadata.example") return {"169.254.169.254", "fd00:ec2::254"};
  if (name == "alias.example") return {"=elsewhere.example", "127.0.0.1"};
  if (name == "many.example") return {"127.0.0.1", "10.0.0.1", "192.168.0.1", "::1", "fe80::1"};
  if (name == "mixed.example") return {"127.0.0.1", "151.101.1.67", "10.0.0.1"};
  // glibc asks for IPv4 and IPv6: two questions are one look.
  if (name.starts_with("rebind")) return {asked[name]++ < 2 ? "93.184.216.34" : "127.0.0.1"};
  return {};
}

fetch::Request request_for(const std::string& url) {
  fetch::Request request;
  request.url = url;
  request.user_agent = "winnow-chaos";
  request.max_time = Millis(5000);
  return request;
}

// Connections to what is not public, in words; "" when there are none.
std::string forbidden_connections(const Everywhere& web) {
  std::string out;
  for (const auto& [address, count] : web.dialled()) {
    if (std::find(kPublic.begin(), kPublic.end(), address) != kPublic.end()) continue;
    out += address + " was dialled " + std::to_string(count) + " times\n";
  }
  return out;
}

// One try to be led to a forbidden address; which way goes by the number. The URL, and whether somebody answered.
std::pair<std::string, bool> try_once(int number, std::mt19937& random) {
  const std::string target = std::string("http://") + kSpellings[random() % kSpellings.size()] + "/secret";
  fetch::Request request = request_for(target);
  switch (number % 6) {
    case 0:
      break;
    case 1:
      request.url = "http://public.example/to?" + target;
      break;
    case 2:
      request.url = "http://public.example/to?http://mixed.example/to?" + target;
      break;
    case 3:  // without a scheme, and with what the URL Standard takes for slashes
      request.url = "http://public.example/to?\\\\" + target.substr(7);
      break;
    case 4:  // the first look finds a public address, the next one does not
      request.url = "http://rebind" + std::to_string(number) + ".example/";
      if (!fetch::fetch_once(request)) return {request.url + " (at first)", true};
      break;
    default:
      request.url = "http://public.example/";
      request.proxy = target.substr(0, target.rfind('/'));
  }
  return {request.url + " by '" + request.proxy + "'", fetch::fetch_once(request).has_value()};
}

std::string try_all() {
  const NameServer names(addresses_of);
  const Everywhere web;
  const int tries = scaled(240, 10'000);
  std::mt19937 random(5);
  std::string faults;
  for (int i = 0; i < tries; ++i) {
    if (const auto [url, answered] = try_once(i, random); answered) faults += url + " was answered\n";
  }
  faults += forbidden_connections(web);
  if (web.dialled()["93.184.216.34"] < tries / 2) faults += "the public host was hardly asked: nothing was tried\n";
  // What all of this would look like: the same with everything allowed does get there.
  fetch::Request allowed = request_for("http://169.254.169.254/");
  allowed.allow_addresses = {"0.0.0.0/0"};
  if (!fetch::fetch_once(allowed) || web.dialled()["169.254.169.254"] != 1) faults += "nothing is seen here\n";
  std::printf("%d tries, %d connections to public addresses\n", tries, web.dialled()["93.184.216.34"]);
  std::fflush(stdout);
  return faults;
}

TEST(NoWayIn, NoForbiddenAddressIsDialled) {
  std::string why;
  const auto faults = in_own_network(try_all, why);
  if (!faults) GTEST_SKIP() << why;
  EXPECT_EQ(*faults, "");
}

std::string crawl_all() {
  const NameServer names(addresses_of);
  const Everywhere web;
  const cli::Desk desk;
  desk.write("sites/hostile.yaml",
             "site: hostile\nhome: http://public.example/\ndiscover: {sitemaps: [http://metadata.example/map, "
             "http://127.0.0.1/map], feeds: ['http://public.example/to?http://[::1]/feed']}\nmanners: {delay: 0s}\n");
  const cli::Ended crawled = desk.winnow({"crawl", "hostile"});
  std::string faults = forbidden_connections(web);
  for (const char* told : {"metadata", "loopback"}) {
    if (crawled.err.find(told) == std::string::npos) faults += std::string(told) + " is not told:\n" + crawled.err;
  }
  // The program once for each spelling, half of them by a redirect.
  for (std::size_t i = 0; i < kSpellings.size(); i += whole() ? 1 : 6) {
    const std::string target = std::string("http://") + kSpellings[i] + "/secret";
    const cli::Ended fed = desk.winnow({"feed", i % 2 == 0 ? target : "http://public.example/to?" + target});
    if (fed.status != 4) faults += target + " ended with " + std::to_string(fed.status) + "\n" + fed.err;
  }
  return faults + forbidden_connections(web);
}

TEST(NoWayIn, TheProgramDialsNoneEither) {
  std::string why;
  const auto faults = in_own_network(crawl_all, why);
  if (!faults) GTEST_SKIP() << why;
  EXPECT_EQ(*faults, "");
}

std::string follow_redirects() {
  const NameServer names(addresses_of);
  const Everywhere web;
  std::string faults;
  const auto expect = [&](const std::string& url, bool good, int requests) {
    const int before = web.requests();
    const auto got = fetch::fetch_once(request_for(url));
    if (got.has_value() != good) faults += url + (good ? " failed: " + got.error().text : " was followed") + "\n";
    if (web.requests() - before != requests) {
      faults += url + " took " + std::to_string(web.requests() - before) + " requests\n";
    }
  };
  expect("http://public.example/chain?10", true, 11);
  expect("http://public.example/chain?11", false, 11);
  expect("http://public.example/chain?1000", false, 11);
  return faults + forbidden_connections(web);
}

TEST(NoWayIn, TenRedirectsAreFollowedAndNoMore) {
  std::string why;
  const auto faults = in_own_network(follow_redirects, why);
  if (!faults) GTEST_SKIP() << why;
  EXPECT_EQ(*faults, "");
}

}  // namespace
}  // namespace winnow::chaos
