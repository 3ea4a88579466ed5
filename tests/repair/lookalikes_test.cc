// Whole documents that look like damaged ones, and are none: each comes back byte for byte.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "repair/support.h"

namespace winnow::repair {
namespace {

struct Document {
  const char* name;
  std::string_view text;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

class Lookalike : public ::testing::TestWithParam<Document> {};

TEST_P(Lookalike, StaysByteForByte) {
  const std::vector<std::string_view> lines = lines_of(GetParam().text);
  ASSERT_GE(lines.size(), 10U);
  const std::vector<std::string> after = repaired(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(after[i], lines[i]) << "line " << i + 1;
}

const Document kReadings[] = {
    {"SimplifiedTextbook", R"~(第三课 春天来了
春(chūn)天来了,小河里的冰化(huà)了,柳(liǔ)树发芽了。
燕(yàn)子从南方飞(fēi)回来,在屋檐(yán)下做窝。
小朋友们脱(tuō)掉棉袄(ǎo),到田野里去放风筝(zhēng)。
“快看!”小明指(zhǐ)着天上说,“我的风筝飞得最高。”
老爷爷坐在门口晒(shài)太阳,笑眯(mī)眯地看着孩子们。
池塘(táng)里的青蛙(wā)也醒(xǐng)了,呱呱地叫着。
生字:春(chūn) 柳(liǔ) 燕(yàn) 檐(yán) 筝(zhēng) 塘(táng)
一、读一读,写一写:化(huà)学、飞(fēi)机、指(zhǐ)头、脱(tuō)下。
二、给加点的字选择正确的读音:的(de/dí)、了(le/liǎo)、得(de/děi)、着(zhe/zháo)。
三、背诵课文的第一段和第二段。
四、说一说:你喜欢春天吗?为什么?)~"},
    {"TraditionalTextbook", R"~(第五課 上學去
太陽出來了,弟弟和妹妹一起上學(xué)。
我們的學校(xiào)在山腳下,門(mén)口有兩(liǎng)棵大樹(shù)。
老師(shī)說:「同學們早!」我們說:「老師早!」
今天我們學寫(xiě)字,也學畫(huà)畫。
下課(kè)以後,大家在操場(chǎng)上玩球(qiú)。
小明跌倒了,他的腳(jiǎo)流血了,老師送他去保健室。
放學的時候,媽媽來接(jiē)我們回家。
路上有很多車(chē),過馬路要小心。
生字:學(xué) 校(xiào) 門(mén) 兩(liǎng) 樹(shù) 師(shī) 寫(xiě) 畫(huà) 課(kè) 場(chǎng) 腳(jiǎo) 車(chē)
一、讀一讀:學校、大門、兩個、樹木、老師、寫字、圖畫、下課、操場、車子。
二、造句:我們、一起、以後、時候。
三、抄寫課文,每個生字寫五次。
四、多音字:長(cháng、zhǎng)、樂(lè、yuè)、還(hái、huán)、重(zhòng、chóng)。)~"},
    {"TraditionalReaderManyReadings", R"~(從前有一位農夫,他在田裡種了很多麥(mài)子。
有一天,一隻兔(tù)子跑得太快,撞(zhuàng)在樹上死了。
農夫撿(jiǎn)到兔子,高興極了,心想:「要是每天都有兔子撞樹,我還種田做什麼呢?」
於是他放下鋤(chú)頭(tou),天天坐在樹下等兔子來。
太陽曬(shài)著他,雨淋(lín)著他,他還是坐在那裡等。
田裡長滿了雜(zá)草(cǎo),麥子都枯(kū)死了。
鄰(lín)居們都笑他傻(shǎ),他卻不聽。
這個故事告訴我們:做事不能只靠運氣,要靠自己努力。
後來,人們用「守株(zhū)待兔」來比喻(yù)不勞(láo)而獲(huò)的人。
想一想:農夫為什麼沒有再等到兔子?
寫一寫:麥田、兔子、鋤頭、雜草、鄰居。
說一說:你還知道哪些成語故事?)~"},
    {"SimplifiedDictionary", R"~(【传】(傳) chuán ①转授,递交:传递。②广泛散布:宣传。
【传】(傳) zhuàn ①解说经义的文字:经传。②记载某人一生事迹的文字:传记。
【国】(國) guó ①有土地、人民、主权的政体:国家。
【会】(會) huì ①聚合,合拢:会合。②多数人的集合:会议。另见 kuài。
【会】(會) kuài 总计:会计。
【学】(學) xué ①效法,钻研知识:学习。②传授知识的地方:学校。
【长】(長) cháng ①两端的距离:长度。②优点,专精的技能:特长。
【长】(長) zhǎng ①生长,成长:长大。②排行第一:长子。
【东】(東) dōng ①方向,太阳出升的一边:东方。②主人:房东。
【车】(車) chē ①陆地上有轮子的运输工具:火车。
【车】(車) jū 象棋棋子名称。
【门】(門) mén ①建筑物的出入口:大门。②派别:佛门。)~"},
    {"TraditionalDictionary", R"~(國(guó):國家,一定的土地、人民和主權合成的團體。
會(huì):①聚合。②團體。③理解,能夠。
會(kuài):總計。如「會計」。
學(xué):①仿效。②知識。③學校。
長(cháng):①兩端的距離。②優點。
長(zhǎng):①生長。②年紀大的。③主管的人。
樂(lè):快樂。
樂(yuè):音樂。
還(hái):仍然。
還(huán):歸還。
傳(chuán):①交給。②散布。
傳(zhuàn):記載人物生平的文字。
車(chē):有輪子的交通工具。
東(dōng):日出的方向。)~"},
    {"Glossary", R"~(经济学常用词汇(中英对照)
国内生产总值(GDP, gross domestic product)
通货膨胀(inflation):物价总水平持续上升
居民消费价格指数(CPI)
存款准备金率(reserve requirement ratio, RRR)
需求(demand)与供给(supply)
垄断(monopoly)、寡头(oligopoly)
货币政策(monetary policy)和财政政策(fiscal policy)
太极(tai chi)、饺子(jiaozi)、麻将(mahjong)
首次公开募股(IPO)
机器学习(machine learning)中的梯度(gradient)
汇率(exchange rate)是两种货币之间的比价)~"},
    {"TraditionalGlossary", R"~(資訊科技常用詞彙(中英對照)
軟體(software)、硬體(hardware)、韌體(firmware)
資料庫(database)與資料表(table)
網際網路(Internet)、區域網路(LAN)
作業系統(operating system, OS)
雲端運算(cloud computing)
人工智慧(AI)與機器學習(machine learning)
演算法(algorithm)的時間複雜度(time complexity)
記憶體(memory)不足時,系統會使用虛擬記憶體(virtual memory)
伺服器(server)、用戶端(client)
漢語拼音(Hanyu Pinyin)是國際標準(ISO 7098)
開放原始碼(open source)授權(license))~"},
    {"PoemsWithReadings", R"~(蒹葭(jiān jiā)苍苍,白露为霜。
所谓伊人,在水一方。
溯洄(sù huí)从之,道阻且长。
溯游从之,宛在水中坻(chí)。
蒹葭采采,白露未已。
所谓伊人,在水之涘(sì)。
呦呦鹿鸣,食野之苹。
我有嘉宾,鼓瑟(sè)吹笙(shēng)。
噫吁嚱(yī xū xī),危乎高哉!
蜀道之难,难于上青天!
蚕丛及鱼凫(fú),开国何茫然!
黄鹤之飞尚不得过,猿猱(náo)欲度愁攀援。
扪参(mén shēn)历井仰胁(xié)息,以手抚膺(yīng)坐长叹。)~"},
    {"TraditionalPoemsWithReadings", R"~(噫吁嚱(yī xū xī),危乎高哉!
蜀道之難,難於上青天!
蠶叢及魚鳧(fú),開國何茫然!
爾來四萬八千歲,不與秦塞(sài)通人煙。
西當太白有鳥道,可以橫絕峨眉巔(diān)。
地崩山摧壯士死,然後天梯石棧(zhàn)相鉤連。
上有六龍回日之高標,下有衝波逆折之回川。
黃鶴之飛尚不得過,猿猱(náo)欲度愁攀援。
青泥何盤盤,百步九折縈(yíng)巖巒。
捫參(mén shēn)歷井仰脅(xié)息,以手撫膺(yīng)坐長歎。
問君西遊何時還?畏途巉(chán)巖不可攀。
但見悲鳥號(háo)古木,雄飛雌從繞林間。
又聞子規啼夜月,愁空山。)~"},
    {"Zhuyin", R"~(注音符號的讀法
國(ㄍㄨㄛˊ)語、學(ㄒㄩㄝˊ)校、媽(ㄇㄚ)媽
爸(ㄅㄚˋ)爸、哥(ㄍㄜ)哥、書(ㄕㄨ)包
車(ㄔㄜ)子、門(ㄇㄣˊ)口、馬(ㄇㄚˇ)路
漢語拼音寫作 guó、xué、mā,注音符號寫作 ㄍㄨㄛˊ、ㄒㄩㄝˊ、ㄇㄚ。
第一聲(陰平)不標調號,例如「書(ㄕㄨ)」。
第二聲(陽平)標「ˊ」,例如「國(ㄍㄨㄛˊ)」。
第三聲(上聲)標「ˇ」,例如「馬(ㄇㄚˇ)」。
第四聲(去聲)標「ˋ」,例如「爸(ㄅㄚˋ)」。
輕聲在前面標「˙」,例如「的(˙ㄉㄜ)」。
兒化韻寫作「ㄦ」。)~"},
};

INSTANTIATE_TEST_SUITE_P(Readings, Lookalike, ::testing::ValuesIn(kReadings),
                         [](const auto& row) { return std::string(row.param.name); });

const Document kPages[] = {
    {"Bilingual", R"~(关于我们 About us
我们是一家位于杭州的软件公司。We are a software company in Hangzhou.
成立时间:2009年 Founded: 2009
“质量第一”是我们的原则。“Quality first” is our principle.
联系人:王小姐(Ms. Wang) 电话:+86 571 5555 0101
地址:中国浙江省杭州市西湖区 Address: Xihu District, Hangzhou, Zhejiang, China
营业时间:周一至周五 9:00-17:30 (Mon–Fri)
Prices in € and £; discounts ≥ 10 % for schools.
Our café — “Le Thé” — serves crème brûlée à la carte.
版权所有 © 2009–2025 All rights reserved.
Français · Español · Português · Русский · 日本語 · 한국어)~"},
    {"CodeWithComments", R"~(#include <stdio.h>
/* 计算两个数的最大公约数(greatest common divisor) */
static int gcd(int a, int b) {
    // 当 b 为 0 时返回 a; 否则继续
    while (b != 0) { int t = a % b; a = b; b = t; }
    return a;
}
int main(void) {
    printf("结果:%d\n", gcd(12, 18)); // 输出 6, 换行
    const char *s = "&nbsp;&lt;b&gt;"; /* HTML 实体, 不要转义 */
    return s[0] == '&' ? 0 : 1; // 判断(三元运算符)
}
def 求和(列表): return sum(x for x in 列表 if x > 0)  # 过滤负数
re.sub(r"[\u200b\u00ad]", "", text)  # 去掉零宽字符
SELECT 姓名, 年龄 FROM 用户 WHERE 城市 = '北京' AND 年龄 > 18;)~"},
    {"Mathematics", R"~(定理 1 (勾股定理). 设直角三角形的两直角边为 a, b, 斜边为 c, 则 a² + b² = c².
∀ε > 0 ∃δ > 0: |x − a| < δ ⇒ |f(x) − f(a)| < ε
∑_{k=1}^{n} k = n(n+1)/2, ∏_{p} (1 − p^{−s})^{−1} = ζ(s)
A ∩ B = ∅, A ∪ B ⊆ C, ℕ ⊂ ℤ ⊂ ℚ ⊂ ℝ ⊂ ℂ
∫₀^∞ e^{−x²} dx = √π⁄2 ≈ 0.886
sin(x + y) = sin(x)cos(y) + cos(x)sin(y), log(xy) = log x + log y
函数 f(x) = 3x + 1 (x ∈ ℤ) 的值域是什么? 当 x = 2 时, f(2) = 7.
角度为 45°, 温度为 −3 ℃, 长度为 5 Å, 误差为 ±0.5 %, 电阻为 10 Ω
H₂O, CO₂, x̄ = 4.2, p̂ = 0.31, ẋ = v, ½ + ¼ = ¾
Ⅰ. Ⅱ. Ⅲ. ① ② ③ ㈠ ㈡ №7 ㎏ ㎡
α ≤ β ≪ γ; ∂u/∂t = κ∇²u; a ≡ b (mod m); 𝔼[X] = μ, 𝒪(n log n))~"},
    {"Emoji",
     "家庭 👨\u200D👩\u200D👧\u200D👦 and 👩\u200D❤\uFE0F\u200D👨\n"
     "医生 👩🏽\u200D⚕\uFE0F 和 👨🏿\u200D🚒\n"
     "旗 🏳\uFE0F\u200D🌈 🏴\u200D☠\uFE0F\n"
     "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F "
     "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F\n"
     "🇨🇳 🇬🇧 🇯🇵 🇰🇷 🇩🇪\n"
     "1\uFE0F\u20E3 #\uFE0F\u20E3 *\uFE0F\u20E3\n"
     "👍🏻 👍🏼 👍🏽 👍🏾 👍🏿\n"
     "❤\uFE0F ❤\uFE0E ☎\uFE0F ㊗\uFE0F ©\uFE0F ‼\uFE0F\n"
     "🐻\u200D❄\uFE0F 🐈\u200D⬛ 👁\uFE0F\u200D🗨\uFE0F\n"
     "今天好开心😂😂😂!太棒了👏👏\n"
     "(╯°□°)╯︵ ┻━┻ ¯\\_(ツ)_/¯ ʕ•ᴥ•ʔ"},
    {"HongKongNews", R"~(【本報訊】行政長官昨日於立法會發表施政報告,提出多項改善民生的措施。
運輸署表示,新巴士路線將於下月一日起投入服務,全程車費10.8元。
有居於沙田的市民認為,措施「好過冇」,但仍嫌不足。
佢哋話,政府應該聽多啲市民嘅意見。
消防處接報後派出多輛消防車到場,火警於凌晨三時許被救熄,無人受傷。
現場為一個劏房單位,面積約一百呎(9平方米)。
醫管局發言人回應時稱,急症室輪候時間有所改善(詳見另稿)。
恒生指數收報23,456點,升120點,成交額1,050億元。
天文台預測,周末部分時間有陽光,氣溫介乎18至24度。
立法會議員陳大文(民主黨)批評,當局只著眼於短期效益。
校長李美玲(Mary)指出,學生裏面有三成來自基層家庭。
記者:黃志強 攝影:何俊)~"},
    {"TaiwanNews", R"~(〔記者林小明/臺北報導〕立法院今天三讀通過法案,明年1月1日起施行。
台北市長在議會備詢時表示,捷運延伸線預計2028年完工。
他說:「這件事沒有什麼好隱瞞的,裡面的資料都可以公開。」
中央氣象署指出,鋒面通過,北臺灣著涼意,低溫約16度。
臺大醫院(NTUH)研究團隊於國際期刊發表論文,證實新藥有效。
民眾沿著河濱公園騎腳踏車,享受著難得的好天氣。
台積電(TSMC)股價上漲15元,收在1,080元,帶動臺股(TAIEX)走高。
教育部長強調,這麼做是為了減輕學生的負擔。
颱風過後,蔬菜價格上漲,高麗菜每公斤(kg)售價達80元。
他著有《臺灣通史》等書,是著名的歷史學者。
警方於凌晨在基隆(Keelung)逮捕張姓嫌犯(男,32歲)。
(中央社記者王小美攝))~"},
    {"JapaneseWithFurigana", R"~(吾輩(わがはい)は犬である。名前はもうある。
薔薇(ばら)の花が庭に咲いている。
彼は躊躇(ちゅうちょ)しながら扉(とびら)を開けた。
東京(とうきょう)都は7日、新しい計画(けいかく)を発表した。
「どうしたの?」と彼女(かのじょ)は聞いた。
憂鬱(ゆううつ)な気分で窓(まど)の外を眺(なが)めた。
會社(かいしゃ)・國家(こっか)・學校(がっこう)は旧字体である。
株式会社(KK)と有限会社(YK)の違い
川端(かわばた)さんと﨑山(さきやま)さん、髙橋(たかはし)さん
半角カナは ｱｲｳ、全角英字は ＡＢＣ、①②③も使う。
葛󠄀城市(かつらぎし)と葛飾区(かつしかく))~"},
    {"Korean", R"~(대한민국(大韓民國) 정부는 오늘 예산안을 국회(國會)에 제출했다.
경제(經濟) 성장률은 2.5%로, 지난해(2.1%)보다 높다.
“정말입니까?” 하고 그가 물었다.
서울(Seoul)에서 부산(釜山, Busan)까지 KTX로 2시간 30분 걸린다.
한글은 자음(ㄱ, ㄴ, ㄷ)과 모음(ㅏ, ㅑ, ㅓ)으로 이루어진다.
학교(學校), 선생(先生), 학생(學生), 시간(時間)
김(金) 장관은 “검토하겠다”고 말했다.
가격은 1,000원(부가세 포함)이다.
전화: 02-555-0101, 이메일: info@example.com
한국어·중국어·일본어 상담 가능
ㅋㅋㅋ 진짜요? ㅠㅠ)~"},
    {"PersianHebrewHindi",
     "او نمی\u200Cخواهد به خانه برود.\n"
     "کتاب\u200Cهای تازه را می\u200Cخوانیم.\n"
     "قیمت: ۱۲٬۰۰۰ تومان (تقریباً)\n"
     "دانش\u200Cآموزان «سلام» گفتند؛ چرا؟\n"
     "שלום, \u200Fזהו טקסט (עברית) \u200Eabc 123\u200F.\n"
     "הוא אמר: \u202AHello, world!\u202C ואז הלך.\n"
     "שֵׁם: \u2067אבג\u2069 מחיר: \u2066$5\u2069\n"
     "क्\u200Dष और क्\u200Cष में अंतर है।\n"
     "वह घर गया; फिर (शाम को) लौटा।\n"
     "ශ්\u200Dරී ලංකාව සහ മലയാളം ന്\u200D\n"
     "العربية: قال «نعم»، ثم ذهب؟"},
    {"EuropeanLanguages", R"~(L’été dernier, Noël Lefèvre a mangé à l’hôtel « Château Brûlé » – 35 €.
Die Straße führt über Österreich nach Zürich; „schön“, sagte er.
El niño comió jalapeños y piñas. ¿Qué más? ¡Olé!
São Paulo não é a capital; a informação está disponível.
Příliš žluťoučký kůň úpěl ďábelské ódy.
Zażółć gęślą jaźń. Łódź, 5 zł.
Съешь ещё этих мягких французских булок, да выпей чаю №5.
Щастя — це коли тебе розуміють; її, ґанок, Європа.
Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.
Öğrenciler İstanbul'da çalışıyor; ığdır, şeker.
Æbleskiver på Ålborg, søen er blå. Þingvellir, Ísland.)~"},
    {"AboutMojibakeAndMarkup", R"~(编码错误常见的样子
用 GBK 打开 UTF-8 文件会出现“锟斤拷”,这是怎么回事?
在 HTML 里,空格写作 &nbsp; ,小于号写作 &lt; ,与号写作 &amp; 。
两次转义就成了 &amp;lt; 这样的文字。
用错误的编码打开文件,就会出现乱码(mojibake)。
零宽空格的编码是 U+200B,软连字符是 U+00AD。
康熙部首 ⽇ 和汉字 日 看起来一样,编码不同。
“烫烫烫”来自没有初始化的内存。
正则表达式 [\x80-\xff] 匹配高位字节。
替换字符写作 “�”,编码是 U+FFFD。
写代码的时候,要用 <meta charset="utf-8"> 标明编码。)~"},
};

INSTANTIATE_TEST_SUITE_P(Pages, Lookalike, ::testing::ValuesIn(kPages),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace winnow::repair
