#include "fetch/address.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <vector>

namespace winnow::fetch {
namespace {

using ::testing::HasSubstr;

struct Row {
  const char* address;
  const char* says;  // "" when it may be dialled
};

class Addresses : public ::testing::TestWithParam<Row> {};

TEST_P(Addresses, AreJudgedByWhatTheyStandFor) {
  const std::string why = forbidden(GetParam().address, {});
  if (*GetParam().says == '\0') {
    EXPECT_EQ(why, "");
  } else {
    EXPECT_THAT(why, HasSubstr(GetParam().says));
  }
}

INSTANTIATE_TEST_SUITE_P(Table, Addresses,
                         ::testing::ValuesIn(std::vector<Row>{
                             {"93.184.216.34", ""},
                             {"8.8.8.8", ""},
                             {"1.0.0.0", ""},
                             {"0.0.0.0", "this host"},
                             {"0.255.255.255", "this host"},
                             {"9.255.255.255", ""},
                             {"10.0.0.0", "private"},
                             {"10.255.255.255", "private"},
                             {"11.0.0.0", ""},
                             {"100.63.255.255", ""},
                             {"100.64.0.0", "shared"},
                             {"100.100.100.200", "metadata"},
                             {"100.127.255.255", "shared"},
                             {"100.128.0.0", ""},
                             {"126.255.255.255", ""},
                             {"127.0.0.1", "127.0.0.1 is a loopback address"},
                             {"127.255.255.254", "loopback"},
                             {"128.0.0.0", ""},
                             {"168.63.129.16", "metadata"},
                             {"169.253.255.255", ""},
                             {"169.254.0.1", "link-local"},
                             {"169.254.169.254", "metadata"},
                             {"169.255.0.0", ""},
                             {"172.15.255.255", ""},
                             {"172.16.0.0", "private"},
                             {"172.31.255.255", "private"},
                             {"172.32.0.0", ""},
                             {"192.0.0.8", "protocols"},
                             {"192.0.0.192", "metadata"},
                             {"192.0.1.0", ""},
                             {"192.0.2.1", "documentation"},
                             {"192.88.99.1", "6to4"},
                             {"192.167.255.255", ""},
                             {"192.168.0.1", "private"},
                             {"192.169.0.0", ""},
                             {"198.17.255.255", ""},
                             {"198.18.0.1", "benchmarks"},
                             {"198.19.255.255", "benchmarks"},
                             {"198.20.0.0", ""},
                             {"198.51.100.7", "documentation"},
                             {"203.0.113.9", "documentation"},
                             {"223.255.255.255", ""},
                             {"224.0.0.1", "multicast"},
                             {"239.255.255.255", "multicast"},
                             {"240.0.0.1", "reserved"},
                             {"255.255.255.255", "broadcast"},
                             {"2606:2800:220:1::1", ""},
                             {"2a00:1450:4001::1", ""},
                             {"::", "unspecified"},
                             {"::1", "::1 is a loopback address"},
                             {"100::1", "discard"},
                             {"2001::1", "protocols"},
                             {"2001:0:7f00:1::", "protocols"},
                             {"2001:1ff:ffff::1", "protocols"},
                             {"2001:200::1", ""},
                             {"2001:db8::1", "documentation"},
                             {"3fff::1", "documentation"},
                             {"3fff:1000::1", ""},
                             {"5f00::1", "segment"},
                             {"fbff::1", ""},
                             {"fc00::1", "unique local"},
                             {"fd00::1", "unique local"},
                             {"fd00:ec2::254", "metadata"},
                             {"fdff:ffff::1", "unique local"},
                             {"fe80::1", "link-local"},
                             {"fe80::1%eth0", "link-local"},
                             {"febf::1", "link-local"},
                             {"fec0::1", "site-local"},
                             {"ff02::1", "multicast"},
                             {"::ffff:127.0.0.1", "stands for 127.0.0.1, a loopback address"},
                             {"::ffff:7f00:1", "loopback"},
                             {"::ffff:8.8.8.8", ""},
                             {"::ffff:169.254.169.254", "metadata"},
                             {"::ffff:0:10.0.0.1", "private"},
                             {"::127.0.0.1", "loopback"},
                             {"::10.1.2.3", "private"},
                             {"::8.8.8.8", ""},
                             {"64:ff9b::127.0.0.1", "loopback"},
                             {"64:ff9b::a9fe:a9fe", "metadata"},
                             {"64:ff9b::808:808", ""},
                             {"64:ff9b:1::1", "translation"},
                             {"2002:7f00:1::", "loopback"},
                             {"2002:c0a8:101::1", "private"},
                             {"2002:808:808::1", ""},
                             {"2a00:1450::5efe:192.168.1.1", "private"},
                             {"2a00:1450::200:5efe:7f00:1", "loopback"},
                             {"2a00:1450::5efe:8.8.8.8", ""},
                             {"localhost", "no internet address"},
                             {"", "no internet address"},
                             {"0x7f.1", "no internet address"},
                         }),
                         [](const auto& row) {
                           std::string name = row.param.address;
                           for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
                           return std::to_string(row.index) + "_" + name;
                         });

struct AllowRow {
  const char* address;
  std::vector<std::string> allow;
  bool may;
};

TEST(Allowing, OpensExactlyTheNamedRanges) {
  const std::vector<AllowRow> rows = {
      {"127.0.0.1", {"127.0.0.0/8"}, true},
      {"127.0.0.1", {"127.0.0.1/32"}, true},
      {"127.0.0.2", {"127.0.0.1/32"}, false},
      {"127.0.0.1", {"10.0.0.0/8"}, false},
      {"10.1.2.3", {"127.0.0.0/8", "10.1.0.0/16"}, true},
      {"10.2.2.3", {"127.0.0.0/8", "10.1.0.0/16"}, false},
      {"172.20.1.1", {"172.16.0.0/12"}, true},
      {"10.129.0.1", {"10.128.0.0/9"}, true},
      {"10.127.0.1", {"10.128.0.0/9"}, false},
      {"192.168.0.1", {"0.0.0.0/0"}, true},
      {"::1", {"0.0.0.0/0"}, false},
      {"::1", {"::1/128"}, true},
      {"::1", {"127.0.0.0/8"}, false},
      {"::ffff:127.0.0.1", {"127.0.0.0/8"}, true},
      {"::ffff:127.0.0.1", {"::ffff:0:0/96"}, true},
      {"fd12::1", {"fd00::/8"}, true},
      {"fd12::1", {"nonsense", "127.0.0.0"}, false},
  };
  for (const AllowRow& row : rows) {
    EXPECT_EQ(forbidden(row.address, row.allow).empty(), row.may) << row.address << " with " << row.allow.front();
  }
}

TEST(Addresses, OfOtherFamiliesAreForbidden) {
  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  EXPECT_THAT(forbidden(reinterpret_cast<const sockaddr*>(&local), {}), HasSubstr("no internet address"));
}

TEST(Cidr, IsCheckedWithAHint) {
  for (const char* good : {"127.0.0.0/8", "10.1.2.3/32", "::1/128", "fd00::/8", "0.0.0.0/0"}) {
    EXPECT_TRUE(check_cidr(good)) << good;
  }
  const std::vector<Row> bad = {
      {"127.0.0.1", "127.0.0.1/32"}, {"::1", "::1/128"},
      {"10.0.0.0/33", "0 to 32"},    {"::/129", "0 to 128"},
      {"10.0.0.0/", "0 to 32"},      {"10.0.0.0/-1", "0 to"},
      {"10.0.0.0/8x", "0 to"},       {"10.0.0/8", "no address range"},
      {"", "no address range"},      {"lan/8", "no address"},
      {"/8", "no address"},
  };
  for (const Row& row : bad) {
    const auto result = check_cidr(row.address);
    ASSERT_FALSE(result) << row.address;
    EXPECT_EQ(result.error().code, Code::invalid);
    EXPECT_THAT(result.error().text, HasSubstr(row.says)) << row.address;
  }
}

}  // namespace
}  // namespace winnow::fetch
