#include "clean/cue_table.h"

namespace winnow::cleaning {
namespace {

using enum RemovedKind;
using enum Where;

// Order matters where a line fits two rows: the first one names its kind.
constexpr Cue kCues[] = {
    // Adverts
    {advert, anywhere, 60, "an advert's label",
     R"(^[^\pL\pN]*(advertisements?|advert|ad|ads|sponsored( content| post)?|paid (content|post)|)"
     R"(promoted( content)?|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|annuncio pubblicitario|)"
     R"(iklan|ad feedback|advertorial|reklama|реклама|広告|スポンサーリンク|pr|광고|广告|推广|赞助内容|(story|)"
     R"(article) continues (below|after)( the| this)?( advertisement| ad| ads)?|continue reading below|)"
     R"(advertisement ?[-–—.] ?(scroll to continue|continue reading below|continues below)|)"
     R"(scroll to continue( with content)?|)"
     R"((la suite|la suite de l'article|suite|l'article (continue|se poursuit)) après (la|cette) (publicité|pub)|)"
     R"((el artículo |la noticia )?(continúa|continua|sigue( leyendo)?) (después|tras|debajo) (de )?(la|esta) publicidad|)"
     R"((o artigo |a matéria )?continua (após|depois d)(a|o)? ?(a|o)? ?(publicidade|anúncio)|)"
     R"((l'articolo )?(continua( a leggere)?|prosegue) dopo (la|questa) pubblicità|)"
     R"((artikel gaat|gaat|lees) verder (onder|na) (de|deze) advertentie|advertentie|)"
     R"((lesen sie|weiter|der artikel geht|artikel geht) (nach|unter) (der|dieser) anzeige( weiter)?)[^\pL\pN]*$)"},
    {advert, edges, 60, "an offer of advertising space",
     R"(广告(合作|投放|服务|热线|刊例|业务|招商)|^(advertise with us|werben auf|mediadaten)\b)"},
    {advert, anywhere, 160, "an affiliate notice",
     R"(affiliate[- ]links?|affiliate commission|we may (earn|receive) (a |an )?(small )?commission|if you (buy|)"
     R"(purchase|click).*commission|enthält affiliate|liens? affiliés?|enlaces de afiliad)"},

    // Share bars
    {share, anywhere, 60, "asks to scan a code for WeChat",
     R"(扫一扫.{0,20}(分享|朋友圈|关注|下载|查看|二维码)|(扫描|扫码|长按|识别|扫一扫).{0,12}二维码|^(打开|用|使用|请用).{0,6}微信.{0,20}(扫|发现|右上角|点击)|)"
     R"(分享(到|至).{0,6}(朋友圈|微信)(吧|中)?.?$|^点击(右上角|底部).{0,30}(分享|发现|微信))"},
    {share, anywhere, 90, "a share bar",
     R"(^(please |click (here )?to )?(share|tweet|pin|email) (this|the|on|via|it|to|with)( (article|story|post|)"
     R"(page|news|link|on|via|with|by|to|this|your|friends?|facebook|twitter|x|whatsapp|linkedin|pinterest|)"
     R"(reddit|email|e-mail|telegram|instagram|and|or|opens in new window))*[^\pL]*$)"},
    {share, anywhere, 120, "a share bar",
     R"(^((diesen |den )?(artikel|beitrag) (teilen|versenden|drucken|empfehlen|weiterempfehlen)|)"
     R"(teilen sie diesen|partage[rz]? (cet|sur|l')|comp[aá]rt[ae]lo en|compart(e|ir) (en|esta|este)|)"
     R"(compartilh(e|ar) (no|na|esta|este)|condividi (su|questo|l')|udostępnij (na|ten|artykuł)|поделиться (в|)"
     R"(на|с|новостью|статьей|ссылкой))( \S+){0,6}[^\pL]*$)"},
    {share, edges, 160, "asks to follow on social networks",
     R"(^(follow|like|join|find) (us|me|our|[^.,:;!?]*) (on|at) (facebook|twitter|x|instagram|linkedin|telegram|)"
     R"(whatsapp|google news|youtube|tiktok|threads|bluesky|pinterest|flipboard|https?:)|^(folge|)"
     R"(folgen sie) .*(facebook|twitter|instagram|whatsapp|google news|youtube|tiktok)|^(suivez|)"
     R"(retrouvez)[- ].*(facebook|twitter|instagram|whatsapp|google (news|actualités)|linkedin)|^(síguenos|)"
     R"(sigue a|siga|siga-nos|seguici|segui) .*(facebook|twitter|instagram|whatsapp|google|telegram|canal)|)"
     R"(^(obserwuj|śledź) nas|^(подписывайтесь|подпишитесь|следите|читайте нас) .*(telegram|телеграм|вконтакте|)"
     R"(дзен|vk|канал|соцсет|новости))"},

    // Related
    {related, anywhere, 40, "heads related links",
     R"(^[^\pL\pN]*(相关(阅读|新闻|文章|报道|链接|推荐|内容|专题|资讯|话题|稿件|视频)|延伸阅读|拓展阅读|扩展阅读|推荐阅读|阅读推荐|更多(阅读|新闻|精彩|内容|资讯|相关|文章|)"
     R"(推荐)\S{0,6}|热门(文章|新闻|推荐|排行|评论|标签|阅读|话题|资讯|视频|关键词)?|猜你喜欢|您?可能(还|也)?会?(喜欢|感兴趣|错过)\S{0,8}|你可能(还|也)?会?(喜欢|)"
     R"(感兴趣|错过)\S{0,8}|大家(都在|正在)(看|搜)|编辑推荐|精彩推荐|为(你|您)推荐|今日(推荐|热点|热门|头条)|最新(文章|新闻|资讯|报道|消息|更新)|点击排行|阅读排行|新闻排行|)"
     R"((24小时|一周|本周|今日|周|月)?排行榜?|往期(回顾|推荐|精彩)|新闻推荐|频道推荐|图片推荐|视频推荐|专题推荐|相关(企业|公司|个股|股票))[^\pL\pN]*$)",
     true},
    {related, tail, 10, "a ranking", R"(^\S{0,5}(最热|最新|热榜|热文|热门|排行榜?|热点|必读|精选)$)", true},
    {related, tail, 120, "a teaser with its counts",
     R"((评论|跟帖|赞|点赞|阅读|分享|收藏) ?\d+( ?(评论|跟帖|赞|点赞|阅读|分享|收藏) ?\d+)+$)"},
    {related, edges, 12, "an author box",
     R"(^[^\pL]*(文章作者|作者简介|关于作者|本文作者|作者介绍|作者资料|作者信息|相关作者|作者文章|责任作者)[^\pL]*$)",
     true},
    {related, anywhere, 60, "heads related links",
     R"(^[^\pL\pN]*(related( (articles|stories|posts|links|news|content|coverage|topics|reading|)"
     R"(to this story))?|more (on|from|about) (this|the|our)( \w+){0,3}|more (great )?(\w+ )?(stories|news|)"
     R"(articles|coverage|videos)( from \w+)?|(latest|recommended|more) from [^.]+|explore further|explore more|)"
     R"(recommended( (for you|reading|stories|articles))?|you (may|might) (also )?(like|be interested in|)"
     R"(have missed|want to read)|(most|more) (read|popular|viewed|shared|commented|recent)( \w+){0,2}|)"
     R"(trending( now| stories| topics)?|top stories|latest (news|stories|articles|posts)|popular (now|posts|)"
     R"(stories|articles)|editor'?s'? picks?|don'?t miss|read (more|next|this next)|see also|also read|)"
     R"(what to read next|up next|in this (story|article)|around the web|from around the web|sponsored stories|)"
     R"(promoted stories|further reading|continue reading)[^\pL\pN]*$)",
     true},
    {related, anywhere, 60, "heads related links",
     R"(^[^\pL\pN]*(mehr zum thema( [^.]+)?|zum thema|zum weiterlesen|passend zum artikel|)"
     R"(empfehlungen aus der redaktion|empfohlener redaktioneller inhalt|weitere (videos|infos|informationen|)"
     R"(bilder)|verwandte themenbereiche|lesen sie auch die folgenden beiträge|(das|dieses) thema könnte (dich|)"
     R"(sie) auch interessieren|zum anhören|para saber más|audios et vidéos sur le sujet|auch interessant|)"
     R"(das könnte (sie|dich) auch interessieren|das könnte (ihnen|dir) auch gefallen|weitere (artikel|themen|)"
     R"(meldungen|nachrichten|beiträge)( zum thema)?|verwandte (artikel|themen|beiträge)|ähnliche (artikel|)"
     R"(beiträge)|meistgelesen( \w+)?|meistgelesene artikel|lesen sie auch|lesen sie mehr|mehr lesen|mehr dazu|)"
     R"(neueste (artikel|nachrichten|beiträge)|empfohlene (artikel|beiträge)|top-themen|top-artikel|)"
     R"(sur le même (sujet|thème)|à lire (aussi|également)|lire aussi|voir aussi|les plus (lus|populaires|)"
     R"(partagés|commentés)|articles? (liés|similaires|connexes|recommandés)|dans la même rubrique|)"
     R"(pour aller plus loin|en relation|contenus sponsorisés|vous aimerez aussi|à voir aussi|à ne pas manquer|)"
     R"(nos derniers articles|(noticias|artículos|contenidos?) relacionad[oa]s?|te puede interesar|)"
     R"(también te puede interesar|le puede interesar|lo más (leído|visto|popular)|lea también|lee también|)"
     R"(ver también|más noticias|más información|más sobre \S.*|últimas noticias|te recomendamos)[^\pL\pN]*$)",
     true},
    {related, anywhere, 60, "heads related links",
     R"(^[^\pL\pN]*((notícias|matérias|artigos|conteúdos?) relacionad[oa]s?|leia (também|mais)|veja (também|)"
     R"(mais)|saiba mais|mais lidas|as mais lidas|últimas notícias|você pode gostar|recomendad[oa]s|)"
     R"(potrebbe interessarti( anche)?|articoli (correlati|simili|recenti)|leggi anche|vedi anche|)"
     R"(per approfondire|i più letti|ti potrebbe interessare|ultime notizie|powiązane( artykuły| tematy)?|)"
     R"(czytaj (też|także|więcej|również)|zobacz (też|także|więcej|również)|przeczytaj (też|także|również)|)"
     R"(polecamy|najczęściej czytane|najpopularniejsze|podobne artykuły|najnowsze|читайте (также|ещё|еще)|)"
     R"(смотрите также|по теме|материалы по теме|статьи по теме|новости по теме|популярное|рекомендуем|)"
     R"(рекомендуемое|ещё по теме|еще по теме|новости партнеров|новости партнёров|самое (читаемое|популярное|)"
     R"(интересное)|関連(記事|リンク|ニュース|キーワード|タグ|トピックス|情報|動画|サイト)|あわせて読みたい|おすすめ(記事|の記事)?|人気(記事|ランキング)?|(アクセス)?ランキング|)"
     R"(この記事の関連(ニュース|記事)|最新(記事|ニュース)|新着記事|注目(記事|ニュース)|こちらもおすすめ|관련\s?(기사|뉴스|글|링크)|많이\s?본\s?(뉴스|기사)|인기\s?(기사|뉴스|)"
     R"(글)|추천\s?(기사|뉴스|글)|주요\s?(뉴스|기사)|최신\s?(뉴스|기사)|함께\s?본\s?(뉴스|기사))[^\pL\pN]*$)",
     true},
    {related, anywhere, 220, "a read-also line",
     R"(^[^\pL\pN]*(read (also|more|next)|also read|read|see also|see|more|related( (story|article|news|stories|)"
     R"(video|coverage|content))?|watch( also| more)?|don'?t miss|must read|explore more|recommended|)"
     R"(you may also like|(lesen|sehen) sie (auch|hier|dazu|mehr)|auch lesen|puedes ver|)"
     R"(dieses thema im programm|über dieses thema berichtet\w*|you can also check|lesen sie auch|lies auch|)"
     R"(lesetipp|lese-tipp|siehe auch|mehr (dazu|zum thema|lesen)|auch interessant|weiterlesen|hintergrund|)"
     R"(zum thema|lire (aussi|également|plus|la suite)|à lire( aussi| également| sur le sujet)?|a lire( aussi)?|)"
     R"(voir aussi|à voir|sur le même sujet|notre dossier|lea también|lee también|leer (más|también)|)"
     R"(te puede interesar|también te puede interesar|le puede interesar|vea también|ver también|)"
     R"(más información|mira también|relacionad[oa]|leia (também|mais)|veja (também|mais)|saiba mais|)"
     R"(confira( também)?|leggi (anche|tutto|pure)|vedi anche|guarda anche|potrebbe interessarti( anche)?|)"
     R"(per approfondire|approfondimenti|czytaj (też|także|więcej|również)|zobacz (też|także|więcej|również)|)"
     R"(przeczytaj (też|także|również)|polecamy|читайте (также|ещё|еще)|читать (также|далее|ещё)|)"
     R"(смотрите (также|ещё)|по теме|подробнее|関連(記事|リンク|ニュース)|あわせて読みたい|こちらも|관련\s?(기사|뉴스)|相关(阅读|新闻|文章|报道|链接|推荐)|)"
     R"(延伸阅读|推荐阅读|更多(阅读|新闻|精彩|资讯|相关)|上一篇|下一篇|上一条|下一条|前一篇|后一篇) ?[:：>»|→▶►\])】].*$)"},
    {related, links, 220, "a read-also line",
     R"(^[^\pL\pN]*(read (also|more|next|the)|also read|see also|more (on|from|about|coverage)|related|watch|)"
     R"(don'?t miss|click here|lesen sie|lies auch|lesetipp|siehe auch|mehr (dazu|zum|zu|von|über)|)"
     R"(auch interessant|weiterlesen|lire (aussi|également|la suite)|à lire|a lire|voir aussi|lea también|)"
     R"(lee también|leer más|te puede interesar|ver también|más información|leia (também|mais)|veja (também|)"
     R"(mais)|saiba mais|leggi (anche|tutto)|vedi anche|potrebbe interessarti|czytaj (też|także|więcej|również)|)"
     R"(zobacz (też|także|więcej|również)|przeczytaj|polecamy|читайте (также|ещё|еще)|смотрите (также|ещё)|)"
     R"(подробнее|関連|あわせて読みたい|관련\s?(기사|뉴스)|相关(阅读|新闻|文章|报道)|延伸阅读|推荐阅读|更多|点击(查看|进入|阅读)|[【\[](关连|相关|推荐|延伸)))"},

    {related, anywhere, 160, "points to other pages", R"(^(>>|👉|☞) ?[^ ].*[^:]$)"},
    {navigation, anywhere, 240, "a mark of the template",
     R"(^\[(button|btn|cta|gallery|contact-form|newsletter|mailchimp|social|share|adrotate|vc_\w+|et_pb_\w+)( [^\]]*)?\].*\[/[a-z_-]+\]$)"},
    {byline, tail, 30, "the end", R"(^[-—–=*~·• ]+(the )?(end|完|全文完)[-—–=*~·• ]+$)"},

    // Bylines that name no one in particular
    {byline, edges, 80, "an editor's or source's line",
     R"(^[\[(【]?(责任?编辑|责编|编辑|值班编辑|审核|校对|监制|编审|主编|终审|一审|二审|三审|统筹|策划|来源|文章来源|稿件来源|信息来源|新闻来源|本文来源|来自|转自|转载自|摘自|原标题|)"
     R"(原文标题|标题|作者|撰文|记者|通讯员|图片来源|图源|供图|供稿|翻译|编译)\S{0,8} ?[:/|].*$)"},
    {byline, anywhere, 100, "the title under which it first appeared", R"(^[\[(【]?(原标题|原文标题|原题) ?[:].*$)"},
    {byline, tail, 220, "an editor's line",
     R"(^[^\pL]*(editing by|reporting by|additional reporting by|edited by|writing by|compiled by|)"
     R"(with (additional )?(reporting|inputs|input|files) (by|from)|with agency inputs?|\(?with inputs from|)"
     R"(with (additional )?reports (from|by)|with reporting (by|from)|[^:;!?]* contributed (reporting|to this)|)"
     R"(our standards:|mit (agenturmaterial|material von|informationen de[rs])|redaktion:|redakteur:|quelle:|)"
     R"(quellen:|bearbeitet von|rédaction:|avec (afp|reuters|ap)\b|fuente:|fuentes:|fonte:|źródło:|oprac\.|)"
     R"(opracował|источник:|автор:|редактор:|기자 ?[=:]|取材・文|編集[:部]).*$)"},
    {byline, tail, 40, "a reporter's address", R"(^\S{2,12} ?(기자|특파원|리포터)\s*\(?[\w.+-]*@?[\w.-]*\)?$)"},

    // Notices
    {notice, anywhere, 120, "a copyright line",
     R"(^[^\pL\pN]*(©|\(c\)|copyright\b|版权所有|著作权(归|所有)|版权(归|声明|属于)|all rights reserved|alle rechte vorbehalten|)"
     R"(tous droits réservés|todos los derechos reservados|tutti i diritti riservati|)"
     R"(todos os direitos reservados|wszelkie prawa zastrzeżone|все права защищены|無断転載|无断转载|저작권자|무단\s?전재|<저작권자|)"
     R"(ⓒ))"},
    {notice, edges, 420, "a copyright notice",
     R"(all rights reserved|alle rechte vorbehalten|tous droits (de reproduction )?réservés|)"
     R"(todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|)"
     R"(wszelkie prawa zastrzeżone|все права защищены|перепечатка .*(запрещ|разреш|возмож|только)|при (полном|)"
     R"(использовании|цитировании|копировании|перепечатке).*(ссылк|обязательн)|reproduction (interdite|in whole|)"
     R"(is prohibited|without permission)|may not be (published|reproduced|republished|copied|broadcast|)"
     R"(redistributed)|無断(転載|複製|使用)|转載(を)?禁|무단\s?(전재|복제|배포)|재배포\s?금지|(著作权|版权)(均)?(归|属).{0,24}(所有|享有|作者|本(报|网|站|刊|社))|未经.{0,24}(授权|许可|允许|同意|)"
     R"(批准).{0,30}(不得|禁止|严禁|谢绝|请勿|勿)|(转载|转发|引用|摘编|使用).{0,10}(请|须|需|务必|应).{0,10}(注明|标明|保留|联系|获得)|(谢绝|严禁|禁止|请勿|)"
     R"(不得)(私自|擅自|任意)?(转载|摘编|复制)|(获得|取得)(内容)?授权.{0,6}请.{0,10}联系|(追究|保留).{0,12}(法律责任|权利)|版权部|本网(站)?.{0,20}(版权|转载|)"
     R"(观点)|reprints? (and|or) permissions?|licen[cs]e this (article|story|content)|this (article|story) (was|)"
     R"(is) (originally |first )?(published|republished|syndicated|appeared) .*(permission|licen[cs]e))"},
    {notice, edges, 600, "a disclaimer",
     R"(^[^\pL\pN]*(免责声明|特别声明|郑重声明|版权声明|重要声明|声明 ?:|风险提示|投资有风险|本文(仅|只)代表|本文(不|仅)?(构成|供|作为)|(以上|上述|本文|文章|该文|)"
     R"(此文).{0,14}(内容|观点|信息|言论|文章).{0,24}(仅代表|不代表|仅供|不构成|与本网|无关)|凡本网|凡注明|本站(所有|部分|转载|内容|文章)|如(有|若|涉及|)"
     R"(发现).{0,16}(侵权|版权|错误|问题).{0,30}(联系|删除|告知|通知)|侵(权|删)|转载(仅|只)?.{0,12}(目的|传递|分享).*(信息|观点)|此文.{0,10}转载)|(仅代表|)"
     R"(只代表)(作者|其)?(本人|个人).{0,4}(观点|立场)?.*(不代表|与本|无关)|^(disclaimer|the (views|opinions) expressed|)"
     R"(views expressed|opinions expressed|haftungsausschluss|les (propos|opinions) exprim|)"
     R"(las opiniones (expresadas|vertidas)|as opiniões|le opinioni espresse|мнение (автора|редакции)))"},
    {notice, anywhere, 60, "asks to report a fault",
     R"(^(我要|点击|点此|立即)?(举报|投诉|纠错|报错|反馈)(错误|热线|电话|邮箱|本文|文章|内容)?( ?:.*|\d{5,}|[^\pL]*)$|^(report|flag) (an? |)"
     R"(this )?(error|typo|problem|mistake|correction|content|article).{0,30}$|^(fehler (gefunden|entdeckt|)"
     R"(melden)|signaler une (erreur|faute)|reportar (un )?error|comunicar erro|segnala (un )?errore|)"
     R"(нашли (ошибку|опечатку)|заметили (ошибку|опечатку)|сообщить об (ошибке|опечатке)).*$)"},
    {notice, edges, 60, "closes a window",
     R"(^(点击|单击|按此|点此)?(关闭|返回)(窗口|本页|此窗口|页面|顶部|首页|列表|目录|上一页)?$)"},
    {notice, edges, 220, "a contact line",
     R"(^[^\pL\pN]*(如需|商务合作|媒体合作|内容合作|合作(请)?(联系|咨询|热线|邮箱)|广告(合作|热线)|投稿|爆料|新闻热线|报料|联系(我们|方式|电话|邮箱|人)|客服(电话|热线)|)"
     R"(咨询(电话|热线)|qq群|欢迎(投稿|来稿|关注|加入|扫码|订阅|转发))|(版权|授权|合作|转载|侵权|投稿|爆料)\S{0,10}(请)?(联系|致电|邮箱|邮件|发送).*(@|\d{5})|)"
     R"(^(contact|email|e-mail|reach|write to|send (tips|an e-?mail)|have a (tip|question|story)|got a (tip|)"
     R"(story|question)|do you have (a|any) (tip|story|information)|kontakt|contacto|contato|contatto|contactez|)"
     R"(schreiben sie|escríbenos|écrivez).*(@|\bemail\b|e-mail|whatsapp|\d{6}))"},
    {notice, anywhere, 260, "asks to subscribe",
     R"(^[^\pL\pN]*((please )?(subscribe|sign up|sign-up|signup|register|join|get|receive|download|follow|stay|)"
     R"(click here|tap here|want|enjoy|already|support|become|try|unlock|keep up|be the first|never miss|)"
     R"(never want to miss)\b.*(newsletter|newsletters|inbox|daily email|email updates|email alerts|)"
     R"(breaking news alerts?|mailing list|whatsapp channel|telegram channel|our channel|our app|mobile app|)"
     R"(news app|app store|google play|unlimited access|full access|subscriber|subscription|free account|)"
     R"(free trial|a member|membership)|(abonnieren|bestellen|melden|registrieren|holen|jetzt|mit unserem|)"
     R"(mit dem) .*(newsletter|whatsapp-kanal|app herunter|probeabo|digitalabo)|(newsletter|abonnez|inscrivez|)"
     R"(recevez|téléchargez|je m'abonne|pour (recevoir|continuer|lire)).*(newsletter|newsletters|alertes|)"
     R"(application|abonné|abonnés|abonnement|gratuitement|boîte mail)|(suscríbete|suscríbase|regístrate|recibe|)"
     R"(recibí|descarga|únete|sigue).*(newsletter|boletín|boletines|correo|app\b|canal|whatsapp|suscriptor)|)"
     R"((assine|cadastre|receba|inscreva|baixe|siga|participe d[oe]|entre (no|em) (nosso )?).*(newsletter|)"
     R"(boletim|e-mail|aplicativo|app\b|canal|whatsapp|telegram)|(iscriviti|abbonati|ricevi|scarica|)"
     R"(resta).*(newsletter|canale|app\b|whatsapp|email)|(zapisz się|zapisz|subskrybuj|pobierz|dołącz|)"
     R"(bądź na bieżąco).*(newsletter\w*|aplikacj\w+|facebook\w*|powiadomie\w+)|(подпишитесь|подписывайтесь|)"
     R"(подписаться|скачайте|установите).*(рассылк\w+|канал\w*|telegram|приложени\w+|новост\w+|дзен\w*)))"},
    {notice, anywhere, 90, "points to an app or an account",
     R"(^[^\pL\pN]*(下载|打开|安装|点击(这里|此处|下方|下载|上方|蓝字|右上角)|关注|搜索(关注)?|添加|请?(扫码|扫描)|[(]?(本文)?来自.{0,20}更多.{0,20}请|)"
     R"(更多.{0,20}(请|欢迎|尽在|关注|下载)|欢迎(关注|下载|订阅|搜索)|请(关注|下载|添加|登录)|长按).*(app\b|客户端|公众号|微信号|公众平台|官方微信|官方微博|二维码|小程序|)"
     R"(视频号|头条号|订阅号|微信搜索)|微信公众号$|(本文|文章)?(来自|首发于|首发)?微信公众号 ?[:「“\"(].*$)"},
    {notice, anywhere, 160, "asks to log in or to pay",
     R"(^[^\pL\pN]*((to (continue|keep) reading|continue reading).*(subscri|sign|log|regist|account|free)|)"
     R"((you must|you need to|please) (be )?(logged|log|sign|signed|enable|register).*|this (article|content|)"
     R"(story) is (for|only for|available to|exclusive to|reserved).*(subscriber|member|registered)|(dieser|)"
     R"(der) artikel ist .{0,30}(abonnent|kostenpflichtig|plus)|cet article est réservé|)"
     R"(article réservé aux abonnés|il vous reste .{0,30}à lire|contenido exclusivo para|)"
     R"(conteúdo exclusivo para|contenuto riservato|この記事は(会員|有料)|残り\d+文字|(有料)?会[員员](登|にな).{0,16}([続续]き|全文|[記记]事).{0,8}([読读]|ご[覧览])|)"
     R"(([続续]き|全文).{0,16}(会[員员]|ログイン)|(すでに)?会[員员]の方は.{0,10}(ログイン|こちら)|로그인.{0,6}(후|하시면|하셔야).{0,20}|)"
     R"((请|需要?)?(先)?登录后(才能|可|查看|阅读|发表|评论).{0,20}|)"
     R"((javascript|cookies?).*(enable|aktiv|activ|disabled|blocked|required)))"},
    {notice, tail, 140, "counts or promises updates",
     R"(^[^\pL\pN]*((阅读|浏览|点击|评论|访问|人气)(量|次数|数)? ?[:(]? ?\d+|本文(共)?\d+字|\d+ ?(views?|shares?|reads?|)"
     R"(min(ute)?s? read|comments?)\b[^\pL]*$|(全文)?(完|end)[)\]】]?$|stay tuned|thank you for reading|)"
     R"(thanks for reading))"},

    {byline, anywhere, 60, "an editor's credit",
     R"(^[\[(【]?(责任编辑|责编|值班编辑|文字编辑|网络编辑|编辑 ?:|图片?来源|图源|图片 ?[:/]|图 ?[/|]|制图 ?[:/]|供图 ?[:/]|来源 ?: ?\S{2,16}$|)"
     R"(编辑 ?: ?\S{2,8}$)[^。]{0,40}$)"},
    {byline, anywhere, 220, "a picture's credit",
     R"(\((image|images|photo|photos|picture|pic|bild|foto|credit)s?( credit| by)? ?: ?[^)]*\)$|)"
     R"(^[^©]* © [^©.,]*$|^(titelbild|beitragsbild|photo|foto|bild|image|photo credit|image credit|)"
     R"(picture credit|crédit photo|photo by)s? ?: ?[^.]*$)"},
    {byline, edges, 100, "when it was published or changed",
     R"(^[^\pL]*(updated|last updated|last modified|aktualisiert|publié le|mis à jour|actualizado|atualizado|)"
     R"(aggiornato|uppdaterad|publicerad|opublikowano|aktualizacja|обновлено|)"
     R"(опубликовано)( \S{1,8})? ?[:]? ?\d.*$)"},
    {byline, tail, 16, "an editor's initials", R"(^\([a-zäöü]{2,4}([/,] ?[a-zäöü]{2,4})*\)$)"},
    {notice, anywhere, 120, "what a form says once it was sent",
     R"(^(thanks|thank you)( very much)? for (subscribing|signing up|registering|your subscription)|)"
     R"(^((thanks|thank you|almost (done|finished|there))[!.,]* ?)?(now )?(please )?check your (inbox|e-?mails?)\b.*\b(confirm|)"
     R"(subscription|activate|verify)|^(vielen )?dank für (ihre|deine) anmeldung\b|^merci (pour votre inscription|de votre )"
     R"(inscription|de vous être inscrit)|^gracias por (suscribirte|suscribirse|tu suscripción|su suscripción))"},
    {notice, anywhere, 200, "asks to subscribe",
     R"(^[^\pL\pN]*(subscribe( now| today)? (to|for|here)\b|sign up (for|to|here|now|today)\b|(register|)"
     R"(sign in)( ?[/|]| or) ?(sign|create|register|log)|create an account|don.t have an account|)"
     R"(already have an account|to view the full (story|article)|if you.re seeing this message|)"
     R"(unlimited (online|digital)? ?access to|share your thoughts and join|enjoy additional articles|)"
     R"(get email updates|view more offers|access articles from|get the latest news.{0,60}inbox|)"
     R"(click here to get the|support (local|independent|our) journalism|our website is (the place|)"
     R"(your destination) for|we apologi[sz]e, but this (video|content)|try refreshing your browser|)"
     R"(this slideshow requires|(we.d|we would) like to hear (what|from)|tell us what you think|hazte (miembro|)"
     R"(socio|suscriptor)|escucha (esta|la) (nota|noticia)|unterstütze(n sie)? (uns|unsere|\pL+ bereits)|)"
     R"(player wird geladen|um eingebettete inhalte|wir respektieren deine|diese zusammenfassung wurde|)"
     R"(this (summary|article) (was|is) (generated|created) (by|with|using) (ai|artificial)|ai 요약)|^(like|love|)"
     R"(enjoy|enjoyed|liked) (this|the|what)( \w+){0,3}\?.*(share|subscribe|sign|follow|support)|^(hat ihnen|)"
     R"(gefällt (dir|ihnen)) .{0,40}\?.*(unterstütz|spend|mitglied|abo))",
     true},
    {navigation, anywhere, 16, "a count or a length of play",
     R"(^[^\pL\d]*(\d{1,2}:\d{2}(:\d{2})?( min\.?)?|\d+ ?/ ?\d+|\d+ (bilder|fotos?|images|photos|videos?)|)"
     R"(0:000:00)[^\pL\pN]*$)"},
    {navigation, tail, 60, "numbers of pages", R"(^[^\pL\d]*\d{1,2}([^\pL\d]+\d{1,2}){2,}[^\pL\d]*$)"},
    {navigation, edges, 30, "heads tags or categories",
     R"(^[^\pL]*(topics?|tags?|categor(y|ies)|categorias?|categorías|arquivos|archives?|themen|schlagwörter|)"
     R"(thèmes|temas|etiquetas|tematy|темы|теги|отзывы|добавить отзыв|キーワード|태그|标签|分类)[^\pL]*$)"},

    // Comments
    {comments, edges, 60, "heads the comments",
     R"(^[^\pL\pN]*\d* ?(comments?|kommentare?|leserkommentare|commentaires?|comentarios?|comentários|commenti|)"
     R"(komentarze|комментари(и|ев|й)|コメント|댓글|(网友|最新|热门|全部|精彩|用户|发表|我要|相关|读者)?(评论|跟帖|)"
     R"(留言))( ?\(?\d+\)?)?[^\pL\pN]*$|^(leave a (comment|reply)|join the (conversation|discussion)|)"
     R"(be the first to comment|comments are (closed|off|disabled)|your email address will not be published|)"
     R"(schreiben sie einen kommentar|laissez? un commentaire|deja (un|tu) comentario|lascia un commento|文明上网|)"
     R"(请(遵守|文明).{0,30}(评论|发言)|我来说两句|已有\d+(人|条)|\d+人(参与|评论)).*$)"},

    // Tags and ways through the site
    {navigation, edges, 160, "a line of tags",
     R"(^[^\pL\pN]*(标签|关键词|关键字|tags?|tagged|keywords?|schlagwörter|schlagworte|stichwörter|mots[- ]clés|)"
     R"(etiquetas|temas|tags da notícia|parole chiave|tematy|теги|метки|ключевые слова|キーワード|タグ|태그|키워드|topics|)"
     R"(filed under|themen|posted in|categories|category|所属(栏目|分类|专题|标签)|分类|栏目) ?[:：|].*$)"},
    {breadcrumb, edges, 90, "the place in the site",
     R"(^[^\pL\pN]*((您|你)?(现在的|当前的?|所在的?|目前的?)?位置 ?[:是]|(您|你)(现在|当前|目前)?(所在|在)(的位置)? ?:|you are here|)"
     R"(sie sind hier|sie befinden sich|vous êtes ici|estás en|você está aqui|sei qui|jesteś tutaj|вы здесь|)"
     R"(現在位置|现在位置|현재\s?위치).*$)"},
};

}  // namespace

std::span<const Cue> cue_table() { return kCues; }

}  // namespace winnow::cleaning
