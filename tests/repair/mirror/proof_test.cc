#include "repair/mirror/proof.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "newsstand/mirror_damage.h"
#include "repair/mirror/articles.h"
#include "repair/mirror/damaged.h"

namespace winnow::repair::mirror {
namespace {

using newsstand::MirrorTable;

const MirrorTable kKeys = {{"驗", "yàn"}, {"獻", "xiàn"}, {"琺", "fà"}, {"國", "guó"}};

bool proves_text(std::u32string_view original, std::string_view shown) {
  Original restored;
  restored.text = original;
  return proves(restored, utf8::decode(shown), table_of(kKeys));
}

TEST(Proof, HoldsForWhatTheMirrorMade) {
  for (const std::string_view original :
       {"", "plain text?", "實驗與驗證", "因為它們在AI的", "因為，我", "但IE和", "他說，main", "因為同期偏高的",
        "因為穩定的", "因為 我", "這是因為", "因為因為因為的", "國家(第3頁)。", "因為(他)說", "價格：€5，因為€",
        "國國國"}) {
    const std::string shown = newsstand::Mirror(kKeys).damage(original);
    EXPECT_TRUE(proves_text(utf8::decode(original), shown)) << original << " as " << shown;
  }
}

TEST(Proof, StandsForAnEatenSign) {
  EXPECT_TRUE(proves_text(U"因為\uFFFD我", newsstand::Mirror(kKeys).damage("因為3我")));
}

TEST(Proof, AcceptsKeysThatOnlyTheLineShowed) {
  Original original;
  original.text = U"因為它們在AI的";
  const std::u32string_view shown = U"因?yàn)樗鼈冊贏I的";
  EXPECT_FALSE(proves(original, shown, {}));
  original.keys.push_back({0xF29E, han::syllable_id(U"yàn")});
  EXPECT_TRUE(proves(original, shown, {}));
}

struct Row {
  const char* what;
  const char32_t* original;
  const char* shown;
};

TEST(Proof, FailsWhereTheDamageGivesSomethingElse) {
  for (const Row& row : {
           Row{"another character in step", U"國王", "國(guó)土"},
           Row{"another character out of step", U"因爲它們在AI的", "因?yàn)樗鼈冊贏I的"},
           Row{"a character too many", U"國家國", "國(guó)家"},
           Row{"a character too few", U"國", "國(guó)家"},
           Row{"a key left bare", U"國家", "國家"},
           Row{"one of its places left bare", U"國家國家", "國(guó)家國家"},
           Row{"a reading of no key", U"家", "家(jiā)"},
           Row{"another reading", U"國家", "國(huì)家"},
           Row{"a mark that was left", U"國(guó)家", "國(guó)家"},
           Row{"nothing of something", U"", "國"},
       })
    EXPECT_FALSE(proves_text(row.original, row.shown)) << row.what;
}

// Each character of articles, changed by itself, is noticed.
TEST(Proof, NoticesEveryChange) {
  const MirrorTable keys = newsstand::frequent_table(90);
  const newsstand::Mirror mirror(keys);
  const Table table = table_of(keys);
  for (const NewsArticle& article : articles()) {
    const std::string_view paragraph = article.paragraphs.front();
    const std::u32string shown = utf8::decode(mirror.damage(paragraph));
    Original original;
    for (const char32_t c : utf8::decode(paragraph)) original.text += newsstand::mirrored(c);
    ASSERT_TRUE(proves(original, shown, table)) << paragraph;
    for (char32_t& c : original.text) {
      const char32_t real = c;
      c = real == U'乙' ? U'甲' : U'乙';
      EXPECT_FALSE(proves(original, shown, table)) << utf8::of(real) << " in " << paragraph;
      c = real;
    }
  }
}

}  // namespace
}  // namespace winnow::repair::mirror
