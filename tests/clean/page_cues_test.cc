// The lines of cue_table_pages.cc: players, platforms, embedded posts, letters, pagers.
#include <gtest/gtest.h>

#include <optional>

#include "clean/cue_rows.h"

namespace winnow::cleaning {
namespace {

using enum RemovedKind;

TEST(PageCues, ReadAlsoInMoreLanguages) {
  expect_all({{"BACA JUGA: Jembatan itu masih ditutup", Place::inside, related},
              {"Baca juga:", Place::inside, related},
              {"Xem thêm: Cây cầu vẫn đóng", Place::inside, related},
              {"Lees ook: De brug blijft dicht", Place::inside, related},
              {"Les også: Broen er fortsatt stengt", Place::inside, related},
              {"Läs också: Bron är fortfarande stängd", Place::inside, related},
              {"Lue myös: Silta on yhä kiinni", Place::inside, related},
              {"Čtěte také: Most zůstává zavřený", Place::inside, related},
              {"Citește și: Podul rămâne închis", Place::inside, related},
              {"Διαβάστε επίσης: Η γέφυρα παραμένει κλειστή", Place::inside, related},
              {"Читайте також: Міст залишається закритим", Place::inside, related},
              {"اقرأ أيضا: الجسر ما زال مغلقا", Place::inside, related},
              {"यह भी पढ़ें: पुल अब भी बंद है", Place::inside, related},
              {"阅读下一篇 大桥仍然关闭", Place::tail, related},
              {">> Alle Bilder der Brücke", Place::inside, related},
              {"For more stories like this, check our news page.", Place::tail, related}});
}

TEST(PageCues, ShareAndEmbeddedPosts) {
  expect_all({{"By Jane Doe on May 3, 2024 Share on Facebook Share on Twitter", Place::head, share},
              {"Von Erika Muster Teilen auf Facebook Teilen auf Twitter", Place::head, share},
              {"Par Jeanne Martin Partager sur Facebook Partager sur Twitter", Place::head, share},
              {"赶快成为第一个赞的人吧", Place::head, share},
              {"Be the first to like this.", Place::tail, share},
              {"Soyez le premier à commenter", Place::tail, share},
              {"Sé el primero en comentar", Place::tail, share},
              {"View this post on Instagram", Place::inside, share},
              {"Sieh dir diesen Beitrag auf Instagram an", Place::inside, share},
              {"A post shared by Jane Doe (@janedoe)", Place::inside, share},
              {"Tweet may have been deleted", Place::inside, share}});
}

TEST(PageCues, PlayersGalleriesAndPagers) {
  expect_all({{"播报", Place::inside, navigation},
              {"编辑", Place::inside, navigation},
              {"收起", Place::inside, navigation},
              {"[edit]", Place::inside, navigation},
              {"Bearbeiten", Place::inside, navigation},
              {"править", Place::inside, navigation},
              {"编辑 播报", Place::inside, navigation},
              {"正在为您切换清晰度，请稍候...", Place::inside, navigation},
              {"5秒后跳过广告", Place::inside, navigation},
              {"Skip ad", Place::inside, navigation},
              {"Video wird geladen...", Place::inside, navigation},
              {"Your browser does not support the video tag.", Place::inside, navigation},
              {"toggle caption", Place::inside, navigation},
              {"Verfügbar bis 12.03.2026", Place::inside, navigation},
              {"5 Min | Verfügbar bis zum 12. März 2026", Place::inside, navigation},
              {"Disponible jusqu'au 12/03/2026", Place::inside, navigation},
              {"Disponible hasta el 12", Place::inside, std::nullopt},
              {"2 dari 4 halaman", Place::inside, navigation},
              {"2 of 4 pages", Place::inside, navigation},
              {"Bild 3 von 10", Place::inside, navigation},
              {"Page 2 sur 3", Place::inside, navigation},
              {"第1页/共3页", Place::inside, navigation},
              {"时长：01:45 来源：某网", Place::head, navigation},
              {"Lesedauer: 2 Min.", Place::head, navigation},
              {"5 min read", Place::head, navigation},
              {"Temps de lecture : 3 min", Place::head, navigation},
              {"Table of Contents", Place::inside, navigation},
              {"目次", Place::inside, navigation},
              {"减少或屏蔽此类内容推荐", Place::tail, navigation}});
}

TEST(PageCues, WhatPlatformsSay) {
  expect_all({{"以上内容为创作平台用户上传并发布，本平台仅提供信息存储服务。", Place::tail, notice},
              {"本文为作者独立观点，不代表本站立场。", Place::tail, notice},
              {"聲明：本文由用戶投稿發布，平臺不對內容負責。", Place::tail, notice},
              {"The content above was uploaded and posted by a user of the platform, which only stores it.",
               Place::tail, notice},
              {"This article does not necessarily reflect the views of the paper.", Place::tail, notice},
              {"Dieser Beitrag gibt nicht die Meinung der Redaktion wieder.", Place::tail, notice},
              {"Les propos tenus ici n'engagent que leur auteur.", Place::tail, notice},
              {"Las columnas no reflejan necesariamente la opinión del diario.", Place::tail, notice},
              {"Este texto não reflete, necessariamente, a opinião do jornal", Place::tail, notice},
              {"Мнение авторов может не совпадать с мнением редакции.", Place::tail, notice},
              {"本词条缺少概述图，快来补充并编辑吧！", Place::inside, notice},
              {"This article is a stub. You can help by expanding it.", Place::tail, notice},
              {"Cet article est une ébauche concernant un pont.", Place::inside, notice},
              {"Artikel ini telah tayang di contoh.example dengan judul Jembatan Dibuka", Place::tail, notice},
              {"This story originally appeared in another paper.", Place::tail, notice},
              {"Dieser Artikel erschien zuerst im Abendblatt.", Place::tail, notice},
              {"This is a developing story and will be updated", Place::tail, notice},
              {"Noticia en desarrollo", Place::tail, notice}});
}

TEST(PageCues, LettersPodcastsAndAddresses) {
  expect_all(
      {{"By signing up you agree to our terms of use.", Place::inside, notice},
       {"Mit Ihrer Anmeldung stimmen Sie den Bedingungen zu.", Place::inside, notice},
       {"Подписываясь, вы соглашаетесь с правилами.", Place::tail, notice},
       {"You may unsubscribe at any time.", Place::inside, notice},
       {"The biggest stories of the day delivered to your inbox.", Place::tail, notice},
       {"Jeden Morgen das Wichtigste, direkt in Ihr Postfach", Place::tail, notice},
       {"L'essentiel de l'actualité dans votre boîte mail", Place::tail, notice},
       {"Listen to The Bridge Hour on Spotify, Apple Podcasts or wherever you get your podcasts.", Place::tail, notice},
       {"Écoutez La Passerelle sur Spotify et Apple Podcasts.", Place::tail, notice},
       {"Got an idea? Email us at desk@example.com.", Place::tail, notice},
       {"Schreiben Sie uns an redaktion@example.com", Place::tail, notice},
       {"We'd like to hear what you think about this.", Place::tail, notice},
       {"ATENÇÃO: Comentários com ofensas não serão aprovados pelo moderador.", Place::tail, comments},
       {"Bitte achten Sie darauf, dass Ihre Kommentare sachlich sind.", Place::tail, comments},
       {"Комментарии проходят премодерацию.", Place::tail, comments}});
}

TEST(PageCues, Credits) {
  expect_all({{"Illustration: Jane Doe", Place::inside, byline},
              {"Imagem: Maria Souza", Place::inside, byline},
              {"Ảnh: Nguyễn Văn An", Place::inside, byline},
              {"Getty Images", Place::inside, byline},
              {"A man crosses the new bridge Foto: Erika Muster/dpa", Place::inside, byline},
              {"This episode was produced by Jane Doe and edited by John Roe.", Place::tail, byline},
              {"Posted Fri, May 3, 2024 at 6:05 pm", Place::head, byline},
              {"- THE END -", Place::tail, byline},
              {"本文原标题：《大桥今日通车》", Place::inside, byline},
              {"『桥梁』2024年5月号より", Place::tail, notice}});
}

TEST(PageCues, AnArticlesLineThatMentionsSuchWordsStays) {
  expect_all({
      {"Editing the film took her two years, she said.", Place::inside, std::nullopt},
      {"编辑部的灯一直亮到深夜。", Place::inside, std::nullopt},
      {"展开调查后，警方在河边找到了三份文件。", Place::inside, std::nullopt},
      {"正在切换轨道的列车停了下来。", Place::inside, std::nullopt},
      {"平台称，用户上传的内容由算法审核，每天超过百万条。", Place::inside, std::nullopt},
      {"他是全村第一个赞成修桥的人。", Place::inside, std::nullopt},
      {"Baca juga menjadi kebiasaan anak-anak di desa itu.", Place::inside, std::nullopt},
      {"Lees ook de brief van de minister werd er geroepen.", Place::inside, std::nullopt},
      {"2 of 4 patients recovered", Place::inside, std::nullopt},
      {"Two of four pages were missing from the file.", Place::inside, std::nullopt},
      {"Available until 12 March, the show drew forty thousand visitors.", Place::inside, std::nullopt},
      {"Verfügbar bis in die Nacht ist dort nur der Automat.", Place::inside, std::nullopt},
      {"The parcel was delivered to your neighbour's inbox by mistake, the note said.", Place::inside, std::nullopt},
      {"The singer told Spotify and Apple Podcasts to take her songs down.", Place::tail, std::nullopt},
      {"Listeners on Spotify heard the song two million times.", Place::tail, std::nullopt},
      {"Comments under the film were removed by the moderators on Monday.", Place::tail, std::nullopt},
      {"The agency Reuters reported the talks first.", Place::tail, std::nullopt},
      {"Getty bought the picture for nine million pounds.", Place::tail, std::nullopt},
      {"He was the first to like the idea of a bridge.", Place::tail, std::nullopt},
      {"The illustration: a man on a horse, painted in 1820, hung in the hall.", Place::inside, std::nullopt},
      {"The story developed over three years and was told in two books.", Place::tail, std::nullopt},
      {"The paper's views reflect those of its readers, she argued.", Place::tail, std::nullopt},
      {"Published studies from 12 countries agree on this point.", Place::head, std::nullopt},
      {"The duration: nobody knows, said the mayor.", Place::head, std::nullopt},
      {"她读了本书的目录，就再没有放下。", Place::inside, std::nullopt},
      {"该页面由三名志愿者维护，每天有上万人阅读。", Place::inside, std::nullopt},
      {"She sent the photo to Reuters, Getty and two papers", Place::inside, std::nullopt},
      {"发生火灾后，损失估计达到20000元", Place::tail, std::nullopt},
      {"本月，多名用户称上传的照片被平台删除。", Place::tail, std::nullopt},
      {"公司回应说，该员工的言论不代表公司立场。", Place::tail, std::nullopt},
      {"This story about a bridge was written in 1912 by two brothers.", Place::inside, std::nullopt},
      {"(Graphic: Bridges built in 2019)", Place::inside, std::nullopt},
      {"You can email the museum for tickets.", Place::tail, std::nullopt},
      {"The bridge was the end of the line, and the town knew it.", Place::tail, std::nullopt},
  });
}

}  // namespace
}  // namespace winnow::cleaning
