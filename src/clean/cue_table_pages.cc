// Lines by which the parts of a page speak that stand around and between the lines of an article: players, platforms,
// embedded posts, letters, pagers. Each row is bound to the form of such a line; sentences that mention the same stay.
// The marks at both ends of a line (but those that close a sentence) are left out before these are asked. A class as
// wide as "any letter" makes a pattern's program long, and so does a count behind one: what a row's length already
// bounds needs no count.
#include "clean/cue_table.h"

namespace winnow::cleaning {
namespace {

using enum RemovedKind;
using enum Where;

constexpr Cue kCues[] = {
    // Read also, in more languages
    {related, anywhere, 220, "a read-also line",
     R"(^((baca|simak|lihat|tonton) juga|baca selengkapnya|(artikel|berita) terkait|xem thêm|đọc thêm|)"
     R"(tin liên quan|ayrıca (oku|bak)[^ ]*|ilgili haber[^ ]*|lees (ook|verder|meer)|les også|læs også|läs (också|även|mer)|)"
     R"(lue myös|čtěte také|přečtěte si( také)?|čítajte aj|prečítajte si( aj)?|cite[sș][tț]e [sș]i|vezi [sș]i|olvass(a|on) (el|tovább)[^ ]*|)"
     R"(διαβάστε (επίσης|ακόμ[αη]|περισσότερα)|δείτε (επίσης|ακόμ[αη])|читайте також|дивіться також|прочетете (още|също)|)"
     R"(اقرأ (أيض[اً]+|المزيد)|شاهد أيض[اً]+|بیشتر بخوانید|(यह|ये) भी पढ़ें|আরও পড়ুন|อ่านเพิ่มเติม|funda (olunye|futhi|okunye)( [^ ]+){0,2}|)"
     R"(soma (pia|zaidi)|zobacz (wideo|film|zdjęcia|galerię)|auch interessant|mehr lesen|阅读下一篇|下一篇|上一篇)( ?[:|>»→►▶].*| ?)$|^阅读[上下]一篇 .*)"},
    {related, anywhere, 60, "heads related links",
     R"(^(more like this|latest videos?|most popular today|最新の記事|人気の記事|本[周期站网].{0,6}(推荐|精选)|)"
     R"(berita (terkait|populer|terkini)|video (terkait|terkini)|terpopuler|en son haberler|ilgili haberler|gerelateerde? artikelen|)"
     R"(meest gelezen|mest lest|mest læst|mest läst[a]?|relaterade artiklar|luetuimmat|související( články)?|nejčtenější|legolvasottabb|)"
     R"(σχετικά άρθρα|اخبار مرتبط|أخبار ذات صلة|مواضيع ذات صلة|संबंधित (खबरें|लेख)|ข่าวที่เกี่ยวข้อง)$)",
     true},
    {related, edges, 180, "points to other pages",
     R"(^for (more|all the latest)( stories| news| articles| coverage| videos| on| like this){1,2}\b.*\b(visit|check|follow|subscribe|click|head) .*$|)"
     R"(^(mehr|alle|weitere|aktuelle) .+ (finden|lesen|hören|sehen) sie .*(hier|in unserem|auf unserer|in unserer) ?\S*[:.]?$)"},

    // A byline with a share bar behind it; a share bar in words
    {share, edges, 240, "a byline with a share bar",
     R"(((share|teilen|partager|compart[ei]r?|compartilha?r?e?|condividi|udostępnij|поделиться|bagikan|paylaş|delen|dela)( [^ ]+)? )"
     R"((facebook|twitter|x|flipboard|linkedin|whatsapp|reddit|pinterest|e-?mail|telegram|вконтакте)[ ,/|·-]*){2,}$)"},
    {share, anywhere, 70, "asks for a like",
     R"(((成为|做|抢).{0,3}第一个.{0,6}(赞|评论|留言|分享|关注)|^(be|become) the first( one)? to (like|comment|react|share|reply|review)|)"
     R"(^sei(en sie)? der erste|^so(yez|is) le premier à (commenter|réagir|aimer)|^sé el primero en (comentar|opinar)|)"
     R"(^seja o primeiro a (comentar|curtir)|^sii il primo a (commentare|mettere)|^bądź pierwszy|^(будьте|станьте) первым|)"
     R"(^jadilah (yang pertama|orang pertama)|最初の(コメント|いいね)|첫 번째로? (댓글|좋아요)))"},
    {share, anywhere, 110, "an embedded post's label",
     R"(^(view (this|more) (post|photo|video|on)( on)? \S+( a post shared by .*)?|ver (esta|essa) (publicación|publicação) (en|no) \S+|voir cette publication sur \S+|)"
     R"(sieh dir diesen beitrag auf \S+ an|a post shared by .*|(un post condiviso da|une publication partagée par|ein beitrag geteilt von|una publicación compartida (de|por)|)"
     R"(um(a)? publicação partilhada por|uma publicação compartilhada por) .*|(this )?(tweet|post) may have been deleted|)"
     R"(この投稿をinstagramで見る|查看(此|这)?.{0,6}instagram.{0,8})$)"},

    // Players, galleries and pagers
    {navigation, anywhere, 60, "a player's message",
     R"(^(正在为您(切换|加载|缓冲|载入|播放).*|正在(加载|缓冲|载入|切换)(视频|广告|播放器|清晰度|中)?|\d* ?秒后.{0,6}(跳过|关闭|播放).*|.{0,4}(跳过|关闭)广告|广告剩余.*|(视频|音频)?(加载|播放)(失败|中|出错).*|缓冲中.*|)"
     R"((您|你)的浏览器不支持.*|loading( the)?( video| player| media| more)?|error loading (media|video|player).*|buffering|now playing|)"
     R"((video )?player is loading|skip (ad|advertisement|intro)|stream type live|tap to (play|unmute)( gif)?|click to (play|enlarge|expand)|)"
     R"((减少|屏蔽)[^,。]*(此类|类似|相关)内容[^,。]*|(hide|toggle|show) caption|enlarge (this )?image|large preview|view (full )?(gallery|slideshow|image)|)"
     R"(your browser (does not|doesn.t) support.*|this video (can ?not|could not) be played.*|)"
     R"(ihr browser unterstützt .*|(das )?video wird geladen.*|bild vergrößern|votre navigateur ne .*|chargement( en cours)?|agrandir l.image|)"
     R"(tu navegador no .*|cargando( vídeo| video)?|carregando( vídeo)?|caricamento( in corso)?|загрузка( видео)?|)"
     R"(お使いのブラウザ.*|読み込み中.*|画像を拡大|사진 확대|이미지 크게 보기)\.*$)"},
    {navigation, anywhere, 90, "how long a film can be seen",
     R"(^(\d+ min(uten|utes|\.)?[ |,·-]*)?((video|audio|film|podcast)[ |,·-]*)?(verfügbar|available|disponible|disponível|disponibile|dostępn[^ ]+|доступно) )"
     R"((bis|until|till|jusqu.au|hasta|até|fino al?|do|до)( zum)? ?:? ?\d[\d./-]*( ?[^ ]+\.?)? ?\d*$)"},
    {navigation, anywhere, 34, "the label of a pager",
     R"(^((page|seite|página|pagina|strona|страница|halaman|sayfa|foto|photo|bild|image|slide|imagen|imagem) )?\d{1,3} )"
     R"((of|von|dari|de|di|sur|z|из|av|van|/) \d{1,3}( (pages?|seiten|páginas?|pagine|stron|страниц[^ ]*|halaman|fotos?|photos|bilder|images|slides))?$|)"
     R"(^第? ?\d{1,3} ?页? ?[/,] ?共? ?\d{1,3} ?页$)"},
    {navigation, edges, 100, "how long it takes",
     R"((时长|length|duration|länge|laufzeit|durée|duración|duração|durata|czas trwania|длительность) ?: ?\d{1,2}:\d\d|)"
     R"((lesedauer|lesezeit|reading time|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|czas czytania|время чтения|leestijd|lesetid|lästid|okuma süresi|阅读(时间|时长)) ?:? ?(ca\.? |约|ungefähr )?\d|)"
     R"(^\d+ ?(-| )?min(uten?|utes?|utos|uti|\.)? (read|lesezeit|lesedauer|de lecture|de lectura|de leitura|di lettura|czytania)$)"},
    {navigation, anywhere, 40, "heads a table of contents",
     R"(^(table of contents|inhaltsverzeichnis|tabla de contenidos?|índice de conteúdos?|spis treści|inhoudsopgave|innehållsförteckning|目次|목차|本文目录|文章目录)$)"},
    {navigation, edges, 30, "heads a box of the page",
     R"(^(テーマ|プロフィール|自己紹介|カレンダー|月別|アーカイブ|このブログのフォロワー|フォロワー ?: ?\d+ ?人|よく使う.*|一覧を見る|ブログランキング|)"
     R"(trackback|rss|blogroll|archivo|archief)$|trackback)"},

    // What platforms say under what their users made
    {notice, edges, 420, "a platform's disclaimer",
     R"(提供信息(存储|发布|展示)(空间)?(的)?(服务|平台)?|^(以上|本文|该文|上述)[^,。;]*(用户|网友|作者|创作者|自媒体|会员|投稿人)[^,。;]*(上传|发布|投稿|供稿|提供).*(平台|立场|观点|无关|负责)|)"
     R"(^(以上|本文|上述|该文|文中|文章)[^。]*不代表[^。]*(立场|观点|平台|本站|本网)|(所有|全部)内容均由.*(提供|上传|发布)|^\S*(著作权|版权|传输内容)声明$|)"
     R"((uploaded|posted|published|submitted)( and (posted|published))? by (a|the|our|its) (registered )?users?\b.*(platform|responsib|storage|views)|)"
     R"(^(this|the) (article|post|story|content|text) (does|do) not (necessarily )?(reflect|represent)|(does|do) not necessarily (reflect|represent) (the )?(views|opinions?|position)|)"
     R"(^(dieser|der) (beitrag|artikel|text|kommentar) (gibt|spiegelt|stellt) (nicht|ausschließlich|allein|die (persönliche )?meinung)|)"
     R"((gibt|geben|spiegelt|spiegeln) nicht (notwendigerweise|unbedingt|zwingend) die (meinung|ansicht|haltung)|)"
     R"(n.engagent? que (son|sa|leurs?|l.)\s?(auteur|responsabilité)|ne reflètent? pas (nécessairement|forcément)|)"
     R"(no (reflejan?|representan?) necesariamente|^(este|o) (texto|artigo|conteúdo) não reflete|não (refletem?|representam?),? necessariamente|)"
     R"(non (riflett|rispecchi|rappresent)[^ ]+ necessariamente|nie (muszą|musi) (odzwierciedlać|być zgodn)[^ ]*|)"
     R"((может|могут) не совпадать с (мнением|позицией|точкой)|isi (artikel|konten|tulisan).*tanggung ?jawab|)"
     R"((個人|筆者)の(見解|感想)(です|であり)|(필자|개인)의 (의견|견해).*(다를|무관|않)|yazarın (kişisel )?görüş)"},
    {notice, anywhere, 220, "asks to complete an entry",
     R"(^(本|该)(词条|条目|页面).*(缺少|需要|有待|补充|完善|扩充|来编辑)|^this (article|entry|section) (is a stub|needs additional|relies (too|largely)|does not cite)|you can help (\S+ )?by (expanding|adding to) it|)"
     R"(^dieser (artikel|abschnitt) (ist nicht hinreichend|bedarf einer|behandelt nur)|^cet article est une ébauche|^este (artículo|anexo) es un esbozo|^(esta|este) (página|artigo) é um esboço|)"
     R"(^questa voce .*è solo un abbozzo|^ten artykuł .*jest zalążkiem|^это заготовка (статьи|о)|^この(記事|項目).*書きかけ|^이 글은 .*토막글)"},
    {notice, anywhere, 500, "the small print of a letter",
     R"(^(by (signing up|subscribing|registering|submitting|providing|entering your e-?mail)\b.*\b(you (agree|consent|accept|acknowledge|confirm)|terms of (use|service))|)"
     R"(subscribing( to| for) .*(indicates|constitutes) your consent|this newsletter may contain|you (may|can) unsubscribe\b|)"
     R"(mit (ihrer|deiner|der) (anmeldung|registrierung) .*(stimm|akzept|einverstanden|bestätig)|)"
     R"(en (vous |t.)(inscrivant|abonnant).*accept|al (suscribir|registrar|inscribir)(te|se|me).*acept|ao (se )?(inscrever|assinar|cadastrar)\S*.*(concord|aceit)|)"
     R"(iscrivendo(ti|mi|si).*(accett|acconsent|dichiar)|подписываясь.*соглаша|zapisując się.*(zgod|akcept)|bằng cách đăng ký))"},
    {notice, edges, 420, "offers a letter",
     R"(\b(sign up|subscribe|get|receive|stories|news)\b.*\b(delivered|sent|straight|directly|right)\b.* (to|in|into|through) your (inbox|mailbox|e-?mail|phone|letterbox|door)|)"
     R"(delivered (to|straight to|through) your (inbox|letterbox|mailbox|door)|)"
     R"((direkt|täglich|kostenlos|jeden [^ ]+).* in (ihr|dein|ihrem|deinem) (e-?mail-?)?postfach|dans (votre|ta) (boîte (mail|e-?mail|de réception)|messagerie)|)"
     R"((en|a) (tu|su) (correo electrónico|correo|bandeja de entrada|buzón|casilla)[.!]?$|(no|em) (teu|seu) e-?mail[.!]?$|nella tua (casella|posta|inbox)|)"
     R"(na (twoj[^ ]+|swoj[^ ]+) (skrzynk[^ ]+|mail[^ ]*|adres e-?mail)|на (вашу|свою) (электронную )?почту[.!]?$)"},
    {notice, edges, 320, "asks to listen or to write",
     R"(^(you can )?(listen|subscribe|follow|hear|catch|stream|hören sie|hör|abonnieren sie|abonniere|écoutez|écouter|retrouvez|escucha|ouça|ascolta|posłuchaj|слушайте)\b.*)"
     R"((spotify|apple podcasts?|google podcasts?|wherever you get your podcasts|deezer|overcast|pocket casts|überall,? wo es podcasts|яндекс.музык)|)"
     R"(^(listen to|support) .*by (signing up|subscribing|becoming a member)|)"
     R"(\b(e-?mail|tweet|message) us (at|on|via)\b|\b(get|be|keep) in touch with (us|our)\b|(story ideas|tips) can be sent to|\byou can reach (us|me) at\b|)"
     R"(we(.d| would) (like|love) to hear (what|from) (you|your)|^we want to hear from you|^do you have a (story|tip|question|view)\b|)"
     R"(^(schreiben sie uns|schreib uns|mailen sie uns|écrivez-nous|escríbenos|escríbanos|escreva para nós|scrivici|scriveteci|napisz do nas|пишите нам)\b|^(пишите нам|czekamy na wasze))"},
    {notice, edges, 170, "an unfinished report",
     R"(^(this is )?an? (breaking|developing)( news)? story\b.*|^this (story|article|page) (is being|will be) updated.*|^[^.]*more to follow[.…]*$|)"
     R"(^noticia en (desarrollo|ampliación).*|^(matéria|notícia|reportagem) em atualização.*|^notizia in aggiornamento.*|^plus d.informations? à (venir|suivre).*|^(mehr|weitere informationen) (in kürze|folgen)$|^(новость|материал) (дополняется|обновляется).*)"},
    {notice, edges, 320, "where it appeared first",
     R"(^(artikel ini (telah|sudah|pertama kali) (tayang|terbit)|(dieser|der) (artikel|beitrag|text) (erschien|ist) (zuerst|zunächst|erstmals|im original)|)"
     R"(cet article (est (d.abord )?paru|a (d.abord |initialement )?été publié)|este (artículo|texto|contenido) (fue|se|ha sido) publi[^ ]+ (originalmente|originariamente|por primera)|)"
     R"(este (artigo|texto) foi publicado originalmente|questo articolo è (stato pubblicato|apparso|uscito) (originariamente|originalmente|per la prima)|)"
     R"((a version of )?this (article|story|piece|post|essay) (was )?(first |originally |also )(appeared|ran|published|posted) |(本文|文章)(首发|原载|转载|来源)(于|自)|『?[^』]+』.*号(より|から)$))"},
    {comments, tail, 600, "rules for comments",
     R"(^((atenção|attention|achtung|hinweis|note|please note|nota|внимание)[ :!-]+)?((please )?keep (your )?comments|comments (are|will be|containing|that) .*(moderat|approv|delet|remov)|)"
     R"(bitte (achten|beachten|bleiben|halten) sie .*(kommentar|netiquette)|(ihr )?kommentare? (wird|werden) .*(freigeschaltet|geprüft|moderiert|gelöscht)|)"
     R"(os comentários|comentários (com|que|são) .*(aprovad|moderad|responsabilidade|removid)|los comentarios (son|que|serán) .*(responsabilidad|moderad|eliminad|publicad)|)"
     R"(les commentaires (sont|seront|injurieux|contraires) .*(modér|supprim|publi)|i commenti (sono|saranno|verranno) .*(moderat|approvat|rimoss|cancellat)|)"
     R"(komentarze (są|zawierające|niezgodne) .*(moder|usuwan|publik)|комментарии .*(модер|удаля|премодер)|komentar .*(tanggung jawab|dimoderasi)))"},

    // Credits
    {byline, anywhere, 220, "a picture's credit",
     R"(^(illustration|imagem|imagen|infografía|kép|fotó|ảnh|şəkil|фото|рисунок|photograph)s?( by|:) [^.!?:]+$|)"
     R"(^[^.!?]+ (foto|photo|bild|image|picture|imagem|imagen|ảnh|фото|fot\.|©)s? ?[:/©] ?[^.!?:]*(getty|reuters|afp|dpa|epa|imago|shutterstock|istock|unsplash|picture alliance|ap)\b[^.!?:]*$|)"
     R"(^((getty( images)?|afp|epa(-efe)?|reuters|dpa|imago( images)?|picture alliance|shutterstock|istock|unsplash|pa (media|wire)|ap photo|anadolu)[ ,/|·-]*){1,4}$)"},
    {byline, tail, 220, "who made it",
     R"(^(the update to )?(this|today.s) (episode|segment|podcast|broadcast|story|piece)( of \S+( \S+)?)? (was|is) (\w+ ){0,2}(produced|edited|reported|hosted|written|mixed)\b.* by .*$|)"
     R"(^(\S+ ){0,4}[\w.+-]+@[\w-]+(\.[\w-]+)+$|^(he|she|they|\S+ \S+) can be reached at \S+.*$|^follow (him|her|them) (on|at) \S+$|^folgen sie (ihm|ihr) (auf|bei) \S+$)"},
    {byline, edges, 110, "when it was published or changed",
     R"(^(posted|published|updated|erstellt|stand|veröffentlicht|diperbarui|diterbitkan|güncelleme|güncellendi|pubblicato|publicado|publicerad|publisert|oppdatert|gepubliceerd)( \S\S)?[ :]+)"
     R"(([^ ]+,? )?([^ ]+\.? \d{1,2}|\d{1,2}[. /-]+([^ ]+|\d{1,2}))[ ,./-]+\d{2,4}.*$)"},
    {byline, anywhere, 60, "the title under which it first appeared", R"(^本文(原标题|标题|原题) ?[:].*$)"},
    {advert, edges, 60, "asks to send a message for money", R"(发送(短信)?.{1,8}到 ?\d{4,})"},
};

}  // namespace

std::span<const Cue> page_cue_table() { return kCues; }

}  // namespace winnow::cleaning
