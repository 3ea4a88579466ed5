#include "store/contract.h"

namespace winnow::store {
namespace {

class ArticlesContract : public Contract {
 protected:
  std::vector<std::string> titles(const Query& query) {
    const auto entries = articles().find(query);
    EXPECT_TRUE(entries) << entries.error().text;
    std::vector<std::string> names;
    for (const Entry& entry : entries.value_or(std::vector<Entry>())) names.push_back(entry.title);
    return names;
  }
  std::vector<std::string> search(const std::string& words) {
    return titles({.site = "", .text = words, .since = "", .until = ""});
  }
  // An article with that title and body, found by search.
  Article told(const std::string& title, const std::string& text) {
    Article a = article_number(++count_, text);
    a.title = title;
    put(a);
    return a;
  }
  int count_ = 1000;
};

using Titles = std::vector<std::string>;

TEST_P(ArticlesContract, GivesBackWhatWasPut) {
  Article a = article_number(1);
  a.authors = {"李雷", "Ann"};
  a.removed = {{RemovedKind::share, "分享到"}};
  const Put done = put(a);
  EXPECT_EQ(done.outcome, PutOutcome::created);
  EXPECT_EQ(done.path, "example-news/2025/02/11/story-number-1-" + a.id + ".json");
  for (const std::string& name : {a.id, a.id.substr(0, 8), a.url, a.url + "?utm_source=feed#top", done.path}) {
    const auto got = articles().get(name);
    ASSERT_TRUE(got) << name;
    EXPECT_EQ(*got, a) << name;
  }
  EXPECT_TRUE(articles().sync());
}

TEST_P(ArticlesContract, NamesWhatIsNotThere) {
  put(article_number(1));
  for (const char* name :
       {"ffffffffffffffff", "short", "", "https://news.example.com/none", "a/2025/01/01/x-00000000.json",
        "../../../etc/passwd.json", "example-news/../x.json", "/etc/passwd.json", "' OR 1=1 --"}) {
    const auto got = articles().get(name);
    ASSERT_FALSE(got) << name;
    EXPECT_TRUE(got.error().code == Code::not_found || got.error().code == Code::invalid) << got.error().text;
    EXPECT_NE(got.error().text.find(name), std::string::npos) << got.error().text;
  }
}

TEST_P(ArticlesContract, ABeginningOfTwoIdsIsRefused) {
  Article a = article_number(1), b = article_number(2);
  a.id = "abcdef0011111111";
  b.id = "abcdef0022222222";
  put(a);
  put(b);
  EXPECT_EQ(articles().get("abcdef00").error().code, Code::invalid);
  EXPECT_EQ(articles().get("abcdef001").value().id, a.id);
}

TEST_P(ArticlesContract, TheSameReadingIsUnchanged) {
  Article a = article_number(1);
  put(a);
  a.fetched_at = "2025-02-13T01:00:00Z";
  a.extractor = "winnow 1";
  EXPECT_EQ(put(a).outcome, PutOutcome::unchanged);
  EXPECT_EQ(articles().get(a.id).value().extractor, "winnow 0");
}

TEST_P(ArticlesContract, ANewReadingKeepsThePathAndTheOlderVersions) {
  Article a = article_number(1);
  const std::string path = put(a).path;
  for (int version = 1; version <= 3; ++version) {
    const Article older = a;
    a.title = "A title that would make another path, " + std::to_string(version);
    a.published_at = "2025-03-0" + std::to_string(version);
    const Put done = put(a);
    EXPECT_EQ(done.outcome, PutOutcome::updated);
    EXPECT_EQ(done.path, path);
    EXPECT_EQ(articles().get(a.id).value(), a);
    const std::string kept = path.substr(0, path.size() - 5) + ".v" + std::to_string(version) + ".json";
    EXPECT_EQ(articles().get(kept).value(), older);
  }
  EXPECT_EQ(articles().find({}).value().size(), 1u);
  EXPECT_EQ(search("number"), Titles());
  EXPECT_EQ(search("another path").size(), 1u);
}

TEST_P(ArticlesContract, OneIdInTwoSitesIsTwoArticles) {
  Article a = article_number(1);
  put(a);
  a.site = "other";
  EXPECT_EQ(put(a).outcome, PutOutcome::created);
  EXPECT_EQ(articles().find({}).value().size(), 2u);
  EXPECT_TRUE(articles().get(a.id));
}

TEST_P(ArticlesContract, KeepsThePageWhereAsked) {
  const Article a = article_number(1), b = article_number(2);
  const std::string page = "<html>" + std::string(100000, 'x') + std::string("\0\xff", 2);
  const std::vector<RawPage> one{{page}};
  const std::vector<RawPage> parts{{page, "", "text/html; charset=gbk"},
                                   {"", "https://a.example/1?page=2", ""},
                                   {"<p>the end", "https://a.example/1?page=3"}};
  put(a, {.raw = one});
  put(b);
  EXPECT_EQ(articles().raw(a.id).value(), one);
  EXPECT_EQ(articles().raw(b.id).error().code, Code::not_found);
  put(b, {.raw = parts});
  EXPECT_EQ(articles().raw(b.id).value(), parts);
}

TEST_P(ArticlesContract, RefusesNamesThatLeaveTheStore) {
  const char* sites[] = {"", ".", "..", "a/b", "../x", ".hidden", "a\nb", "/abs"};
  for (const char* site : sites) {
    Article a = article_number(1);
    a.site = site;
    EXPECT_EQ(articles().put(a, {}).error().code, Code::invalid) << site;
  }
  for (const char* id : {"", "short", "../../../../x", "ABCDEF0123456789", "0123456789abcde/"}) {
    Article a = article_number(1);
    a.id = id;
    EXPECT_EQ(articles().put(a, {}).error().code, Code::invalid) << id;
  }
}

TEST_P(ArticlesContract, FindsNewestFirstInASpan) {
  const char* dates[] = {"2025-02-10T08:00+08:00", "2025-02-12", "2025-02-11T23:00:00+00:00",
                         "2025-02-11T08:00:00+08:00"};
  for (int i = 0; i < 4; ++i) {
    Article a = article_number(i);
    a.title = std::to_string(i);
    a.published_at = dates[i];
    if (i == 3) a.site = "other";
    put(a);
  }
  const auto find = [&](const char* site, const char* since, const char* until, std::size_t limit, std::size_t offset) {
    return titles({.site = site, .text = "", .since = since, .until = until, .limit = limit, .offset = offset});
  };
  EXPECT_EQ(find("", "", "", 50, 0), (Titles{"1", "2", "3", "0"}));
  EXPECT_EQ(find("", "", "", 2, 1), (Titles{"2", "3"}));
  EXPECT_EQ(find("other", "", "", 50, 0), (Titles{"3"}));
  EXPECT_EQ(find("", "2025-02-11", "2025-02-11", 50, 0), (Titles{"2", "3"}));
  EXPECT_EQ(find("", "2025-02-12", "", 50, 0), (Titles{"1"}));
  EXPECT_EQ(find("", "2025-02-11T12:00Z", "", 50, 0), (Titles{"1", "2"}));
  EXPECT_EQ(articles().find({.site = "", .text = "", .since = "tomorrow", .until = ""}).error().code, Code::invalid);
}

TEST_P(ArticlesContract, FindsChineseWordsOfTwoCharacters) {
  told("央行开展逆回购操作", "中国人民银行今日开展了１０００亿元逆回购操作,利率不变。");
  told("经济运行平稳", "国家统计局发布数据,经济运行总体平稳。");
  told("トヨタが新型車", "トヨタ自動車は新型車を発表した。");
  told("한국은행 금리", "한국은행이 기준금리를 동결했다.");
  EXPECT_EQ(search("银行"), (Titles{"央行开展逆回购操作"}));
  EXPECT_EQ(search("銀行"), (Titles{"央行开展逆回购操作"}));  // the other script
  EXPECT_EQ(search("逆回购"), (Titles{"央行开展逆回购操作"}));
  EXPECT_EQ(search("1000亿"), (Titles{"央行开展逆回购操作"}));
  EXPECT_EQ(search("平稳 数据"), (Titles{"经济运行平稳"}));
  EXPECT_EQ(search("稳平"), Titles());
  EXPECT_EQ(search("国").size(), 2u);
  EXPECT_EQ(search("新型"), (Titles{"トヨタが新型車"}));
  EXPECT_EQ(search("금리"), (Titles{"한국은행 금리"}));
}

TEST_P(ArticlesContract, FindsOtherWordsWithoutCaseAndAccents) {
  told("Café culture", "The Ministère said in Zürich that rates rose.");
  EXPECT_EQ(search("cafe"), (Titles{"Café culture"}));
  EXPECT_EQ(search("CAFÉ ministere zurich"), (Titles{"Café culture"}));
  EXPECT_EQ(search("rates fell"), Titles());
  EXPECT_EQ(search("rate"), Titles());
}

TEST_P(ArticlesContract, WhatIsTypedIsNeverSyntax) {
  told("Plain", "alpha beta NEAR gamma title body");
  const char* typed[] = {"\"",     "a\"b", "alpha*",   "NEAR(alpha beta)", "title:alpha", "alpha AND", "-alpha",
                         "^alpha", "(((",  "{a b}: c", "alpha + beta",     "''",          "\\",        "\xff\xfe",
                         "……",     "🎉",    "NOT",      "a OR b",           ";--"};
  for (const char* words : typed) {
    const auto found = articles().find({.site = "", .text = words, .since = "", .until = ""});
    EXPECT_TRUE(found) << words << ": " << found.error().text;
  }
  EXPECT_TRUE(articles().find({.site = "", .text = std::string(100000, '"'), .since = "", .until = ""}));
  EXPECT_EQ(search("near gamma"), (Titles{"Plain"}));
  EXPECT_EQ(search("……"), Titles());
  EXPECT_EQ(search("alpha*"), (Titles{"Plain"}));
}

TEST_P(ArticlesContract, BestMatchFirst) {
  told("Weather", "Nothing of note, but once harvest was said in a long report about other things and more things.");
  told("Harvest", "The harvest is in.");
  EXPECT_EQ(search("harvest"), (Titles{"Harvest", "Weather"}));
}

TEST_P(ArticlesContract, TellsTheUrlOfAnId) {
  const Article a = article_number(1);
  EXPECT_EQ(articles().url_of(a.id).value(), "");
  put(a);
  EXPECT_EQ(articles().url_of(a.id).value(), a.url);
  EXPECT_EQ(articles().url_of(a.id.substr(0, 12)).value(), "") << "a beginning";
  EXPECT_EQ(articles().url_of(a.url).value(), "");
}

TEST_P(ArticlesContract, FindsSameContentOfTheSite) {
  const Article a = article_number(1);
  put(a);
  EXPECT_EQ(articles().same_content(a.site, a.content_hash).value(), a.id);
  EXPECT_EQ(articles().same_content("other", a.content_hash).value(), "");
  EXPECT_EQ(articles().same_content(a.site, "").value(), "");
}

// A text of so many words, of which the given ones are others.
std::string words(int count, int edited_from = 0, int edited = 0) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    const bool other = i >= edited_from && i < edited_from + edited;
    text += (other ? "other" : "word") + std::to_string(i) + " ";
  }
  return text;
}

Article with_hash(int number, std::uint64_t hash, const std::string& text) {
  Article a = article_number(number, text);
  a.near_hash = hex64(hash);
  return a;
}

TEST_P(ArticlesContract, FindsNearContentOfTheSite) {
  const std::uint64_t bits = 0x00ff00ff00ff00ff;
  const Article a = with_hash(1, bits, words(100));
  put(a);
  const struct {
    std::uint64_t flipped;
    bool near;
  } rows[] = {
      {0, true},
      {1, true},
      {0x8000000000000001, true},
      {0x1ff, true},               // nine bits in one part
      {0x0111111110000000, true},  // eight in three parts
      {0x8040201008040201, true},  // eight in all parts, one part with one
      {0x7ff, true},               // eleven in one part
      {0xfff, false},              // twelve
      {~std::uint64_t{0}, false},
  };
  for (const auto& row : rows) {
    const Article copy = with_hash(2, bits ^ row.flipped, words(100, 50, 3));
    EXPECT_EQ(articles().near_content(copy).value(), row.near ? a.id : "") << std::hex << row.flipped;
  }
  Article elsewhere = with_hash(2, bits, words(100));
  elsewhere.site = "other";
  EXPECT_EQ(articles().near_content(elsewhere).value(), "");
  EXPECT_EQ(articles().near_content(a).value(), "");  // itself
}

TEST_P(ArticlesContract, NearHashesOfOtherTextsAreNoCopies) {
  put(with_hash(1, 0xff, words(100)));
  EXPECT_NE(articles().near_content(with_hash(2, 0xff, words(100, 0, 20))).value(), "");
  EXPECT_EQ(articles().near_content(with_hash(2, 0xff, words(100, 0, 30))).value(), "");
  EXPECT_EQ(articles().near_content(with_hash(2, 0xff, words(50))).value(), "");
  const Article nearer = with_hash(3, 0xfe, words(100, 0, 10));
  put(nearer);
  EXPECT_EQ(articles().near_content(with_hash(2, 0xfc, words(100))).value(), nearer.id);
}

TEST_P(ArticlesContract, ANewVersionIsFoundByItsOwnHash) {
  Article a = with_hash(1, 0xff00ff, words(100));
  put(a);
  a = with_hash(1, 0xff00ffff00000000, words(100, 0, 90));
  put(a);
  EXPECT_EQ(articles().near_content(with_hash(2, 0xff00ff, words(100))).value(), "");
  EXPECT_EQ(articles().near_content(with_hash(2, 0xff00ffff00000000, a.text)).value(), a.id);
}

TEST_P(ArticlesContract, NoTextIsNearNothing) {
  Article a = article_number(1, "");
  a.near_hash = "0000000000000000";
  a.content_hash = "";
  put(a);
  Article b = article_number(2, "");
  b.near_hash = a.near_hash;
  EXPECT_EQ(articles().near_content(b).value(), "");
  EXPECT_EQ(articles().same_content(a.site, "").value(), "");
}

TEST_P(ArticlesContract, RebuiltIsEqual) {
  for (int i = 0; i < 20; ++i) put(article_number(i, "text " + std::to_string(i)));
  Article newer = article_number(3, "newer text");
  put(newer);
  const auto before = articles().find({}).value();
  EXPECT_EQ(articles().rebuild().value(), 20u);
  const auto after = articles().find({}).value();
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].path, after[i].path);
    EXPECT_EQ(before[i].content_hash, after[i].content_hash);
  }
  EXPECT_EQ(search("newer"), (Titles{newer.title}));
}

INSTANTIATE_TEST_SUITE_P(All, ArticlesContract, testing::Values(Kind::memory, Kind::disk), kind_name);

}  // namespace
}  // namespace winnow::store
