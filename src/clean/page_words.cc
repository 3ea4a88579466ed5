#include "clean/page_words.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/han.h"
#include "base/hash.h"
#include "base/utf8.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kShortestStem = 3, kLongestEnding = 6, kLongestDense = 8;  // characters

struct Row {
  std::uint32_t is;
  std::string_view words;  // a star stands for any ending
};

// Imperatives and infinitives, as buttons and invitations have them: what articles tell in other forms is not here.
constexpr Row kRows[] = {
    {kShareVerb,
     "share tweet retweet forward repost pin email teile teilen teilt empfehlen empfiehl weiterempfehlen weiterleiten "
     "versenden partager partage partagez envoyer envoyez transférer recommander compartir comparte comparta compártelo "
     "compártela envía enviar difunde compartilhar compartilhe partilhar partilhe enviar envie divulgue condividi "
     "condividere condividete invia inviare consiglia udostępnij udostępnijcie wyślij podziel prześlij poleć поделиться "
     "поделитесь поделись отправить отправьте расскажите рассказать перешлите 分享 转发 转推 推荐给 发送给 告诉 "
     "シェア 共有 ツイート 拡散 送る 공유* 보내기 전달하기 퍼가기 post"},
    {kFollowVerb,
     "follow like join find connect folgen folge folgt besuchen besuche finden suivre suivez suivez-nous rejoignez "
     "retrouvez retrouver rejoins seguir sigue síguenos siguenos sigan síganos únete encuéntranos búscanos siga "
     "siga-nos segue acompanhe acompanhar curta junte-se seguici segui seguire seguiteci segui-ci obserwuj obserwujcie "
     "śledź polub dołącz подписывайтесь подпишитесь подписаться следите присоединяйтесь читайте вступайте 关注 加入 添加 "
     "搜索 扫码 扫描 扫一扫 长按 识别 フォロー 友だち追加 友達追加 いいね 팔로우* 구독* 친구추가 좋아요 만나보세요 만나요"},
    {kSubscribeVerb,
     "subscribe sign sign-up signup register join get receive download stay enjoy become try install never don't "
     "abonnieren abonniere bestellen bestelle anmelden registrieren melden erhalten holen hole sichern "
     "verpassen laden lade abonnez abonnez-vous inscrivez inscrivez-vous recevez recevoir téléchargez "
     "s'abonner abonne-toi suscríbete suscríbase suscribirse suscribite recibe reciba recibí regístrate apúntate descarga "
     "descárgate inscríbete assine assinar receba cadastre-se inscreva-se subscreva baixe registe-se iscriviti "
     "iscrivetevi ricevi abbonati registrati scarica scaricate zapisz subskrybuj zaprenumeruj pobierz otrzymuj zarejestruj "
     "подпишитесь подписывайтесь подписаться получайте получите скачайте установите оформите зарегистрируйтесь 订阅 下载 "
     "获取 安装 注册 登录 领取 开通 加入 購読 登録 受け取る ダウンロード 入会 申し込み お申し込み 구독* 신청* 받아보* 받으* "
     "가입* 다운로드* 설치* 등록* 확인* お届け"},
    {kReadVerb,
     "read see watch listen discover explore lesen lies lest sehen schauen entdecken lire lisez voir découvrez regarder "
     "écouter leer lee lea ver vea mira descubre leia ler veja ver confira descubra leggi leggere leggete guarda scopri "
     "vedi czytaj przeczytaj zobacz obejrzyj sprawdź читать читайте смотрите смотреть узнайте узнать 阅读 查看 了解 点击 "
     "收看 読む 見る チェック 읽기 보기 보러가기 읽어보* 확인*"},
    {kCommentWord,
     "comment comments comment* discussion conversation opinion thoughts kommentar* kommentieren diskut* mitdiskutieren "
     "meinung commentaire* commenter commentez réagir réagissez avis débat comentar comentario* comenta comente "
     "comentário* opine opina opinión opinião opini* participe commenta commenti commento commentare parere opinione dica "
     "skomentuj komentarz* komentuj dyskusj* opini* комментар* комментируйте прокомментировать обсудить обсуждени* мнени* "
     "评论 留言 跟帖 讨论 发言 看法 点评 コメント ご意見 感想 댓글* 의견* 코멘트"},
    {kReportVerb,
     "report flag notify suggest melden melde hinweisen signaler signalez signalez-nous corriger reportar reporta "
     "denunciar avisa avísanos corrige informar comunicar relatar denunciar reportar avise segnala segnalare segnalaci "
     "zgłoś zgłosić zgłaszaj сообщить сообщите выделите 举报 投诉 纠错 报错 反馈 指正 通報 報告 指摘 신고* 제보* 알려주* gefunden found"},
    {kFaultWord,
     "error errors typo typos mistake mistakes correction corrections inaccuracy problem abuse fehler tippfehler "
     "rechtschreibfehler erreur erreurs faute fautes coquille error errores errata fallo erro erros falha errore errori "
     "refuso refusi problema błąd błędy błędu literówk* ошибк* опечатк* неточност* 错误 错别字 违规 不良信息 问题 侵权 "
     "誤り 誤字 間違い 問題 오류* 오탈자* 오타*"},
    {kWindowVerb,
     "close dismiss print back top scroll return schließen drucken ausdrucken zurück nach fermer imprimer retour haut "
     "cerrar imprimir volver arriba fechar imprimir voltar topo chiudi stampa stampare torna indietro zamknij drukuj "
     "wydrukuj wróć powrót góry закрыть распечатать печать версия наверх назад вернуться 关闭 打印 返回 顶部 窗口 列表 "
     "閉じる 印刷 戻る トップ 닫기 인쇄* 프린트* 목록 위로 맨위로 window fenster fenêtre ventana janela finestra okno окно 画面 ウィンドウ 창"},
    {kChannelWord,
     "facebook twitter x instagram linkedin pinterest reddit telegram whatsapp messenger youtube tiktok threads bluesky "
     "mastodon weibo wechat line vk snapchat flipboard xing tumblr signal viber discord twitch "
     "social media network networks channel channels friends fans colleagues group google freund* kanal kanäle kollegen "
     "netzwerk* sozialen réseaux sociaux chaîne ami amis amie amies collègues groupe proches redes sociales canal canales amigos "
     "contactos sociais canais contatos contactos social canale canali amici colleghi gruppo znajomym znajomymi kanał "
     "kanale kanału społecznościowych mediach grupy facebooku twitterze instagramie facebookiem друзьям друзьями канал* "
     "соцсет* сетях телеграм* вконтакте дзен* групп* одноклассник* фейсбук* 微信 微博 公众号 视频号 朋友圈 好友 朋友 抖音 "
     "小红书 头条号 微信号 订阅号 小程序 二维码 官方微博 官方微信 qq 空间 知乎 百家号 快手 服务号 群 粉丝 サイト sns "
     "公式アカウント アカウント チャンネル フェイスブック ツイッター インスタグラム 友だち 友人 ライン 페이스북* 트위터* "
     "인스타그램* 카카오톡* 유튜브* 텔레그램* 채널* 친구* 네이버* 블로그* 밴드* 계정*"},
    {kLetterWord,
     "newsletter newsletters inbox bulletin digest briefing alerts alert notifications updates email e-mail mailing list "
     "app subscription membership member trial mailbox newsletter* posteingang rundbrief nachrichtenbrief "
     "eilmeldungen benachrichtigungen mail app abo abonnement mitglied infolettre lettre alertes notifications boîte "
     "application abonnement courriel boletín boletines bandeja correo alertas notificaciones aplicación suscripción boletim "
     "boletins caixa alertas notificações aplicativo aplicação assinatura e-mails bollettino casella posta notifiche "
     "avvisi abbonamento newslettera newsletterze newsletter biuletyn biuletynu skrzynkę powiadomienia powiadomień aplikację "
     "aplikacji prenumeratę рассылк* уведомлени* приложени* почту почте письм* подписк* дайджест 邮件 邮箱 电子报 周报 "
     "日报 快讯 推送 客户端 app 会员 提醒 通知 简报 メルマガ ニュースレター メールマガジン メール アプリ 会員 通知 配信 "
     "뉴스레터* 이메일* 메일* 알림* 앱* 앱을 소식지* 회원* 메일함* postfach phone handy móvil celular telefono 手机"},
    {kPageWord,
     "article story post page website site news stories articles headlines content video podcast section issue link "
     "artikel beitrag beiträge seite nachrichten meldungen inhalte geschichten berichte neuigkeiten "
     "thema podcast article articles page actualité actualités site infos informations contenu contenus sujet histoire "
     "noticia noticias nota artículo artículos página sitio contenido contenidos historia notícia notícias artigo artigos "
     "página matéria matérias conteúdo conteúdos texto articolo articoli notizia notizie pagina sito contenuti contenuto "
     "artykuł artykułem artykuły artykułu tekst tekstem stronę strony stronie wiadomości wiadomość treści "
     "информаци* новост* стать* материал* страниц* сайт* текст* ссылк* публикаци* 本文 文章 新闻 资讯 内容 页面 网页 "
     "消息 报道 频道 栏目 本页 链接 全文 本站 网站 记事 記事 ニュース ページ 情報 サイト 動画 コンテンツ 기사* 뉴스* 페이지* "
     "소식* 콘텐츠* 사이트* 글을 이야기* 정보* 글 글을"},
    {kReaderWord,
     "we us our you your yourself i'd let uns unser unsere unserem unseren unserer ihr ihre ihrem ihren dein deine deinen "
     "deinem dir euch euer sie nous notre nos vous votre vos toi ton ta nuestro nuestra nuestros nuestras nosotros tu tus "
     "usted su nos nosso nossa nossos nossas você seu sua nostro nostra nostri nostre ci tuo tua tuoi vostro vostra nas nasz "
     "nasza nasze naszego naszej naszym naszą naszych swoim swoimi swoją twoją twojej ciebie ci sobą нас наш* нам вас ваш* вам "
     "своим свое свою 我们 您 你 大家 我 みなさん 皆さん 皆様 あなた 私たち 当社 우리* 저희* 여러분* 당신*"},
    {kAlsoWord,
     "also more related next further similar recommended previous auch mehr weiterlesen weitere dazu ähnliche aussi "
     "également plus suite encore liés también más relacionad* además siguiente também mais relacionad* seguinte anche altro "
     "più altri correlati pure też także również więcej dalej podobne powiązane также ещё еще больше далее подробнее "
     "похож* другие 更多 相关 下一篇 上一篇 延伸 推荐 更 も もっと 関連 続き 次の こちら あわせて 더 관련 추천 다음 더보기 "
     "자세히 이어서 함께"},
    {kRightsWord,
     "copyright copyrighted © rights reserved reproduction reproduced republished redistributed redistribution "
     "rewritten broadcast published permission prohibited consent written licence license material unauthorized "
     "unauthorised duplication rechte vorbehalten vervielfältigung nachdruck weiterverbreitung genehmigung zustimmung "
     "verboten untersagt urheberrecht* verwendung gestattet droits réservés reproduction interdite autorisation "
     "préalable diffusion rediffusion écrite reproduite derechos reservados reproducción prohibida prohibido autorización "
     "distribución previa total parcial difusión direitos reservados reprodução proibida proibido autorização prévia "
     "distribuição expressa diritti riservati riproduzione riservata vietata vietato autorizzazione consenso diffusione "
     "prawa prawem zastrzeżone kopiowanie rozpowszechnianie zgody zabronione przedruk pisemnej wykorzystywanie autorskim "
     "autorskie права правами защищены перепечатка копирование воспроизведение использование разрешения согласия "
     "запрещено запрещена запрещается письменного авторские полное частичное 版权所有 版权 著作权 转载 复制 摘编 授权 许可 "
     "书面 不得 禁止 严禁 谢绝 请勿 未经 违者必究 追究 法律责任 注明 出处 来源 归 所有 允许 翻印 無断 転載 複製 禁じ* 禁止 "
     "著作権 許可 許諾 無断転載 無断複製 引用 複写 帰属 저작권* 무단* 전재* 재배포* 금지* 복제* 배포* 허가* 동의* 권리*"},
    {kRoleWord,
     "editor editing reporting reporter photo photos picture image credit credits source sources translation translated "
     "text video compiled writing proofreading graphics redaktion redakteur redakteurin bild bilder foto fotos quelle "
     "quellen übersetzung grafik titelbild rédaction rédacteur rédactrice crédit crédits source sources traduction "
     "photographie redacción redactor redactora edición fuente fuentes foto fotos imagen traducción crédito editor edição "
     "redação fonte fontes imagem tradução revisão redazione redattore fonte fonti immagine traduzione a cura redakcja "
     "redaktor źródło źródła fot zdjęcie zdjęcia tłumaczenie oprac opracowanie редактор редакция источник* фото перевод "
     "подготовил* корректор корреспондент автор текста 编辑 责任编辑 责编 校对 审核 来源 图片来源 摄影 图 文 制图 翻译 记者 "
     "通讯员 监制 值班 实习 编审 主编 供图 编译 稿件来源 統括 編集 文責 写真 撮影 翻訳 出典 取材 構成 校正 画像 提供 기자 "
     "편집 사진 출처 번역 교열 자료 제공 그래픽 additional"},
    {kTagsLabel,
     "tags tag tagged topics topic keywords labels categories category schlagworte schlagwörter themen thema stichworte "
     "stichwörter mots-clés mots clés étiquettes thèmes sujets rubriques etiquetas temas categorías palabras clave "
     "etiquetas assuntos categorias palavras-chave tópicos tag argomenti etichette parole chiave categorie temi tagi temat "
     "tematy kategorie słowa kluczowe теги тег темы метки рубрики ключевые слова 标签 关键词 关键字 分类 话题 专题 标籤 "
     "タグ キーワード カテゴリー カテゴリ トピック 태그 키워드 분류 카테고리 주제"},
    {kAboutWord,
     "about über propos acerca sobre quiénes sobre informazioni chi su o про о 关于 について 소개 회사소개 会社概要 関于"},
    {kCompanyWord,
     "leading provider company founded headquartered headquarters employees customers worldwide global offices countries "
     "group solutions services stock exchange listed operates manufacturer supplier subsidiary brands führend* anbieter "
     "unternehmen gegründet sitz mitarbeiter* kunden weltweit standorte* konzern hersteller beschäftigt "
     "leader mondial fournisseur entreprise société fondée siège salariés employés clients pays groupe "
     "líder proveedor empresa fundada sede empleados clientes mundo países compañía mundial fornecedor fundada sede "
     "funcionários colaboradores clientes países companhia leader fornitore azienda società fondata sede dipendenti clienti "
     "paesi wiodąc* dostawc* firma spółka założon* siedzib* pracowników zatrudnia klientów świecie krajach ведущ* "
     "поставщик* компани* основан* штаб-квартир* сотрудник* клиент* мире стран* офис* 领先 供应商 公司 成立于 总部 员工 "
     "客户 全球 企业 集团 提供商 解决方案 上市 服务 大手 企業 会社 設立 本社 従業員 顧客 世界 創業 プロバイダー 선도* 기업* "
     "회사* 설립* 본사* 직원* 고객* 전세계* 세계* 솔루션*"},
    {kFillerWord,
     "please click tap here now today free daily weekly latest breaking top best button link link below above icon "
     "opens new window via copy url enjoyed want forget miss out up for date day week every all first know straight "
     "delivered directly address enter official page account exclusive stay updated most important morning evening app "
     "jetzt hier bitte klicken kostenlos kostenlose kostenlosen täglich tägliche wöchentlich neueste neuesten aktuell aktuelle "
     "aktuellen klick link fenster direkt gefällt gefallen möchten wollen nichts mehr verpassen immer informiert bleiben "
     "wichtigsten tages auf dem laufenden kein keine offiziellen "
     "ici maintenant gratuit gratuite gratuitement quotidien quotidienne hebdomadaire dernières dernière cliquez cliquer "
     "lien bouton recevoir chaque jour semaine directement manquez rien officielle toute toutes tout l'actualité "
     "aquí ahora gratis gratuita gratuito diario diaria semanal últimas última último haz clic pulsa enlace gustado "
     "pierdas nada cada día semana directamente oficial todas todo mejores "
     "aqui agora grátis gratuita diária semanal clique últimas gostou perca nada cada dia semana diretamente oficial "
     "todas tudo principais melhores link diariamente "
     "qui ora subito gratis gratuita gratuito quotidiana settimanale clicca ultime piaciuto perdere perderti niente ogni "
     "giorno settimana direttamente ufficiale tutte tutto migliori fai clic link tieniti aggiornato "
     "tutaj teraz bezpłatny bezpłatnie darmowy codziennie codzienny tygodniowy najnowsze kliknij podobał przegap bądź "
     "bieżąco żadnej każdego dnia prosto oficjalny oficjalnym najważniejsze "
     "здесь сейчас бесплатн* ежедневн* еженедельн* последн* нажмите кликните кнопк* понравил* пропустит* каждый день "
     "неделю прямо официальн* главны* важны* свеж* первыми пожалуйста будьте курсе "
     "请 立即 马上 点击 这里 此处 免费 每日 每天 每周 最新 精彩 独家 官方 欢迎 第一时间 即可 更多 二维 一键 打开 进入 通过 "
     "喜欢 觉得 不错 按钮 右上角 下方 上方 账号 平台 即时 重要 随时 一起 记得 别忘了 可以 发现 发表 参与 "
     "今すぐ 無料 最新 毎日 毎週 公式 はこちら こちら クリック ボタン 気に入った ください 下さい お届け 見逃さない お見逃し "
     "ぜひ ここ して お願い 最新情報 "
     "지금 무료* 최신* 매일* 매주* 여기* 클릭* 버튼* 공식* 놓치지 마세요 주세요 하세요 해주세요 바로 가장 빠르게 빠른 "
     "마음에 드셨다면 하기 보세요 남겨* 눌러* leave write add give think hinterlassen schreiben schreibe laissez écrivez ajoutez donnez dites deja deje escribe escriba añade danos deixe escreva adicione dê lascia scrivi aggiungi dodaj napisz zostaw оставьте оставить напишите добавить добавьте 书く 書く 投稿 聞かせ 作成 작성* 쓰기 남기기 적어* する"},
};

struct Entries {
  std::unordered_map<std::uint64_t, std::uint32_t> whole, stems;
};

// Lines are folded to Simplified characters, Japanese ones too.
std::string folded(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) utf8::append(out, han::simplified(utf8::next(word, at)));
  return out;
}

// Made once; immutable afterwards.
const Entries& entries() {
  static const Entries all = [] {
    Entries out;
    for (const Row& row : kRows) {
      for (std::size_t at = 0; at < row.words.size();) {
        const std::size_t end = std::min(row.words.find(' ', at), row.words.size());
        std::string word = folded(row.words.substr(at, end - at));
        at = end + 1;
        const bool stem = word.ends_with('*');
        if (stem) word.pop_back();
        (stem ? out.stems : out.whole)[hash64(word)] |= row.is;
      }
    }
    return out;
  }();
  return all;
}

std::uint32_t look_up(const std::unordered_map<std::uint64_t, std::uint32_t>& in, std::string_view word) {
  const auto at = in.find(hash64(word));
  return at == in.end() ? 0 : at->second;
}

}  // namespace

std::uint32_t page_word(std::string_view word) {
  std::uint32_t is = look_up(entries().whole, word);
  std::size_t end = word.size();
  const std::size_t characters = utf8::length(word);
  const bool hangul = static_cast<unsigned char>(word.empty() ? ' ' : word.front()) >= 0xEA;
  const std::size_t shortest = hangul ? 1 : kShortestStem;
  for (std::size_t cut = 0; cut <= kLongestEnding && characters >= cut + shortest; ++cut) {
    is |= look_up(entries().stems, word.substr(0, end));
    if (end > 0) (void)utf8::previous(word, end);
  }
  return is;
}

DenseWord dense_page_word(std::string_view text) {
  DenseWord best;
  std::size_t at = 0;
  for (std::size_t characters = 0; characters < kLongestDense && at < text.size(); ++characters) {
    (void)utf8::next(text, at);
    if (const std::uint32_t is = look_up(entries().whole, text.substr(0, at)); is != 0) best = {at, is};
  }
  return best;
}

}  // namespace winnow::cleaning
