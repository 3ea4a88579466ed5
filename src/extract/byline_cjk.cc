#include "extract/byline_cjk.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/han.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/names.h"

namespace winnow::extract {
namespace {

enum class Label { author, editor, source, date, other };

struct LabelWord {
  std::u32string_view text;  // in Simplified characters
  Label label;
  bool bare = false;  // counts without a colon, where a space or a bracket stands around it
};

// Longest first where one begins another.
constexpr auto kLabels = std::to_array<LabelWord>({
    {U"特约撰稿人", Label::author, true},
    {U"特约记者", Label::author, true},
    {U"实习记者", Label::author, true},
    {U"本报记者", Label::author, true},
    {U"本网记者", Label::author, true},
    {U"本刊记者", Label::author, true},
    {U"见习记者", Label::author, true},
    {U"首席记者", Label::author, true},
    {U"采访记者", Label::author},
    {U"文章作者", Label::author},
    {U"原作者", Label::author},
    {U"实习生", Label::author, true},
    {U"通讯员", Label::author, true},
    {U"作者", Label::author, true},
    {U"记者", Label::author, true},
    {U"撰文", Label::author},
    {U"撰稿", Label::author},
    {U"采写", Label::author},
    {U"执笔", Label::author},
    {U"著者", Label::author},
    {U"笔者", Label::author},
    {U"取材・文", Label::author, true},
    {U"文・取材", Label::author, true},
    {U"文・写真", Label::author, true},
    {U"写真・文", Label::author, true},
    {U"文と写真", Label::author, true},
    {U"取材", Label::author},
    {U"闻き手", Label::author},
    {U"ライター", Label::author},
    {U"投稿者", Label::author},
    {U"写真", Label::other},
    {U"撮影", Label::other},
    {U"构成", Label::other},
    {U"文字", Label::author},
    {U"作家", Label::author},
    {U"楼主", Label::author},
    {U"发布人", Label::author},
    {U"发帖人", Label::author},
    {U"责任编辑", Label::editor, true},
    {U"网络编辑", Label::editor},
    {U"本文编辑", Label::editor},
    {U"文章编辑", Label::editor},
    {U"值班编辑", Label::editor},
    {U"版面编辑", Label::editor},
    {U"实习编辑", Label::editor},
    {U"新媒体编辑", Label::editor},
    {U"责编", Label::editor, true},
    {U"主编", Label::editor},
    {U"编辑", Label::editor, true},
    {U"责任校对", Label::other},
    {U"编译", Label::other},
    {U"文章来源", Label::source},
    {U"信息来源", Label::source},
    {U"新闻来源", Label::source},
    {U"稿件来源", Label::source},
    {U"本文来源", Label::source},
    {U"内容来源", Label::source},
    {U"来源于", Label::source},
    {U"来源", Label::source},
    {U"稿源", Label::source},
    {U"出处", Label::source},
    {U"转载自", Label::source},
    {U"转自", Label::source},
    {U"摘自", Label::source},
    {U"发布时间", Label::date},
    {U"发布日期", Label::date},
    {U"发表时间", Label::date},
    {U"发稿时间", Label::date},
    {U"更新时间", Label::date},
    {U"发布于", Label::date},
    {U"发表于", Label::date},
    {U"更新于", Label::date},
    {U"公开日时", Label::date},
    {U"公开日", Label::date},
    {U"公开", Label::date},
    {U"更新日时", Label::date},
    {U"更新日", Label::date},
    {U"配信日时", Label::date},
    {U"配信", Label::date},
    {U"掲载", Label::date},
    {U"投稿日时", Label::date},
    {U"投稿日", Label::date},
    {U"登录日", Label::date},
    {U"时间", Label::date},
    {U"日期", Label::date},
    {U"发布", Label::date},
    {U"更新", Label::date},
    {U"阅读次数", Label::other},
    {U"阅读量", Label::other},
    {U"阅读数", Label::other},
    {U"阅读", Label::other},
    {U"点击数", Label::other},
    {U"点击量", Label::other},
    {U"点击", Label::other},
    {U"浏览次数", Label::other},
    {U"浏览量", Label::other},
    {U"浏览", Label::other},
    {U"访问量", Label::other},
    {U"访问次数", Label::other},
    {U"人气", Label::other},
    {U"评论", Label::other},
    {U"字体大小", Label::other},
    {U"字号", Label::other},
    {U"字体", Label::other},
    {U"摄影", Label::other},
    {U"图片", Label::other},
    {U"校对", Label::other},
    {U"审核", Label::other},
    {U"审稿", Label::other},
    {U"监制", Label::other},
    {U"翻译", Label::other},
    {U"译者", Label::other},
    {U"分享到", Label::other},
    {U"分享", Label::other},
    {U"标签", Label::other},
    {U"关键词", Label::other},
    {U"关键字", Label::other},
    {U"栏目", Label::other},
    {U"分类", Label::other},
    {U"视频", Label::other},
    {U"制图", Label::other},
    {U"初审", Label::other},
    {U"复审", Label::other},
    {U"终审", Label::other},
    {U"签发", Label::other},
    {U"策划", Label::other},
    {U"统筹", Label::other},
    {U"出品", Label::other},
    {U"收藏", Label::other},
    {U"打印", Label::other},
    {U"大中小", Label::other},
    {U"投稿", Label::other},
    {U"电话", Label::other},
    {U"邮箱", Label::other},
    {U"责任审核", Label::other},
    {U"供图", Label::other},
    {U"文", Label::author},
    {U"图", Label::other},
    {U"摄", Label::other},
    {U"译", Label::other},
    {U"编", Label::editor},
});

// Words of buttons and counters that stand in such lines and tell nothing.
constexpr auto kNoise = std::to_array<std::u32string_view>(
    {U"听新闻",     U"字号",   U"大",   U"中",       U"小",       U"评论",     U"阅读", U"浏览",     U"分享",
     U"打印",       U"收藏",   U"举报", U"关注",     U"原创",     U"转载",     U"次",   U"人",       U"点赞",
     U"我要评论",   U"分享到", U"微信", U"微博",     U"复制链接", U"关闭",     U"字体", U"默认",     U"超大",
     U"人参与",     U"条评论", U"收听", U"语音播报", U"订阅",     U"已有",     U"编辑", U"发表评论", U"纠错",
     U"手机看新闻", U"发布",   U"更新", U"首发",     U"发表",     U"举报反馈", U"讯",   U"日",       U"星期"});

bool is_colon(char32_t c) { return c == U':' || c == U'\uFF1A' || c == U'\uFE55' || c == U'\u2236'; }

bool is_bar(char32_t c) {
  constexpr std::u32string_view kBars = U"/|\uFF0F\uFF5C\u4E28\u2223\uFF1D=\u2502\u30FB";
  return kBars.find(c) != kBars.npos;
}

bool is_edge(char32_t c) { return unicode::is_space(c) || unicode::is_punctuation(c) || is_bar(c) || c == U'\n'; }

bool opens(char32_t c) { return c == U'(' || c == U'\uFF08' || c == U'[' || c == U'\u3010' || c == U'\u3014'; }
bool closes(char32_t c) { return c == U')' || c == U'\uFF09' || c == U']' || c == U'\u3011' || c == U'\u3015'; }

struct Hit {
  std::size_t begin = 0, value = 0;  // where the label begins, where its value does
  Label label = Label::other;
};

class CjkByline {
 public:
  CjkByline(std::string_view text, const NameStyle& style) : text_(utf8::decode(text)), plain_(text_), style_(style) {
    for (char32_t& c : plain_) c = han::simplified(c);
    find_labels();
  }

  void read(bool dated, Byline& out) {
    std::u32string rest = text_.substr(0, hits_.empty() ? text_.size() : hits_[0].begin);
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      const std::size_t end = i + 1 < hits_.size() ? hits_[i + 1].begin : text_.size();
      const std::size_t stop = value_end(hits_[i], end);
      take(hits_[i].label, value(hits_[i].value, stop), out, rest);
      rest += U' ';
      rest += text_.substr(stop, end - stop);
    }
    read_rest(rest, dated, out);
  }

 private:
  void find_labels() {
    for (std::size_t at = 0; at < plain_.size();) {
      std::optional<Hit> hit = at == 0 || is_edge(plain_[at - 1]) ? label_at(at) : std::nullopt;
      if (!hit && at > 0 && !is_edge(plain_[at - 1])) hit = glued_label_at(at);
      if (!hit) hit = reporter_at(at);
      if (hit) hits_.push_back(*hit);
      at = hit ? hit->value : at + 1;
    }
  }

  [[nodiscard]] std::size_t over_spaces(std::size_t at) const {
    while (at < plain_.size() && unicode::is_space(plain_[at]) && plain_[at] != U'\n') ++at;
    return at;
  }

  [[nodiscard]] std::optional<Hit> label_at(std::size_t at) const {
    for (const LabelWord& word : kLabels) {
      if (plain_.compare(at, word.text.size(), word.text) != 0) continue;
      const std::size_t behind = at + word.text.size();
      const std::size_t mark = over_spaces(behind);
      if (mark < plain_.size() && (is_colon(plain_[mark]) || is_bar(plain_[mark])))
        return Hit{at, mark + 1, word.label};
      const bool bracketed = at > 0 && opens(plain_[at - 1]);
      if (word.bare && (mark > behind || bracketed) && mark < plain_.size()) return Hit{at, mark, word.label};
      if (word.label == Label::date && (mark == plain_.size() || plain_[mark] == U'\n'))
        return Hit{at, mark, word.label};
    }
    return std::nullopt;
  }

  // 光明日报记者 王建宏, 本报记者罗科苏盈发自北京: in a line that holds little else the role is enough.
  [[nodiscard]] std::optional<Hit> reporter_at(std::size_t at) const {
    constexpr std::u32string_view kReporter = U"记者";
    if (plain_.size() > 32 || at > 10 || plain_.compare(at, kReporter.size(), kReporter) != 0) return std::nullopt;
    const std::size_t value = over_spaces(at + kReporter.size());
    const bool own = at >= 2 && (plain_.substr(at - 2, 2) == U"本报" || plain_.substr(at - 2, 2) == U"本刊");
    if (value >= plain_.size() || !(own || value > at + kReporter.size())) return std::nullopt;
    return Hit{0, value, Label::author};
  }

  // A label of two characters or more with a colon behind it counts wherever it stands: 新华网作者：张三
  [[nodiscard]] std::optional<Hit> glued_label_at(std::size_t at) const {
    std::optional<Hit> hit = label_at(at);
    if (!hit || !is_colon(plain_[hit->value - 1]) || hit->value - at < 3) return std::nullopt;
    return hit;
  }

  // A value ends at the next label, a closing bracket, a sentence's end or a date.
  [[nodiscard]] std::size_t value_end(const Hit& hit, std::size_t end) const {
    std::size_t at = over_spaces(hit.value);
    while (at < end && (opens(text_[at]) || text_[at] == U'\n')) ++at;
    while (at < end && !closes(text_[at]) && text_[at] != U'\n' && text_[at] != U'\u3002') {
      if (hit.label == Label::author && (plain_.compare(at, 2, U"发自") == 0 || plain_.compare(at, 2, U"报道") == 0))
        break;
      ++at;
    }
    return at;
  }

  [[nodiscard]] std::string value(std::size_t begin, std::size_t end) const {
    return utf8::encode(std::u32string_view(text_).substr(begin, end > begin ? end - begin : 0));
  }

  void take(Label label, const std::string& value, Byline& out, std::u32string& rest) const {
    if (label == Label::author || label == Label::editor) {
      take_names(value, label == Label::author ? out.authors : out.editors, rest);
    } else if (label == Label::source && out.source.empty()) {
      std::string_view first = unicode::trim(value);
      std::string_view name = first.substr(0, std::min(first.find("  "), first.size()));
      std::size_t space = name.find(' ');
      std::u32string head = utf8::decode(name.substr(0, std::min(space, name.size())));
      if (!head.empty() && unicode::is_han(head.back()) && space != name.npos) {
        rest += utf8::decode(name.substr(space));
        name = name.substr(0, space);
      }
      if (is_publication(name)) out.source = std::string(name);
    }
  }

  // Names up to the first piece that is none: what follows is prose or another statement.
  void take_names(const std::string& value, std::vector<std::string>& names, std::u32string& rest) const {
    const std::string head = value.substr(0, std::min(value.find_first_of("[<\"="), value.size()));
    if (head.empty() || utf8::length(head) > 120) return;
    for (std::string& name : names_in(head, style_)) {
      const bool han = unicode::is_han(utf8::decode(name).front());
      if (!is_person(name) && (han || utf8::length(name) > 24)) {
        rest += utf8::decode(" " + name);
        break;
      }
      add_once(names, std::move(name));
    }
  }

  // 第一財經 [date] 聽新聞: a short name in front of the date is the source; what is left must be noise.
  static void read_rest(const std::u32string& rest, bool dated, Byline& out) {
    bool all = true, first = true;
    std::u32string word;
    auto finish = [&] {
      if (word.empty()) return;
      const bool noise = is_noise(word);
      if (!noise && first && dated && out.source.empty() && is_source(word))
        out.source = utf8::encode(word);
      else if (!noise)
        all = false;
      first = false;
      word.clear();
    };
    for (char32_t c : rest) {
      if (is_edge(c) && c != 0x00B7 && c != U'-')
        finish();
      else
        word += c;
    }
    finish();
    out.all = all && (dated || !out.authors.empty() || !out.editors.empty() || !out.source.empty());
  }

  static bool is_noise(std::u32string word) {
    std::u32string plain;
    for (char32_t c : word) {
      if (!unicode::is_digit(c)) plain += han::simplified(c);
    }
    if (plain.empty()) return true;
    return std::find(kNoise.begin(), kNoise.end(), plain) != kNoise.end();
  }

  static bool is_source(const std::u32string& word) {
    const bool han = std::any_of(word.begin(), word.end(), unicode::is_han);
    return han && word.size() >= 2 && word.size() <= 12;
  }

  std::u32string text_, plain_;
  const NameStyle& style_;
  std::vector<Hit> hits_;
};

bool is_reading(std::u32string_view inner) {
  if (inner.empty() || inner.size() > 8) return false;
  return std::all_of(inner.begin(), inner.end(),
                     [](char32_t c) { return unicode::is_latin(c) && !unicode::is_upper(c); });
}

}  // namespace

std::string without_readings(std::string_view text) {
  const std::u32string in = utf8::decode(text);
  std::u32string out;
  for (std::size_t at = 0; at < in.size(); ++at) {
    const bool open = (in[at] == U'(' || in[at] == U'\uFF08') && !out.empty() && unicode::is_han(out.back());
    std::size_t close = at + 1;
    while (open && close < in.size() && close - at < 10 && in[close] != U')' && in[close] != U'\uFF09') ++close;
    if (open && close < in.size() && is_reading(std::u32string_view(in).substr(at + 1, close - at - 1))) {
      at = close;
      continue;
    }
    out += in[at];
  }
  return utf8::encode(out);
}

void read_cjk_byline(std::string_view text, bool dated, const NameStyle& style, Byline& out) {
  CjkByline(text, style).read(dated, out);
}

}  // namespace winnow::extract
