#include "clean/cues.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "base/utf8.h"
#include "clean/cue_rows.h"
#include "clean/cue_table.h"
#include "clean/lines.h"

namespace winnow::cleaning {
namespace {

using enum RemovedKind;

TEST(Cues, ButtonsOfShareBarsInManyLanguages) {
  expect_all({{"分享到微信", Place::inside, share},
              {"分享到：微博 QQ空间 朋友圈", Place::head, share},
              {"分享至：新浪微博、微信", Place::tail, share},
              {"打开微信，点击底部的“发现”，", Place::head, share},
              {"使用“扫一扫”即可将网页分享至朋友圈。", Place::head, share},
              {"Share on Facebook", Place::inside, share},
              {"Share this article via email", Place::inside, share},
              {"Facebook Twitter WhatsApp Copy link", Place::head, share},
              {"Teilen", Place::inside, share},
              {"Artikel teilen | Drucken", Place::tail, share},
              {"Partager sur Facebook", Place::head, share},
              {"Compartir en WhatsApp", Place::head, share},
              {"Compartilhe no Facebook", Place::tail, share},
              {"Condividi su Facebook", Place::tail, share},
              {"Udostępnij na Facebooku", Place::tail, share},
              {"Поделиться ВКонтакте", Place::tail, share},
              {"シェアする ツイート", Place::tail, share},
              {"카카오톡 페이스북 트위터 공유하기", Place::tail, share}});
}

TEST(Cues, Notices) {
  expect_all({{"举报", Place::tail, notice},
              {"點擊關閉", Place::tail, notice},
              {"版权所有 未经授权不得转载", Place::tail, notice},
              {"未经本报书面许可，任何单位不得转载、摘编或以其他方式使用上述作品。", Place::tail, notice},
              {"© 2024 Example Media Ltd.", Place::inside, notice},
              {"Copyright 2024 The Example Times. All rights reserved.", Place::inside, notice},
              {"Alle Rechte vorbehalten.", Place::tail, notice},
              {"Tous droits réservés.", Place::tail, notice},
              {"Todos los derechos reservados", Place::tail, notice},
              {"Wszelkie prawa zastrzeżone", Place::tail, notice},
              {"Все права защищены.", Place::tail, notice},
              {"무단 전재 및 재배포 금지", Place::tail, notice},
              {"無断転載を禁じます", Place::tail, notice},
              {"Sign up for our free daily newsletter", Place::inside, notice},
              {"Thank you for subscribing to our daily letter!", Place::inside, notice},
              {"Thank you! Please check your inbox to confirm your subscription.", Place::inside, notice},
              {"Vielen Dank für Ihre Anmeldung!", Place::tail, notice},
              {"Abonnieren Sie unseren Newsletter", Place::inside, notice},
              {"Abonnez-vous à notre newsletter", Place::inside, notice},
              {"Suscríbete a nuestro boletín", Place::inside, notice},
              {"Assine nossa newsletter", Place::inside, notice},
              {"Iscriviti alla newsletter", Place::inside, notice},
              {"Zapisz się na newsletter", Place::inside, notice},
              {"Подписывайтесь на наш канал в Telegram", Place::tail, share},
              {"下载新闻客户端，随时看新闻", Place::tail, notice},
              {"如需获得授权请联系版权部：copy@example.com", Place::tail, notice},
              {"免责声明：以上内容仅代表作者个人观点，与本网无关。", Place::tail, notice}});
}

TEST(Cues, HeadsOfRelatedLinks) {
  expect_all({{"相关阅读", Place::inside, related},
              {"【延伸閱讀】", Place::inside, related},
              {"一财最热", Place::tail, related},
              {"24小时排行榜", Place::tail, related},
              {"文章作者", Place::tail, related},
              {"Related articles", Place::inside, related},
              {"Most read", Place::tail, related},
              {"Mehr zum Thema", Place::inside, related},
              {"Sur le même sujet", Place::inside, related},
              {"Te puede interesar", Place::inside, related},
              {"Leia também", Place::inside, related},
              {"Potrebbe interessarti anche", Place::inside, related},
              {"Czytaj także", Place::inside, related},
              {"Читайте также", Place::inside, related},
              {"関連記事", Place::inside, related},
              {"관련 기사", Place::inside, related}});
}

TEST(Cues, ReadAlsoLines) {
  expect_all({{"Read more: The bridge that nobody wanted", Place::inside, related},
              {"Lesen Sie auch: Warum die Brücke gesperrt bleibt", Place::inside, related},
              {"Lire aussi : Le pont reste fermé", Place::inside, related},
              {"À lire aussi : Le pont reste fermé", Place::inside, related},
              {"Leggi anche: Il ponte resta chiuso", Place::inside, related},
              {"Читайте также: мост останется закрытым", Place::inside, related},
              {"上一篇：大桥仍然关闭", Place::tail, related}});
  EXPECT_EQ(kind_of({"Read more about the bridge", Place::inside, related}, 1.0), related);
}

TEST(Cues, Adverts) {
  expect_all({{"Advertisement", Place::inside, advert},
              {"— ANZEIGE —", Place::inside, advert},
              {"Publicité", Place::inside, advert},
              {"Story continues below advertisement", Place::inside, advert},
              {"La suite après la publicité", Place::inside, advert},
              {"L'article se poursuit après cette publicité", Place::inside, advert},
              {"Sigue leyendo después de la publicidad", Place::inside, advert},
              {"Continua depois da publicidade", Place::inside, advert},
              {"L'articolo continua dopo la pubblicità", Place::inside, advert},
              {"Artikel gaat verder onder de advertentie", Place::inside, advert},
              {"Weiter nach der Anzeige", Place::inside, advert},
              {"廣告", Place::inside, advert},
              {"第一报广告合作，请点击这里", Place::tail, advert}});
}

TEST(Cues, BylinesTagsCommentsAndPlaces) {
  expect_all({{"责任编辑：王小明", Place::tail, byline},
              {"原标题：大桥今日通车", Place::inside, byline},
              {"来源：新华社", Place::head, byline},
              {"标签：桥梁 交通", Place::tail, navigation},
              {"Tags: bridges, traffic", Place::tail, navigation},
              {"您现在的位置：首页 > 新闻", Place::head, breadcrumb},
              {"網友評論", Place::tail, comments},
              {"12 Kommentare", Place::tail, comments},
              {"会員登録すると、この先の全文をお読みいただけます。", Place::inside, notice},
              {"続きは会員限定です", Place::inside, notice},
              {"すでに会員の方はこちらからログイン", Place::inside, notice},
              {"로그인 후 전체 기사를 읽으실 수 있습니다.", Place::inside, notice},
              {"Leave a comment", Place::tail, comments}});
}

TEST(Cues, AnArticlesLineThatMentionsSuchWordsStays) {
  expect_all({
      {"Share prices on Facebook's parent fell by a tenth on Monday.", Place::inside, std::nullopt},
      {"The company asked users to subscribe, but few did.", Place::inside, std::nullopt},
      {"Related parties held nine per cent of the stock.", Place::inside, std::nullopt},
      {"会員登録の手続きを簡単にするため、市は来月から窓口を増やす。", Place::inside, std::nullopt},
      {"로그인 기록을 분석한 결과, 해커는 두 차례 침입했다.", Place::inside, std::nullopt},
      {"Most read the letter as a threat.", Place::inside, std::nullopt},
      {"The advertisement showed a man on a horse.", Place::inside, std::nullopt},
      {"Die Anzeige wurde am Montag erstattet.", Place::inside, std::nullopt},
      {"分享经济正在改变城市的交通。", Place::inside, std::nullopt},
      {"举报人向警方提供了三份文件。", Place::inside, std::nullopt},
      {"他打开微信，看到了母亲发来的消息。", Place::inside, std::nullopt},
      {"广告收入同比下降三成，公司称合作伙伴减少。", Place::inside, std::nullopt},
      {"法院认为，未经著作权人许可使用作品的，应当承担责任。", Place::inside, std::nullopt},
      {"Le partage des eaux reste disputé entre les deux pays.", Place::inside, std::nullopt},
      {"排行榜显示，该校排名第三。", Place::inside, std::nullopt},
      {"Comments by the minister drew criticism from both sides.", Place::tail, std::nullopt},
      {"02-751-1500", Place::tail, std::nullopt},
      {"9:20—9:50", Place::inside, std::nullopt},
      {"Related work has been done in Kyoto.", Place::tail, std::nullopt},
      {"Facebook and Twitter share more user data with police", Place::head, std::nullopt},
      {"Follow the money: how Facebook made its channel pay", Place::tail, std::nullopt},
      {"Get the latest vaccine, doctors tell patients in an email", Place::inside, std::nullopt},
      {"See you next year, the singer told her fans on Facebook", Place::tail, std::nullopt},
      {"Join the group of scientists who think the page should turn", Place::inside, std::nullopt},
      {"Report on errors in the voting software is published", Place::head, std::nullopt},
      {"Source close to the company: customers leave", Place::head, std::nullopt},
      {"Print is back: newspapers find new readers", Place::head, std::nullopt},
      {"Read more books, watch less news", Place::inside, std::nullopt},
      {"Teile der Seite sind gesperrt", Place::inside, std::nullopt},
      {"Folgen für die Kunden: was jetzt wichtig ist", Place::head, std::nullopt},
      {"Nous suivons la page de l'article dans le journal", Place::inside, std::nullopt},
      {"关注新闻自由的人越来越多", Place::inside, std::nullopt},
      {"他发表评论说，文章有错误", Place::tail, std::nullopt},
      {"See more photos:", Place::inside, std::nullopt},
  });
}

TEST(Cues, EveryPatternCompiles) {
  // A row that does not compile would be left out silently.
  EXPECT_EQ(cue_count(), cue_table().size() + page_cue_table().size());
}

struct PathRow {
  const char* text;
  bool path;
};

TEST(Cues, PathsThroughASite) {
  for (const PathRow& row : {PathRow{"首页 > 新闻 > 金融", true},
                             {"Home » World » Europe", true},
                             {"Startseite / Politik / Inland", true},
                             {"首頁 > 新聞 >", true},
                             {"Profit > loss in a year that nobody expected at all", false},
                             {"文/江城日报 陈一鸣", false},
                             {"金融", false}}) {
    EXPECT_EQ(is_breadcrumb(fold_for_cues(row.text)), row.path) << row.text;
  }
}

}  // namespace
}  // namespace winnow::cleaning
