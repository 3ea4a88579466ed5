#include "clean/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/han.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kLongestLine = 400;  // bytes

struct Words {
  RemovedKind kind;
  std::string_view words;  // separated by '|', spaces inside a phrase
};

// A line needs at least one of these; the first kind that a line shows is its kind.
constexpr std::array<Words, 4> kButtons = {{
    {RemovedKind::share,
     "share|shares|sharing|share this|share it|share on|share via|share now|tweet|tweet this|retweet|pin it|repost|"
     "copy link|link copied|copied|copy url|email this|e-mail this|send by email|send to a friend|whatsapp|"
     "facebook twitter|twitter facebook|save article|bookmark|add to favorites|add to favourites|"
     "follow us|follow us on|find us on|like us on|join us on|"
     "teilen|teilen sie|artikel teilen|beitrag teilen|diesen artikel teilen|weiterempfehlen|empfehlen|twittern|merken|"
     "link kopieren|per e-mail|per mail|versenden|"
     "partager|partagez|partager sur|partager l'article|partager cet article|envoyer par mail|envoyer|copier le lien|"
     "enregistrer|"
     "compartir|comparte|compartir en|compartelo|compártelo|compártela|compartir esta noticia|enviar por correo|"
     "copiar enlace|guardar|síguenos|siguenos|síguenos en|"
     "compartilhar|compartilhe|compartilhar no|compartilhe no|partilhar|partilhe|copiar link|siga-nos|"
     "condividi|condividi su|condividi l'articolo|condividi questo articolo|invia|salva|copia link|"
     "udostępnij|podziel się|skopiuj link|kopiuj link|delen|deel|dela|del|jaa|"
     "поделиться|поделитесь|рассказать друзьям|отправить|скопировать ссылку|твитнуть|сохранить|"
     "シェア|シェアする|ツイート|ツイートする|共有|共有する|この記事をシェア|記事をシェア|ブックマーク|保存|"
     "リンクをコピー|"
     "はてなブックマーク|"
     "공유|공유하기|기사공유|기사 공유|카카오톡|페이스북|트위터|스크랩|url 복사|url복사|링크복사|네이버|밴드|"
     "分享|分享到|分享至|分享给|一键分享|转发|转发到|转发至|推荐给朋友|分享文章|分享本文|转推|复制链接|收藏|加入收藏|"
     "收藏本文|点赞|赞|推荐|扫一扫|扫码分享|微信扫一扫|扫一扫分享|打开微信"},
    {RemovedKind::comments,
     "comment|comments|leave a comment|post a comment|add a comment|view comments|show comments|read comments|"
     "join the conversation|join the discussion|leave a reply|no comments|reply|"
     "kommentieren|kommentare|kommentar|kommentar schreiben|kommentare lesen|zu den kommentaren|"
     "commenter|commentaires|commentaire|réagir|comentar|comentarios|comentario|comentários|comente|commenti|commenta|"
     "komentarze|skomentuj|dodaj komentarz|комментарии|комментировать|комментарий|コメント|コメントする|コメントを書く|"
     "댓글|댓글쓰기|댓글 "
     "쓰기|评论|发表评论|网友评论|最新评论|我要评论|查看评论|条评论|跟帖|参与评论|我来说两句|写评论|全部评论"},
    {RemovedKind::notice,
     "举报|投诉|我要举报|纠错|我要纠错|报错|我要报错|反馈|意见反馈|点击关闭|关闭|关闭窗口|关闭本页|登录|注册|登陆|订阅|"
     "立即订阅|"
     "report|report an error|report a typo|report ad|report this ad|report this comment|close|dismiss|sign in|sign up|"
     "log in|login|register|subscribe|subscribe now|already a subscriber|unsubscribe|accept|accept all|got it|"
     "fehler melden|schließen|anmelden|registrieren|abonnieren|jetzt abonnieren|fermer|s'abonner|abonnez-vous|je "
     "m'abonne|"
     "se connecter|signaler|cerrar|suscribirse|suscríbete|iniciar sesión|reportar|fechar|assine|assinar|entrar|chiudi|"
     "abbonati|accedi|iscriviti|zamknij|zaloguj się|subskrybuj|закрыть|войти|подписаться|подпишитесь|сообщить об "
     "ошибке|"
     "閉じる|ログイン|会員登録|通報|닫기|로그인|구독|구독하기|신고|회원가입"},
    {RemovedKind::navigation,
     "print|print this|print article|print this article|listen|listen to this article|text size|font size|larger|"
     "smaller|back|back to top|go back|home|menu|search|skip to content|skip to main content|previous|next|previous "
     "page|"
     "next page|previous article|next article|load more|show more|see more|view all|see all|read full article|expand|"
     "view gallery|toggle|more|play|pause|watch live|"
     "drucken|artikel drucken|anhören|artikel anhören|vorlesen|zurück|weiter|startseite|nach oben|mehr|mehr "
     "anzeigen|suche|"
     "imprimer|écouter|retour|retour en haut|accueil|suivant|précédent|voir plus|"
     "imprimir|escuchar|volver|inicio|siguiente|anterior|ver más|ouvir|voltar|início|próximo|ver mais|"
     "stampa|ascolta|indietro|torna su|successivo|precedente|drukuj|wróć|następny|poprzedni|dalej|"
     "распечатать|печать|наверх|назад|далее|главная|印刷|印刷する|トップへ|戻る|次へ|前へ|次ページ|前ページ|"
     "トップに戻る|"
     "인쇄|글자크기|글자 크기|목록|이전|다음|맨위로|프린트|크게|작게|본문듣기|"
     "打印|打印本页|打印本文|字号|字体|大中小|大|中|小|放大|缩小|听新闻|听全文|朗读|收听|语音播报|返回|返回顶部|"
     "返回首页|返回列表|"
     "回到顶部|回顶部|首页|上一页|下一页|上一篇|下一篇|上一条|下一条|末页|尾页|搜索|菜单|更多|查看更多|点击查看更多|"
     "展开全文|"
     "展开|收起|播报|编辑|编辑本段|添加图片|不喜欢|语音|倍速|全屏|静音|重播|了解更多|了解详情|"
     "一覧を見る|もっと見る|詳しくはこちら|編集|編集する|자세히 보기|편집|"
     "edit|edit source|bearbeiten|quelltext bearbeiten|modifier|modifier le code|editar|editar código|modifica|"
     "modifica wikitesto|edytuj|edytuj kod|править|править код|sunting|"
     "find out more|learn more|mehr erfahren|en savoir plus|saber más|scopri di più|dowiedz się więcej|узнать больше|"
     "展开全部|全文|阅读全文|点击进入|目录|导航|相关链接|原文链接|阅读原文|正文|浏览|阅读|次|条|人参与|字体大小"},
}};

// Names and particles that may stand between; alone they make no line of buttons.
constexpr std::string_view kGlue =
    "on|to|via|by|with|the|this|article|story|post|page|news|of|a|an|or|and|us|it|your|friends|now|in|"
    "auf|bei|per|mit|diesen|diese|artikel|beitrag|oder|und|über|sur|cet|le|la|les|l'article|par|ou|et|en|esta|este|"
    "noticia|"
    "artículo|por|o|y|no|na|em|esta notícia|su|questo|con|na facebooku|w|в|на|и|を|で|に|この記事|에|"
    "facebook|facebook messenger|twitter|x|instagram|linkedin|linked "
    "in|pinterest|reddit|telegram|messenger|tumblr|email|"
    "e-mail|mail|sms|line|wechat|weibo|youtube|tiktok|flipboard|google|google+|google "
    "plus|threads|bluesky|mastodon|xing|"
    "signal|viber|vk|odnoklassniki|kakao|kakaotalk|naver|pocket|snapchat|skype|rss|url|link|digg|stumbleupon|hatena|"
    "вконтакте|одноклассники|телеграм|フェイスブック|はてな|카카오스토리|"
    "到|至|给|于|微信|微博|新浪微博|腾讯微博|微信好友|微信朋友圈|朋友圈|qq|qq空间|qq好友|好友|朋友|空间|豆瓣|人人网|"
    "百度贴吧|贴吧|钉钉|"
    "手机|客户端|网易|搜狐|新浪|微博客|本文|本页|文章|网页|新闻|点击|我要|和|与|或|个|第|页|共|次数|人气|量|数|0";

struct Phrase {
  std::string text;
  std::optional<RemovedKind> kind;  // none: glue
};

std::string folded(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) utf8::append(out, han::simplified(utf8::next(words, at)));
  return out;
}

// The phrases of the tables as lines are folded (Simplified, Japanese characters too), by their first byte, in order.
using Vocabulary = std::array<std::vector<Phrase>, 256>;

void add(std::string_view words, std::optional<RemovedKind> kind, Vocabulary& to) {
  const std::string all = folded(words);
  for (std::string_view rest = all; !rest.empty();) {
    const std::string_view phrase = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(phrase.size() + 1, rest.size()));
    if (!phrase.empty()) to[static_cast<unsigned char>(phrase.front())].push_back({std::string(phrase), kind});
  }
}

// Made once; immutable afterwards.
const Vocabulary& vocabulary() {
  static const Vocabulary all = [] {
    Vocabulary out;
    add(kGlue, std::nullopt, out);
    for (const Words& words : kButtons) add(words.words, words.kind, out);
    return out;
  }();
  return all;
}

bool is_separator(char32_t c) { return !unicode::is_letter(c); }

bool is_latin_like(char32_t c) { return unicode::is_letter(c) && !unicode::is_cjk(c); }

// Whether the phrase stands at the start of `text`, as whole words where words are spaced.
bool begins_with(std::string_view text, std::string_view phrase) {
  if (!text.starts_with(phrase)) return false;
  std::size_t next = phrase.size(), last = phrase.size();
  const bool spaced = is_latin_like(utf8::previous(phrase, last));
  return !(spaced && next < text.size() && is_latin_like(utf8::next(text, next)));
}

std::size_t skip_separators(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_separator(utf8::next(text, next))) break;
    at = next;
  }
  return at;
}

}  // namespace

std::optional<RemovedKind> only_buttons(std::string_view line) {
  if (line.size() > kLongestLine) return std::nullopt;
  std::optional<RemovedKind> kind;
  for (std::size_t at = skip_separators(line, 0); at < line.size(); at = skip_separators(line, at)) {
    const std::string_view rest = line.substr(at);
    // The longest counts; of equals glue counts last, and else the first.
    const Phrase* longest = nullptr;
    for (const Phrase& phrase : vocabulary()[static_cast<unsigned char>(rest.front())]) {
      const std::size_t best = longest == nullptr ? 0 : longest->text.size();
      const bool better = phrase.text.size() > best || (phrase.text.size() == best && !longest->kind && phrase.kind);
      if (better && begins_with(rest, phrase.text)) longest = &phrase;
    }
    if (longest == nullptr) return std::nullopt;
    if (!kind) kind = longest->kind;
    at += longest->text.size();
  }
  return kind;
}

}  // namespace winnow::cleaning
