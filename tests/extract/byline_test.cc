#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/fields.h"
#include "extract/names.h"

namespace winnow::extract {
namespace {

using Names = std::vector<std::string>;

struct Row {
  const char* text;
  Names authors;
  Names editors;
  const char* source = "";
  const char* published = "";
  bool all = true;
};

TEST(Byline, RolesAreKeptApart) {
  const std::vector<Row> rows = {
      {"作者:周艾琳    责编:林洁琛", {"周艾琳"}, {"林洁琛"}},
      {"作者:周艾琳    責編:林潔琛", {"周艾琳"}, {"林潔琛"}},
      {"作者:周艾琳    責(zé)編:林潔琛", {"周艾琳"}, {"林潔琛"}},
      {"第一財經 2025-02-11 21:42:41 聽新聞", {}, {}, "第一財經", "2025-02-11T21:42:41"},
      {"第一財(cái)經(jīng) 2025-02-11 21:42:41 聽(tīng)新聞", {}, {}, "第一財經", "2025-02-11T21:42:41"},
      {"来源：新华网 作者：唐霁 2019-12-10 07:57:40", {"唐霁"}, {}, "新华网", "2019-12-10T07:57:40"},
      {"记者：张三、李四，编辑：王五", {"张三", "李四"}, {"王五"}},
      {"文/张三", {"张三"}, {}},
      {"光明日报记者 王建宏 张文攀", {"王建宏", "张文攀"}, {}},
      {"光明日报记者 王建宏 实习生 张文攀", {"王建宏", "张文攀"}, {}},
      {"By Jane Doe and John Roe, Reuters, 3 May 2024 10:15 GMT",
       {"Jane Doe", "John Roe"},
       {},
       "Reuters",
       "2024-05-03T10:15:00+00:00"},
      {"By Jane Doe | May 3, 2024", {"Jane Doe"}, {}, "", "2024-05-03"},
      {"Von Anna Schmidt und Hans Meier", {"Anna Schmidt", "Hans Meier"}, {}},
      {"Par Marie Dupont, publié le 3 mai 2024 à 10h30", {"Marie Dupont"}, {}, "", "2024-05-03T10:30:00"},
      {"Por Juan Pérez", {"Juan Pérez"}, {}},
      {"Di Mario Rossi", {"Mario Rossi"}, {}},
      {"Door Jan de Vries", {"Jan de Vries"}, {}},
      {"Автор: Иван Петров", {"Иван Петров"}, {}},
      {"Autor: Jan Kowalski", {"Jan Kowalski"}, {}},
      {"Source: Reuters", {}, {}, "Reuters"},
      {"Published on May 3, 2024", {}, {}, "", "2024-05-03"},
      {"Ein Bericht von Anna Schmidt", {"Anna Schmidt"}, {}},
      {"Eine Analyse von Anna Schmidt und Hans Meier", {"Anna Schmidt", "Hans Meier"}, {}},
      {"Un reportage de Marie Dupont", {"Marie Dupont"}, {}},
      {"Un'inchiesta di Mario Rossi", {"Mario Rossi"}, {}},
      {"L'analyse d'Anna Blanc", {"Anna Blanc"}, {}},
      {"Words: Jane Doe", {"Jane Doe"}, {}},
      {"Published Sunday, 11 May 2025 19:50 by Jane Doe and John Roe",
       {"Jane Doe", "John Roe"},
       {},
       "",
       "2025-05-11T19:50:00"},
      {"Words and pictures by Jane Doe", {"Jane Doe"}, {}},
      {"Text und Fotos: Anna Schmidt", {"Anna Schmidt"}, {}},
      {"بقلم محمد أحمد", {"محمد أحمد"}, {}},
      {"كتبت: سارة علي", {"سارة علي"}, {}},
      {"홍길동 기자", {"홍길동"}, {}},
      {"홍길동·김철수 기자 hong@news.example", {"홍길동", "김철수"}, {}},
      {"입력 2024.05.03. 오전 9:15 수정 2024.05.03. 오후 1:00 홍길동기자", {"홍길동"}, {}, "", "2024-05-03T09:15:00"},
      {"글·사진 홍길동", {"홍길동"}, {}},
      {"[서울=홍길동 특파원]", {"홍길동"}, {}, "", "", false},
  };
  for (const Row& row : rows) {
    Byline byline = read_byline(row.text);
    EXPECT_EQ(byline.authors, row.authors) << row.text;
    EXPECT_EQ(byline.editors, row.editors) << row.text;
    EXPECT_EQ(byline.source, row.source) << row.text;
    EXPECT_EQ(byline.published, row.published) << row.text;
    EXPECT_EQ(byline.all, row.all) << row.text;
  }
}

TEST(Byline, ProseIsNone) {
  const std::vector<const char*> rows = {
      "",
      "By the way, nobody came.",
      "A report by the council says so.",
      "Photos: Jane Doe",
      "Interview: Jane Doe",
      "그 글 내용은 홍길동 기자가 쓴 것으로 알려졌다.",
      "كتب الرئيس رسالة إلى المجلس اليوم",
      "Von der Stadt war nichts zu sehen, als der Zug endlich hielt.",
      "据第一财经记者了解，面对全球客户空前密集的问询，多家银行发布报告。",
      "应用和平台层将受益于模型竞争和更低的计算成本。",
      "He said on 3 May 2024 that the plan of the council, made by Jane Doe, was not ready.",
  };
  for (const char* row : rows) {
    Byline byline = read_byline(row);
    EXPECT_TRUE(byline.authors.empty()) << row;
    EXPECT_FALSE(byline.all) << row;
  }
}

TEST(Names, AreCleaned) {
  struct Case {
    const char* text;
    Names expected;
  };
  const std::vector<Case> rows = {
      {"Jane Doe", {"Jane Doe"}},
      {"By Jane Doe, Staff Writer", {"Jane Doe"}},
      {"Jane Doe & John Roe", {"Jane Doe", "John Roe"}},
      {"Jane Doe, jane@example.com", {"Jane Doe"}},
      {"Jane Doe (AFP)", {"Jane Doe"}},
      {"Jane Doe May 3, 2024", {"Jane Doe"}},
      {"José Ortega y Gasset", {"José Ortega y Gasset"}},
      {"Ana Ruiz y Luis Gil", {"Ana Ruiz", "Luis Gil"}},
      {"张三 李四", {"张三", "李四"}},
      {"赵 培", {"赵培"}},
      {"渡辺さくら", {"渡辺さくら"}},
      {"이도윤·남궁수빈", {"이도윤", "남궁수빈"}},
      {"卡尔·马克思", {"卡尔·马克思"}},
      {"يوسف منصور ورانيا منصور", {"يوسف منصور", "رانيا منصور"}},
      {"محمد أحمد وليد حسن", {"محمد أحمد وليد حسن"}},
      {"本报记者 张三", {"张三"}},
      {"홍길동 기자", {"홍길동"}},
      {"https://example.com/jane", {}},
      {"admin", {}},
      {"佚名", {}},
      {"张蕊 摄", {}},
  };
  for (const Case& row : rows) EXPECT_EQ(names_in(row.text), row.expected) << row.text;
}

TEST(Names, AJapaneseNameKeepsItsSpace) {
  NameStyle style;
  style.japanese = true;
  EXPECT_EQ(names_in("山田 太郎", style), Names{"山田 太郎"});
}

TEST(Names, LabelsDoNotPileUp) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "by ";
  EXPECT_TRUE(without_author_label(text).found);
  EXPECT_TRUE(names_in(text).empty());
}

TEST(Names, AddressesOfSites) {
  for (const char* name : {"example.com", "news.example.at", "Example.de"}) EXPECT_TRUE(is_domain(name)) << name;
  for (const char* name : {"Jane Doe", "J. Doe", "Example News", "Dr.", ".com", "St. Example.com"})
    EXPECT_FALSE(is_domain(name)) << name;
}

TEST(Names, KeysLeaveMarksAway) {
  EXPECT_EQ(name_key("The king\u2019s day"), name_key("The king's day"));
  EXPECT_EQ(name_key("\u201C大雨\u201D来袭"), name_key("大雨来袭"));
  EXPECT_NE(name_key("大雨"), name_key("大雪"));
}

}  // namespace
}  // namespace winnow::extract
