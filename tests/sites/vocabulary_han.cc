#include "sites/vocabularies.h"

namespace winnow::sites {

const std::string_view kChineseWords = R"(
paper: 江城早报网|东河新闻网|临川在线|云岭日报|北港之窗
sections: guonei=国内|caijing=财经|shehui=社会|wenhua=文化|tiyu=体育|keji=科技
home: 首页
by: 作者：{}|记者 {}|文/{}
and: 、
source: 来源：{}
editor: 责任编辑：{}|责编：{}|编辑：{}
share: 分享到：|分享到微信
share_items: 微信|微博|QQ空间|复制链接
newsletter: 打开微信，点击底部的“发现”，使用“扫一扫”即可将网页分享至朋友圈。|下载客户端，第一时间获取新闻资讯。
read_also: 延伸阅读：|相关链接：
related: 相关阅读|相关新闻|推荐阅读
most_read: 热门排行|点击排行
advert: 广告
cookie: 本网站使用Cookie改善浏览体验。|继续浏览即表示您同意我们的隐私政策。
cookie_ok: 同意|拒绝|设置
paywall: 本文为会员专享内容。|开通会员后阅读全文。|已是会员？请登录
comments: 网友评论|最新评论
reply: 回复|举报
tags: 标签：|关键词：
photo: {} 摄|图片来源：{}
next: 下一页
previous: 上一页
more: 加载更多|点击查看更多
page: 第
search: 搜索|搜索结果
login: 登录
about: 关于我们
imprint: 版权声明
privacy: 隐私政策
contact: 联系我们
terms: 使用条款
careers: 招聘信息
copyright: 版权所有 {paper} 未经书面授权不得转载、摘编|本网站所刊载信息，不代表本网观点。
print: 打印
video: 视频
gallery: 图集|高清大图
live: 直播|滚动
minutes: 阅读约需{}分钟
months: 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
weekdays: 星期日|星期一|星期二|星期三|星期四|星期五|星期六
published: 发布时间：
updated: 更新时间：
kickers: 深度|专访|观察
not_found: 您访问的页面不存在|页面可能已被删除或者更名。
follow: 关注我们的公众号|关注
subscribe: 订阅
top: 返回顶部
bio: {}，本报记者，长期关注城市与民生。
archive: 往期回顾
author: 作者
press: 媒体联系
zone: 北京时间
appeal: 本报靠六千名读者的订阅维持，您刚刚读到的报道也由他们出资完成。|如果这篇文章对您有用，请考虑每月拿出一点钱支持我们继续采写。
)";

const std::string_view kJapaneseWords = R"(
paper: みなと新聞|北山日報|桜台タイムス|東浜ニュース
sections: politics=政治|business=経済|national=社会|culture=文化|sports=スポーツ|science=科学
home: ホーム|トップ
by: {}|文・{}|【{}】
and: 、
source: 提供：{}
editor: 編集：{}
share: この記事をシェアする|シェア
share_items: Facebook|LINEで送る|はてなブックマーク|リンクをコピー
newsletter: メールマガジンに登録すると、毎朝おもな記事をお届けします。|登録はいつでも解除できます。
read_also: あわせて読みたい：|関連記事：
related: 関連記事|こちらもおすすめ
most_read: アクセスランキング|よく読まれている記事
advert: 広告|PR
cookie: 当サイトでは利便性の向上のためにクッキーを使用しています。|設定はいつでも変更できます。
cookie_ok: 同意する|拒否する|設定
paywall: この記事は有料会員限定です。|会員登録すると続きをお読みいただけます。|会員の方はログインしてください
comments: コメント|読者の声
reply: 返信|報告
tags: キーワード：|タグ：
photo: {}撮影|写真＝{}
next: 次のページ|次へ
previous: 前のページ|前へ
more: もっと見る|続きを読み込む
page: ページ
search: 検索|検索結果
login: ログイン
about: 会社案内
imprint: 著作権について
privacy: 個人情報の取り扱い
contact: お問い合わせ
terms: 利用規約
careers: 採用情報
copyright: 無断転載を禁じます。著作権は{paper}に帰属します。|Copyright {year} {paper}
print: 印刷する
video: 動画
gallery: 写真特集
live: 速報|ライブ
minutes: この記事は約{}分で読めます
months: 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
weekdays: 日曜日|月曜日|火曜日|水曜日|木曜日|金曜日|土曜日
published: 公開
updated: 更新
kickers: 連載|深掘り|インタビュー
not_found: ページが見つかりません|お探しのページは削除されたか、移動した可能性があります。
follow: 公式アカウントをフォロー|フォロー
subscribe: 購読する
top: ページの先頭へ
bio: {}記者は長く地域の話題を取材している。
archive: 過去の記事
author: 記者
press: 報道関係のお問い合わせ
zone: JST
appeal: この新聞は読者のものです。いまお読みの記事は、六千人の会員の会費によって書かれています。|この記事が役に立ったと思われた方は、毎月わずかな額でのご支援をご検討ください。
)";

}  // namespace winnow::sites
