#include "base/unicode.h"

#include <gtest/gtest.h>

namespace winnow::unicode {
namespace {

TEST(Unicode, NormalFormC) {
  struct Row {
    const char *text, *nfc;
    bool is_nfc;
  } rows[] = {
      {"plain", "plain", true},           {"cafe\u0301", "caf\u00E9", false},
      {"\u00E9", "\u00E9", true},         {"\u1112\u1161\u11AB", "\uD55C", false},  // Hangul letters become a syllable
      {"\uFB01", "\uFB01", true},                                                   // a ligature is compatibility: kept
      {"中文，２０", "中文，２０", true}, {"", "", true},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(nfc(row.text), row.nfc) << row.text;
    EXPECT_EQ(is_nfc(row.text), row.is_nfc) << row.text;
  }
}

TEST(Unicode, CompatibilityFoldsWidth) {
  EXPECT_EQ(nfkc("ＡＢＣ，１２３"), "ABC,123");
  EXPECT_EQ(nfkc("\uFB01"), "fi");
}

TEST(Unicode, CaseIsFoldedAndLowered) {
  EXPECT_EQ(fold("STRASSE"), "strasse");
  EXPECT_EQ(fold("Straße"), "strasse");
  EXPECT_EQ(lower("ÀÉ İ"), "àé i̇");
  EXPECT_EQ(lower("Mixed CASE 中"), "mixed case 中");
}

TEST(Unicode, Properties) {
  struct Row {
    char32_t c;
    bool letter, digit, space, punctuation, upper, han, kana, hangul, cyrillic, latin;
  } rows[] = {
      {U'a', true, false, false, false, false, false, false, false, false, true},
      {U'Z', true, false, false, false, true, false, false, false, false, true},
      {U'7', false, true, false, false, false, false, false, false, false, false},
      {U'７', false, true, false, false, false, false, false, false, false, false},
      {U' ', false, false, true, false, false, false, false, false, false, false},
      {0x3000, false, false, true, false, false, false, false, false, false, false},
      {0xFEFF, false, false, true, false, false, false, false, false, false, false},
      {0x200B, false, false, true, false, false, false, false, false, false, false},
      {U'。', false, false, false, true, false, false, false, false, false, false},
      {U'!', false, false, false, true, false, false, false, false, false, false},
      {U'é', true, false, false, false, false, false, false, false, false, true},
      {U'Ж', true, false, false, false, true, false, false, false, true, false},
      {U'中', true, false, false, false, false, true, false, false, false, false},
      {U'〇', false, false, false, false, false, true, false, false, false, false},
      {0x20000, true, false, false, false, false, true, false, false, false, false},
      {U'の', true, false, false, false, false, false, true, false, false, false},
      {U'ー', true, false, false, false, false, false, true, false, false, false},
      {U'한', true, false, false, false, false, false, false, true, false, false},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(static_cast<unsigned>(row.c));
    EXPECT_EQ(is_letter(row.c), row.letter);
    EXPECT_EQ(is_digit(row.c), row.digit);
    EXPECT_EQ(is_space(row.c), row.space);
    EXPECT_EQ(is_punctuation(row.c), row.punctuation);
    EXPECT_EQ(is_upper(row.c), row.upper);
    EXPECT_EQ(is_han(row.c), row.han);
    EXPECT_EQ(is_kana(row.c), row.kana);
    EXPECT_EQ(is_hangul(row.c), row.hangul);
    EXPECT_EQ(is_cyrillic(row.c), row.cyrillic);
    EXPECT_EQ(is_latin(row.c), row.latin);
  }
}

TEST(Unicode, TrimAndCollapse) {
  struct Row {
    const char *text, *trimmed, *collapsed;
  } rows[] = {
      {"", "", ""},
      {" \n\t ", "", ""},
      {"\u3000标题\u00A0\u3000 ", "标题", "标题"},
      {"  a  b\n\n c ", "a  b\n\n c", "a b c"},
      {"\uFEFFtitle\u200B", "title", "title"},
      {"一\u3000\u3000二", "一\u3000\u3000二", "一 二"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(trim(row.text), row.trimmed);
    EXPECT_EQ(collapse(row.text), row.collapsed);
  }
}

TEST(Unicode, DomainToAscii) {
  struct Row {
    const char *domain, *ascii;  // nullptr: it fails
  } rows[] = {
      {"EXAMPLE.com", "example.com"},
      {"faß.de", "xn--fa-hia.de"},            // non-transitional
      {"日本語。ＪＰ", "xn--wgv71a119e.jp"},  // an ideographic full stop, wide letters
      {"-a-.com", "-a-.com"},                 // hyphens are not checked
      {"a..b", "a..b"},                       // nor lengths
      {"xn--a", "xn--a"},                     // ASCII stays, right or wrong
      {"xn--a.ß", nullptr},                   // but not beside what must be mapped
      {"a\u200Cb", nullptr},                  // CheckJoiners
      {"\u05D0a.com", nullptr},               // CheckBidi
      {"\u00AD", nullptr},                    // nothing is left
      {"", nullptr},
      {"\u1E9E.com", "xn--zca.com"},  // mapped so since UTS 46, revision 31
  };
  for (const Row& row : rows) {
    std::string ascii;
    EXPECT_EQ(domain_to_ascii(row.domain, false, ascii), row.ascii != nullptr) << row.domain;
    EXPECT_EQ(ascii, row.ascii == nullptr ? "" : row.ascii) << row.domain;
  }
}

TEST(Unicode, StrictDomainsObeyStd3AndDns) {
  std::string ascii;
  for (const char* domain : {"-a.com", "a..b", "a_b.com", "a b.com"})
    EXPECT_FALSE(domain_to_ascii(domain, true, ascii)) << domain;
  EXPECT_FALSE(domain_to_ascii(std::string(64, 'a') + ".com", true, ascii));
  EXPECT_TRUE(domain_to_ascii("Ex-ample.com", true, ascii));
  EXPECT_EQ(ascii, "ex-ample.com");
}

}  // namespace
}  // namespace winnow::unicode
