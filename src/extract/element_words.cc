#include "extract/element_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace winnow::extract {
namespace {

struct Words {
  std::uint32_t is;
  std::string_view words;
};

// Pairs are written together: "readalso" stands for read-also, read_also, readAlso and readalso.
constexpr Words kWords[] = {
    {kShareWord,
     "share shares sharebar sharebox sharing sharetools sharelinks shariff sharedaddy sharethis addthis addtoany "
     "bdshare "
     "jiathis fenxiang social socials sns socialbar socialmedia teilen partage partager compartir compartilhar "
     "condividi delen udostepnij paylas follow followus whatsapp pinterest fblike likebutton socialshare"},
    {kRelatedWord,
     "related relateds relate relates relatednews relatedposts relatedlinks relatedarticle relatedarticles relacionado "
     "relacionados relacionada relacionadas correlati correlate correlato relacionats verwandt verwandte similar "
     "readalso alsoread seealso alsosee lireaussi aussi leggianche mostread mostpopular mostviewed morestories "
     "morenews morefrom moreon morearticles recommended recommend recommends recommendation recommendations tuijian "
     "xiangguan xgnews xgxw popular trending recirc recirculation outbrain taboola revcontent mgid zergnet suggested "
     "suggestions upnext nextup nextarticle prevarticle ranking rank topstories latestnews hotnews teasers yarpp "
     "jprelatedposts linklist sidebar rightbar rail rightcol rightcolumn authorbox aboutauthor authorbio bio biography "
     "carousel carousels slider sliders swiper playlist videoplaylist videocarousel "
     "nextprev nextstory prevstory previousstory nextpost prevpost previouspost previousarticle postnavigation "
     "nextposts articlenext "
     "factbox factboxes faktenbox faktaruta faktaboks faktabox expandablebox "
     "saboxplugin authordesc authorcard aboutme abouttheauthor postauthor contributor contributors "
     "authorinfo authorprofile authordescription"},
    {kCommentsWord,
     "comment comments commentlink commentlinks commentlist commentform commentsection commentarea commentbox "
     "commentaire commentaires "
     "kommentar "
     "kommentare kommentarer comentario comentarios commenti commento reacties disqus respond livefyre pinglun liuyan "
     "replies reply fbcomments guestbook komentarze comentarii"},
    {kNavigationWord,
     "nav navi navbar navigation navigate menu submenu breadcrumb breadcrumbs crumb crumbs pagination paginator pager "
     "pagenav pagelinks topbar toolbar skiplink postnav prevnext topnav mainnav sitemap searchform searchbox "
     "daohang weizhi footer foot sitefooter colophon masthead tableofcontents toc"},
    {kAdvertWord,
     "ad ads adv adunit adslot adbox adsbox adwrap adwrapper adcontainer advert adverts advertisement advertisements "
     "advertising adsbygoogle adsense googlead googleads sponsor sponsored sponsors dfp gpt werbung anzeige publicidad "
     "publicidade publicite pubblicita reklama reklam annonce guanggao promo promos promobox promotion banner banners "
     "affiliate"},
    {kNoticeWord,
     "notificationbar announcementbar alertbar "
     "cta calltoaction appstores paywallbox subscription abo abobox "
     "placeholder oembedplaceholder embedplaceholder contentblocker "
     "copyright disclaimer shengming banquan newsletter newsletters subscribe "
     "disclosure disclosures disclosuretext affiliatedisclosure paywallnotice "
     "signup login loginform register registration tooltip popover hovercard"},
    {kAuthorWord,
     "byline bylines author authors autor autore auteur auteurs auteurinfo zuozhe bianji editor writer writers "
     "journalist "
     "journalists reporter columnist"},
    {kBylineWord,
     "meta postmeta entrymeta articlemeta "
     "artikelinfo artikelmeta artinfo newsmeta "
     "postmetadata postfoot postfooter entryfooter entryfoot postinfo articlefooter articleinfos "
     "metadata timestamp date datetime pubdate pubtime publishtime publishdate published posted postdate postedon "
     "articleinfo postinfo newsinfo laiyuan updated lastmodified readtime readingtime"},
    {kCaptionWord,
     "caption captions captiontext wpcaption imagecaption imgcaption photocaption legende bildunterschrift bildtext "
     "legend imginline imgdesc imgdescription imagedescription imagedesc photoinfo imageinfo imageannotation "
     "imagelegend picturecaption figurecaption mediacaption mediainfo mediadescription photodescription photolegend "
     "videocaption videoheading bildlegende "
     "photocredit imagecredit imgcredit piefoto didascalia phototext figcaption"},
    {kTagsWord,
     "tags taglist tagcloud tagslist entrytags posttags articletags topics topiclist keywords keywordlist catlinks "
     "categories schlagworte schlagwort biaoqian"},
    {kBodyWord,
     "articlebody articlecontent articletext articlemain articledetail articlecopy articlecontenu bodytext bodycopy "
     "bodycontent contentbody contenttext contentarticle contentdetail detailcontent detailtext detailbody "
     "entrycontent "
     "entrytext entrybody postcontent postbody posttext postentry storybody storycontent storytext storycopy newsbody "
     "newscontent newstext newsdetail textcontent textbody maintext articlestory artikeltext artikelinhalt "
     "corpoarticolo corponoticia cuerponoticia textonoticia textearticle trseditor zhengwen neirong richtext "
     "articleview newsview viewcontent articlecont newscont artibody contenttxt alltxt newstxt articletxt wenzhang "
     "haberdetay habericerik habermetni tekstartykulu trescartykulu testoarticolo testonotizia conteudonoticia "
     "conteudomateria textomateria brodtext brodtekst artikeltekst corpsarticle texteprincipal contenuarticle "
     "cuerponota textonota contenidonota contenidonoticia isiberita detailtext detailcont honbun kijibody "
     "editorcontent contenteditor editortext editorbody singlecontent pagecontent blogcontent blogpost fulltext "
     "articlewrap rtetext"},
    {kLeadWord,
     "spot detayspot newsspot haberspot preamble standfirsttext "
     "lead lede leadtext subtitle subtitles subhead subheadline subheading standfirst deck dek chapo chapeau teaser "
     "intro introduction summary excerpt abstract vorspann sapo entradilla bajada sommario occhiello zhaiyao daoyu "
     "daodu perex zajawka ingress manchet underrubrik anreisser strapline headlinesub untertitel sottotitolo "
     "subtitulo soustitre midtitle"},
    {kPlayerWord,
     "player videoplayer mediaplayer audioplayer playercontainer playerwrapper jwplayer jwp videojs vjs mplayer "
     "dplayer "
     "xgplayer ckplayer prismplayer flowplayer bitmovinplayer videocontrols articleaudio audiobar"},
    {kCardWord,
     "card articlecard newscard storycard postcard linkcard teasercard promocard contentcard mediacard newsitem "
     "articleitem storyitem articlelink storylink newslink linkbox linkteaser articleteaser newsteaser snippet"},
    {kUnseenWord, "sronly visuallyhidden screenreader screenreadertext assistivetext visuallyhide offscreen"},
    {kEmbedWord, "embed tweet instagrammedia fbpost twittertweet embedded blueskyembed"},
    {kDialogWord, "viewlayer poplayer layerpopup dialog modal popup overlay lightbox loginpanel popin interstitial"},
    {kConsentWord,
     "cookie cookies cookiebanner cookielaw cookiebot consent gdpr ccpa dsgvo rgpd lgpd onetrust didomi usercentrics "
     "trustarc cmpbox cmplz climodal cookienotice tarteaucitron iubenda borlabs"},
    {kIconWord, "icon icons avatar logo emoji wpsmiley smiley gravatar sprite qrcode erweima spinner"},
};

constexpr std::uint64_t kSeed = 14695981039346656037u;
constexpr std::uint64_t mix(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
}
constexpr std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = kSeed;
  for (const char c : word) hash = mix(hash, c);
  return hash;
}

struct Entry {
  std::uint64_t hash;
  std::uint32_t is;
};

constexpr std::size_t count_words() {
  std::size_t count = 0;
  for (const Words& w : kWords) count += 1 + static_cast<std::size_t>(std::count(w.words.begin(), w.words.end(), ' '));
  return count;
}

constexpr auto kEntries = [] {
  std::array<Entry, count_words()> entries{};
  std::size_t at = 0;
  for (const Words& w : kWords) {
    for (std::string_view rest = w.words; !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      entries[at++] = {hash_of(word), w.is};
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& x, const Entry& y) { return x.hash < y.hash; });
  return entries;
}();

// The last bits of the hashes that there are: most words of a page are none of them.
constexpr std::size_t kSlots = 4096;
constexpr auto kFilled = [] {
  std::array<std::uint64_t, kSlots / 64> filled{};
  for (const Entry& entry : kEntries) filled[entry.hash % kSlots / 64] |= std::uint64_t{1} << entry.hash % 64;
  return filled;
}();

std::uint32_t look_up(std::uint64_t hash) {
  if ((kFilled[hash % kSlots / 64] >> hash % 64 & 1) == 0) return 0;
  const auto* at = std::lower_bound(kEntries.begin(), kEntries.end(), hash,
                                    [](const Entry& x, std::uint64_t h) { return x.hash < h; });
  std::uint32_t is = 0;
  for (; at != kEntries.end() && at->hash == hash; ++at) is |= at->is;
  return is;
}

// "sidebar-grid" holds all columns.
constexpr bool is_layout(std::string_view rest) {
  return rest.starts_with("-grid") || rest.starts_with("-layout") || rest.starts_with("_grid") ||
         rest.starts_with("_layout") || rest.starts_with("Grid") || rest.starts_with("Layout");
}

constexpr bool is_about_another(std::uint64_t hash) {
  return hash == hash_of("has") || hash == hash_of("with") || hash == hash_of("no") || hash == hash_of("without") ||
         hash == hash_of("not");
}

constexpr std::size_t kShort = 3;

// Scripts find an element by "js-reply-here": there one can reply, but it is no reply.
constexpr bool is_hook(std::string_view rest) { return rest.starts_with("js-"); }

constexpr bool is_beside_digit(std::string_view text, std::size_t begin) {
  return begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9';
}

constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr char lower(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::uint32_t part_words(std::string_view text) {
  std::uint32_t found = 0;
  std::uint64_t previous = 0;  // the hash of the part before, to be continued by this one; 0: none
  std::uint32_t not_said = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (!is_small(c) && !is_capital(c)) {
      if (c == ' ' || c == '\n' || c == '\t') previous = 0;
      ++at;
      continue;
    }
    if (previous == 0) not_said = is_hook(text.substr(at)) ? std::uint32_t{kCommentsWord} : 0U;
    const std::size_t begin = at;
    std::uint64_t alone = kSeed, pair = previous;
    do {
      alone = mix(alone, lower(text[at]));
      if (previous != 0) pair = mix(pair, lower(text[at]));
      ++at;
    } while (at < text.size() && (is_small(text[at]) || (is_capital(text[at]) && is_capital(text[at - 1]))));
    // In a generated name ("css-3ad5f") the letters between digits are no word.
    if (at - begin <= kShort && is_beside_digit(text, begin)) {
      previous = 0;
      continue;
    }
    // "has-sidebar" is what has one beside it.
    // "ContentPlaceHolder1" is the frame of any page that is made with ASP.NET.
    const bool frame = alone == hash_of("holder") && previous == hash_of("place");
    if (previous != 0 && !frame) found |= look_up(pair) & ~not_said;
    if (alone == hash_of("sidebar") && is_layout(text.substr(at))) continue;
    if (alone == hash_of("footer") && previous == hash_of("figure")) continue;  // what stands below a picture
    if (previous == 0 || !is_about_another(previous)) found |= look_up(alone) & ~not_said;
    previous = alone;
  }
  return found;
}

}  // namespace winnow::extract
