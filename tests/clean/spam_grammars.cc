#include "clean/spam_grammars.h"

#include <array>

namespace winnow::cleaning {
namespace {

constexpr std::string_view kChinese[] = {
    "{高仿|精仿|复刻|原单|超A|一比一}{手表|名表|女包|皮带|钱夹|球鞋|墨镜}{批发|厂家|货源|代理|微商|价格表|}",
    "{低息|无抵押|信用|小额|应急|黑户|大额}{贷款|借钱|借款|网贷|周转}{平台|秒到账|不看征信|当天放款|电话|}",
    "{本科|硕士|职称|英语|毕业|医学}{论文|作业|报告}{代写|代发|降重|包过|枪手|快速发表}{网站|多少钱|机构|}",
    "{快速|强效|睡前|产后|男士|纯中药}{减肥|瘦身|瘦腿|增高|丰胸|祛斑}{药|茶|产品|排行榜|偏方|胶囊}",
    "{澳门|线上|正规|真钱|手机|网上}{赌场|德州扑克|牌九|轮盘|捕鱼游戏|麻将}{网址|官网|下载|平台|技巧|充值}",
    "{传奇|魔域|奇迹|页游|手游}{变态版|无限元宝|满级|破解版|加速器}{下载|礼包|发布网|大全|}",
    "{办理|代办|高仿|真实可查}{学历证|毕业证|驾驶证|资格证|离婚证}{价格|样本|联系方式|可查|网站|}",
};
constexpr std::string_view kTraditional[] = {
    "{高仿|精仿|複刻|原單|超A}{手錶|名錶|女包|皮帶|球鞋|墨鏡}{批發|廠家|貨源|代理|價格|}",
    "{低息|無抵押|信用|小額|應急}{貸款|借錢|借款|週轉|當舖}{平台|快速放款|免照會|當天撥款|電話|}",
    "{線上|現金版|真錢|手機|網上}{賭場|德州撲克|牌九|輪盤|捕魚遊戲|麻將}{網址|官網|下載|平台|技巧|儲值}",
    "{快速|強效|睡前|產後|男士}{減肥|瘦身|瘦腿|增高|豐胸}{藥|茶|產品|排行榜|偏方|膠囊}",
};
constexpr std::string_view kEnglish[] = {
    "{cheap|discount|best|wholesale|original} {replica|designer|luxury} {watches|handbags|sneakers|sunglasses} "
    "{online|outlet|store|free shipping|china|}",
    "{buy|order|cheap|generic} {weight loss|hair growth|sleeping|diet|muscle} {pills|tablets|powder|drops} {online|no "
    "prescription|overnight delivery|usa|coupon|}",
    "{fast|instant|bad credit|same day|guaranteed} {cash|personal|student|car title} {loans|loan lenders|advance} "
    "{online|near me|no credit check|approval|}",
    "{custom|cheap|professional|college} {essay|dissertation|term paper|homework} {writing service|writers|help} "
    "{online|reviews|discount code|24 7|}",
    "{live|sports|football|crypto|mobile} {betting|poker|roulette|blackjack|bingo} {bonus|tips|no deposit|signup "
    "offer|apk download|sites}",
    "{watch|stream|download} {full|free|latest} {movies|series|episodes|anime} {hd|123movies|torrent|english "
    "subtitles|free online|}",
    "{seo|backlinks|instagram followers|web traffic|youtube views} {cheap|buy|packages|agency|service} {india|price|"
    "fast delivery|panel|}",
};
constexpr std::string_view kRussian[] = {
    "{купить|заказать|дешёвые|элитные} {реплики|копии|часы|сумки|кроссовки} {москва|недорого|оптом|интернет магазин|"
    "брендов}",
    "{срочный|быстрый|онлайн|выгодный} {займ|кредит|микрозайм} {карту|наличными|без отказа|паспорту|плохой "
    "историей|круглосуточно}",
    "{купить|заказать|настоящий} {диплом|аттестат|справку|больничный} {недорого|гознак|москва|доставкой|реестром}",
    "{скачать|смотреть|бесплатные} {фильмы|сериалы|игры|книги} {бесплатно|торрент|хорошем качестве|андроид|новинки}",
    "{игровые|лучшие|бесплатные} {автоматы|ставки|рулетка|покер} {онлайн|бонус|зеркало|вулкан|регистрация} {сегодня|}",
};
constexpr std::string_view kJapanese[] = {
    "{激安|最安値|本物同様|新作}{ブランド|高級|レディース|メンズ}{時計|財布|バッグ|スニーカー}{通販|専門店|コピー|販売|"
    "}",
    "{即日|無審査|低金利|ブラック}{融資|借入|キャッシング|カードローン}{比較|口コミ|人気|東京|}",
    "{無料|最新|全話}{映画|アニメ|漫画|ドラマ}{ダウンロード|配信サイト|海賊版|見放題|一覧}",
    "{簡単|最強|人気}{副業|在宅ワーク|投資|稼ぎ方}{ランキング|比較|口コミ|評判|}",
};
constexpr std::string_view kKorean[] = {
    "{저렴한|최저가|명품|수입} {레플리카|시계|가방|지갑|운동화} {쇼핑몰|도매|직구|할인|추천}",
    "{무직자|당일|저신용|소액} {대출|급전|현금서비스} {상담|승인|이자|한도|비교}",
    "{안전|검증|최신} {토토|바카라|홀덤|파워볼} {사이트|주소|먹튀|꽁머니|추천}",
    "{무료|최신} {영화|웹툰|드라마} {다운로드|사이트|순위|링크|모음}",
};
constexpr std::string_view kSpanish[] = {
    "{comprar|baratas|mejores} {zapatillas|réplicas|bolsos|relojes} {online|outlet|imitación|mayoreo|baratos}",
    "{préstamos|créditos|dinero} {rápidos|urgentes|inmediatos|online} {sin aval|morosos|hoy mismo|sin nómina|}",
    "{descargar|ver} {películas|series|libros|juegos} {gratis|completas|hd|torrent|android}",
    "{apuestas|póker|ruleta|tragamonedas} {online|deportivas|gratis|móvil} {bono|registro|trucos|bienvenida}",
};
constexpr std::string_view kIndonesian[] = {
    "{situs|agen|bandar|daftar} {poker|bola|taruhan|domino} {online|resmi|terpercaya|gacor} {terbaru|deposit pulsa|}",
    "{jual|obat|harga} {pelangsing|kuat|pemutih|peninggi} {murah|asli|ampuh|herbal} {surabaya|}",
};

constexpr SpamLanguage kLanguages[] = {
    {"Chinese, Simplified", true, kChinese},
    {"Chinese, Traditional", true, kTraditional},
    {"English", false, kEnglish},
    {"Russian", false, kRussian},
    {"Japanese", true, kJapanese},
    {"Korean", false, kKorean},
    {"Spanish", false, kSpanish},
    {"Indonesian", false, kIndonesian},
};

// What a family puts behind the phrase of this number.
std::string_view joint(Draw& draw, const SpamLanguage& language, Family family, std::string_view comma) {
  static constexpr std::array<std::string_view, 9> kMixed = {"|", "-", "_", "】【", "·", "★", "/", " ~ ", ";"};
  if (family == Family::commas) return comma;
  if (family == Family::underscores) return "_";
  if (family == Family::spaces) return " ";
  const std::string_view mark = draw.of(kMixed);
  return mark == "-" && !language.dense ? " - " : mark;
}

constexpr std::string_view kInnocent[] = {
    // Names
    "{Anna Schmidt|Peter Lang|Ole Brandt}, {Maria Rossi|Jean Moreau|Luis Ortega}, {Jan Kowalski|Ivan Petrov}, {Aiko "
    "Tanaka|Min-jun Park}, {Grace Obi|Noah Reed}{| and Ruth Hale}",
    "{王小明|李建国}、{陈思远|赵一帆}、{周海燕|吴桂芳}、{郑成|孙丽}、{钱多多|冯雨}",
    "{王小明|李建国} {陈思远|赵一帆} {周海燕|吴桂芳} {郑成功|孙丽娜} {钱多多|冯雨薇}",
    "{佐藤一郎|鈴木花子}、{高橋健|田中美咲}、{伊藤誠|渡辺直子}、{山本大輔|中村恵}",
    "{Иван Петров|Олег Сомов}, {Анна Белова|Вера Лис}, {Пётр Громов|Юрий Кот}, {Нина Орлова|Ольга Рук}",
    "{김도윤|박서준}, {이하은|최민서}, {정우진|강지호}, {윤서연|임채원}",
    // Results and prices
    "{Arsenal|Leeds|Everton} {0|1|2|3}-{0|1|2}, {Milan|Napoli} {1|2}-{0|3}, {Bremen|Mainz} {0|2}-{1|4}, {Porto|Braga} "
    "{1|5}-{0|2}",
    "{广州|上海}队 {1|2}-{0|3}，{北京|天津}队 {0|2}-{1|2}，{武汉|成都}队 {3|4}-{1|2}，{大连|青岛}队 {0|1}-0",
    "{AAPL|MSFT|IBM} {+|-}{1|2}.{3|7}%, {TSLA|NFLX} {+|-}{0|4}.{2|8}%, {ORCL|INTC} {+|-}{1|3}.{1|5}%, {GE|F} +0.{2|9}%",
    "{AAPL|MSFT|IBM}, {TSLA|NFLX}, {ORCL|INTC}, {AMD|NVDA}, {GE|F}, {KO|PEP}",
    "{上证指数|深证成指} {3|2}{1|4}05.{12|77} {+|-}0.{3|8}%，{恒生指数|创业板指} 18{2|7}03 {+|-}1.{1|5}%，纳斯达克 "
    "16{4|9}21 +0.4%",
    "{Mo|Di|Mi} {8|9}–{12|13} Uhr, {Do|Fr} {14|15}–18 Uhr, Sa {9|10}–12 Uhr, So geschlossen",
    // Ingredients
    "{200|250|300} g {flour|sugar}, {2|3|4} eggs, {100|150} g butter, 1 {pinch of salt|tsp baking powder}, {1|2} "
    "lemons",
    "{Salt|Pepper}, {garlic|onion}, {butter|oil}, {thyme|parsley}, {flour|eggs}",
    "{盐|糖}、{生抽|老抽}、{料酒|香醋}、{葱|姜}、{八角|花椒}、{鸡蛋|面粉}",
    "{鸡蛋|鸭蛋}{2|3}个，{面粉|糯米粉}{200|300}克，{白糖|红糖}{50|80}克，{清水|牛奶}{100|150}毫升",
    "Mehl, {Zucker|Honig}, {Butter|Öl}, {Eier|Milch}, {Hefe|Salz}, {Zimt|Vanille}",
    // Places
    "{Paris|Rome|Oslo}, {London|Madrid|Vienna}, {New York|Chicago}, {Tokyo|Osaka}, {Nairobi|Lagos}, {Lima|Quito}",
    "{北京|上海}、{广州|深圳}、{成都|重庆}、{武汉|长沙}、{西安|兰州}",
    "{北京|上海} {广州|深圳} {成都|重庆} {武汉|长沙} {西安|兰州} {昆明|贵阳}",
    "{Москва|Казань}, {Самара|Пермь}, {Омск|Томск}, {Сочи|Анапа}, {Тула|Рязань}",
    "{東京|大阪}・{名古屋|京都}・{札幌|仙台}・{福岡|広島}",
    // Verses
    "{白日|红日}依山尽，{黄河|长江}入海流。欲穷千里目，更上一层楼",
    "{春眠|秋夜}不觉晓 {处处|声声}闻啼鸟 夜来风雨声 {花落|叶落}知多少",
    "{Under|Beside} the {old|tall} tree we sat, / and {wind|rain} was in the {leaves|grass}, / and none of us was {sad|"
    "old}",
    // Labelled keywords
    "{Keywords|Key words|Index terms}: {graph theory|machine learning}, {sparse matrices|neural networks}, {random "
    "walks|deep learning}, {spectral methods|language models}",
    "{关键词|关键字}：{深度学习|机器翻译}；{神经网络|语言模型}；{数据增强|迁移学习}；{图像识别|语音合成}",
    "【{关键词|关键字}】{城市更新|乡村振兴}；{土地利用|空间规划}；{公共服务|社区治理}；{产业转型|人口流动}",
    "{關鍵詞|標籤}：{城市更新|鄉村振興}、{土地利用|空間規劃}、{公共服務|社區治理}",
    "{Schlagwörter|Stichwörter|Themen}: {Klimawandel|Energiewende}, {Stromnetz|Windkraft}, {Speicher|Wasserstoff}",
    "{Mots-clés|Étiquettes} : {économie rurale|agriculture}, {eau potable|irrigation}, {coopératives|élevage}",
    "{Palabras clave|Etiquetas}: {educación rural|lectura}, {bibliotecas|escuelas}, {política lingüística|docentes}",
    "{Palavras-chave|Tags}: {saúde pública|vacinas}, {hospitais|enfermagem}, {idosos|prevenção}",
    "{Parole chiave|Argomenti}: {storia moderna|archivi}, {commercio|porti}, {navigazione|fiere}",
    "{Słowa kluczowe|Tagi}: {gospodarka wodna|rzeki}, {melioracja|powodzie}, {rolnictwo|lasy}",
    "{Ключевые слова|Теги}: {история|архивы}, {торговля|порты}, {мореплавание|ярмарки}",
    "{キーワード|タグ}：{地域経済|観光}、{人口減少|移住}、{空き家|再開発}",
    "{키워드|태그}: {지역경제|관광}, {인구감소|이주}, {빈집|재개발}",
    "#{climate|energy} #{cities|rivers} #{budget|transport} #{housing|schools}",
    // Headlines
    "{Rain, wind and snow|Floods, landslides and power cuts}: {what|all that} we know {so far|about the storm}",
    "{Profit|Sales} up, {costs|debts} down: {why|how} the {bank|airline} is {still|not} {in trouble|out of the woods}",
    "{股市|楼市}{大涨|回暖}，{科技股|银行股}领跑，{成交额|成交量}{破万亿|创新高}",
    "{Wetter|Verkehr} | {Sturm|Eis}, {Regen|Glätte}, {Stau|Nebel}: {Was|Worauf} {Pendler|Reisende} {wissen|achten} "
    "müssen",
    "{Live|Direct} - {Cup final|Council vote} - {Minute by minute|All the results} | The Harbour Gazette",
    "{专访|对话} | {王小明|陈思远}：{我们|中国企业}不怕{慢|输}，只怕停_{财经频道|国内新闻}_{江城网|海港日报}",
};

}  // namespace

std::span<const SpamLanguage> spam_languages() { return kLanguages; }

std::string spam_line(Draw& draw, const SpamLanguage& language, Family family) {
  const std::string_view trades[] = {draw.of(language.trades), draw.of(language.trades)};
  static constexpr std::array<std::string_view, 2> kCommas = {",", "，"};
  const std::string_view comma = language.dense ? draw.of(kCommas) : ", ";
  std::string out = family == Family::mixed && draw.below(2) == 0 ? "【" : "";
  const bool bracket = !out.empty();
  const std::size_t phrases = 5 + draw.below(5);
  for (std::size_t i = 0; i < phrases; ++i) {
    if (i > 0) out += joint(draw, language, family, comma);
    out += draw.line(trades[draw.below(2)]);
  }
  return bracket ? out + "】" : out;
}

std::span<const std::string_view> innocent_grammars() { return kInnocent; }

}  // namespace winnow::cleaning
