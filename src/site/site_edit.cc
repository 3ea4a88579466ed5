#include "site/site_edit.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "site/site_file.h"
#include "site/yaml_place.h"
#include "site/yaml_text.h"

namespace winnow::site {
namespace {

struct Edit {
  Span span;
  std::string text;
};

// What a key of `expect` shall say: a text, or a list of texts.
struct Wanted {
  std::string key;
  bool list = false;
  std::vector<std::string> texts;
};

std::vector<Wanted> wanted_of(const PageTest& test) {
  std::vector<Wanted> out;
  for (const auto& [name, value] : test.equal) out.push_back({name, false, {value}});
  out.push_back({"has", true, test.has});
  out.push_back({"lacks", true, test.lacks});
  return out;
}

std::vector<std::string> texts_of(const Yaml& node) {
  if (node.kind == Yaml::Kind::scalar) return {node.text};
  std::vector<std::string> out;
  for (const Yaml& item : node.items) out.push_back(item.text);
  return out;
}

std::string flow_value(const Wanted& wanted) {
  if (!wanted.list) return scalar_text(wanted.texts.front());
  std::string out;
  for (const std::string& text : wanted.texts) out += (out.empty() ? "" : ", ") + scalar_text(text);
  return "[" + out + "]";
}

std::string flow_map(const std::vector<Wanted>& all) {
  std::string out;
  for (const Wanted& wanted : all) {
    if (wanted.list && wanted.texts.empty()) continue;
    out += (out.empty() ? "" : ", ") + wanted.key + ": " + flow_value(wanted);
  }
  return "{" + out + "}";
}

Yaml::Member* member_of(Yaml& map, std::string_view key) {
  const auto found =
      std::find_if(map.members.begin(), map.members.end(), [key](const auto& m) { return m.key == key; });
  return found == map.members.end() ? nullptr : &*found;
}

Yaml as_yaml(const Wanted& wanted) {
  Yaml out;
  out.kind = wanted.list ? Yaml::Kind::list : Yaml::Kind::scalar;
  if (!wanted.list) out.text = wanted.texts.front();
  if (!wanted.list) return out;
  for (const std::string& text : wanted.texts) {
    Yaml item;
    item.kind = Yaml::Kind::scalar;
    item.text = text;
    out.items.push_back(std::move(item));
  }
  return out;
}

// Gathers the edits to one text, and makes of its tree what the edited text must be.
class Editor {
 public:
  Editor(std::string_view source, Yaml& tree) : source_(source), tree_(tree) {
    const std::size_t end = source.find('\n');
    newline_ = end != source.npos && end > 0 && source[end - 1] == '\r' ? "\r\n" : "\n";
  }

  // False where there is no such test.
  bool renew(const Renewal& renewal) {
    Yaml::Member* tests = member_of(tree_, "tests");
    if (tests == nullptr) return false;
    Yaml* test = &tests->value;  // one alone is a list of one
    if (test->kind == Yaml::Kind::list)
      test = renewal.number < test->items.size() ? &test->items[renewal.number] : nullptr;
    if (test == nullptr || test->kind != Yaml::Kind::map || test->members.empty()) return false;
    const std::vector<Wanted> all = wanted_of(renewal.expected);
    Yaml::Member* expect = member_of(*test, "expect");
    if (expect == nullptr) {
      add_expect(*test, all);
    } else if (expect->value.members.empty()) {
      fill_expect(*expect, all);
    } else {
      set_all(expect->value, all);
    }
    return true;
  }

  [[nodiscard]] std::string edited() {
    std::stable_sort(edits_.begin(), edits_.end(),
                     [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    std::string out;
    std::size_t at = 0;
    for (const Edit& edit : edits_) {
      if (edit.span.begin < at) continue;  // in a place that is changed already: what comes out is found wrong
      out += source_.substr(at, edit.span.begin - at);
      out += edit.text;
      at = edit.span.end;
    }
    return out + std::string(source_.substr(at));
  }

 private:
  [[nodiscard]] bool is_flow(const Span& span) const {
    return span.begin < source_.size() && (source_[span.begin] == '{' || source_[span.begin] == '[');
  }

  // Behind the white space and the comment that end a line.
  [[nodiscard]] std::size_t line_end(std::size_t at) const {
    const std::size_t stop = std::min(source_.find_first_of("\r\n", at), source_.size());
    const std::size_t text = source_.find_first_not_of(" \t", at);
    const bool rest = text >= stop || (text > at && source_[text] == '#');
    return rest ? stop : at;
  }

  void add(Span span, std::string text) { edits_.push_back({span, std::move(text)}); }

  [[nodiscard]] std::string block_lines(const std::vector<Wanted>& all, std::size_t indent) const {
    const std::string begin = newline_ + std::string(indent, ' ');
    std::string out;
    for (const Wanted& wanted : all) {
      if (wanted.list && wanted.texts.empty()) continue;
      out += begin + wanted.key + ":";
      if (!wanted.list) out += " " + scalar_text(wanted.texts.front());
      if (!wanted.list) continue;
      for (const std::string& text : wanted.texts) out += begin + "  - " + scalar_text(text);
    }
    return out;
  }

  static Yaml expect_of(const std::vector<Wanted>& all) {
    Yaml expect;
    expect.kind = Yaml::Kind::map;
    for (const Wanted& wanted : all) {
      if (!wanted.list || !wanted.texts.empty()) expect.members.push_back({wanted.key, 0, 0, as_yaml(wanted)});
    }
    return expect;
  }

  void add_expect(Yaml& test, const std::vector<Wanted>& all) {
    const std::size_t end = span_of(source_, test.members.back()).end;
    if (is_flow(span_of(source_, test))) {
      add({end, end}, ", expect: " + flow_map(all));
    } else {
      const std::size_t at = line_end(end), indent = static_cast<std::size_t>(test.members.front().column - 1);
      add({at, at}, newline_ + std::string(indent, ' ') + "expect:" + block_lines(all, indent + 2));
    }
    test.members.push_back({"expect", 0, 0, expect_of(all)});
  }

  // Behind the colon, in place of a null that may stand there.
  [[nodiscard]] Span null_of(const Yaml::Member& member) const {
    const Span whole = span_of(source_, member);
    return {std::min(source_.find(':', whole.begin), whole.end - 1) + 1, whole.end};
  }

  // In place of nothing, or of "{}".
  void fill_expect(Yaml::Member& expect, const std::vector<Wanted>& all) {
    if (expect.value.kind == Yaml::Kind::map) {
      add(span_of(source_, expect.value), flow_map(all));
    } else {
      add(null_of(expect), " " + flow_map(all));
    }
    expect.value = expect_of(all);
  }

  // The places are those of the text, so they are looked up before the tree changes.
  void set_all(Yaml& expect, const std::vector<Wanted>& all) {
    const std::size_t end = span_of(source_, expect.members.back()).end;
    const bool flow = is_flow(span_of(source_, expect));
    const auto indent = static_cast<std::size_t>(expect.members.front().column - 1);
    for (const Wanted& wanted : all) {
      if (Yaml::Member* member = member_of(expect, wanted.key)) {
        set(*member, wanted);
      } else if (!wanted.list || !wanted.texts.empty()) {
        const std::size_t at = flow ? end : line_end(end);
        add({at, at}, flow ? ", " + wanted.key + ": " + flow_value(wanted) : block_lines({wanted}, indent));
        expect.members.push_back({wanted.key, 0, 0, as_yaml(wanted)});
      }
    }
  }

  void set(Yaml::Member& member, const Wanted& wanted) {
    Yaml& value = member.value;
    if (texts_of(value) == wanted.texts) return;
    const Span span = span_of(source_, value);
    if (value.kind == Yaml::Kind::null) {
      add(null_of(member), " " + flow_value(wanted));
    } else if (value.kind == Yaml::Kind::list && !is_flow(span) && !wanted.texts.empty()) {
      const std::string begin = newline_ + std::string(static_cast<std::size_t>(value.column - 1), ' ');
      std::string text;
      for (const std::string& item : wanted.texts) text += (text.empty() ? "- " : begin + "- ") + scalar_text(item);
      add(span, text);
    } else {
      add(span, flow_value(wanted));
    }
    value = as_yaml(wanted);
  }

  std::string_view source_;
  Yaml& tree_;
  std::string newline_;
  std::vector<Edit> edits_;
};

}  // namespace

Result<std::string> replace_expectations(std::string_view yaml, const std::string& file,
                                         std::span<const Renewal> renewals) {
  auto tree = parse_yaml(yaml);
  if (!tree) return fail(Code::invalid, Fault{file, tree.error().line, tree.error().column, tree.error().text}.str());
  Editor editor(yaml, *tree);
  for (const Renewal& renewal : renewals) {
    if (!editor.renew(renewal)) {
      return fail(Code::invalid, file + ": it has no test number " + std::to_string(renewal.number + 1) +
                                     " any more; it was changed meanwhile, run the tests again");
    }
  }
  std::string out = editor.edited();
  const auto again = parse_yaml(out);
  if (!again || to_yaml(*again) != to_yaml(*tree)) {
    return fail(Code::invalid, file +
                                   ": 'tests' is written in a way that can't be changed in place (an alias, an anchor, "
                                   "a tag); change what it expects by hand");
  }
  return out;
}

}  // namespace winnow::site
