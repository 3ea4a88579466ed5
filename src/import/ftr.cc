#include "import/ftr.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/scan.h"
#include "base/url.h"
#include "base/utf8.h"
#include "import/condition.h"
#include "import/ftr_lines.h"
#include "import/selection.h"
#include "parse/selector.h"
#include "site/site_text.h"

namespace winnow::importing {
namespace {

constexpr std::string_view kDone;  // the reason of a line that is converted

// What has no counterpart, and why.
const std::map<std::string, std::string, std::less<>>& refused() {
  static const std::string kLogin = "winnow does not log in";
  static const std::map<std::string, std::string, std::less<>> kRefused = {
      {"requires_login", kLogin},
      {"not_logged_in_xpath", kLogin},
      {"login_uri", kLogin},
      {"login_username_field", kLogin},
      {"login_password_field", kLogin},
      {"login_extra_fields", kLogin},
      {"single_page_link_in_feed", "winnow takes a feed's links as they are; single_page_link is of the page"},
      {"native_ad_clue", "winnow has no rule that refuses a page by what stands in it"},
      {"skip_id_or_class", "winnow has no such exceptions; write :not() into the selectors under 'remove'"},
      {"wrap_in", "winnow does not wrap elements; its blocks have no markup"},
      {"dissolve", "winnow does not unwrap elements; its blocks have no markup"},
      {"move_into", "winnow does not move elements"},
      {"footnotes", "winnow has nothing of the kind"},
      {"insert_detected_image", "winnow has nothing of the kind"},
      {"strip_comments", "winnow has nothing of the kind"},
      {"skip_json_ld", "winnow weighs JSON-LD against the page and has no switch for it"},
      {"src_lazy_load_attr", "winnow knows the usual attributes of images that are loaded late, and takes no others"},
  };
  return kRefused;
}

bool says_yes(std::string_view value) {
  const std::string lower = ascii::lower(value);
  return lower == "yes" || lower == "true" || lower == "1" || lower == "on";
}

bool says_no(std::string_view value) {
  const std::string lower = ascii::lower(value);
  return lower == "no" || lower == "false" || lower == "0" || lower == "off";
}

// full-text-RSS leaves quotes out of what it looks for in classes and addresses.
std::string without_quotes(std::string text) {
  std::erase_if(text, [](char c) { return c == '\'' || c == '"'; });
  return text;
}

bool selects_comments(const std::string& xpath) {
  const auto expr = parse_xpath(xpath);
  return expr && expr->kind == Expr::Kind::path && !expr->steps.empty() && expr->steps.back().test == Step::Test::other;
}

class Conversion {
 public:
  Conversion(std::string_view text, std::string_view file) : lines_(read_ftr_lines(text)) {
    if (file.ends_with(".txt")) file.remove_suffix(4);
    const bool of_all = file.starts_with('.');
    while (file.starts_with('.')) file.remove_prefix(1);
    host_ = ascii::lower(file);
    // Beside "example.com.txt" there may be ".example.com.txt", of all its other hosts.
    site_.name = site::site_name(of_all && !file.empty() ? std::string(file.substr(0, 60)) + "-all" : std::string(file));
  }

  Imported run() && {
    pair_replacements();
    for (const FtrLine& line : lines_) {
      if (paired_.count(&line) == 0) settle(line, take(line));
    }
    settle_prune();
    std::sort(skipped_.begin(), skipped_.end(), [](const Skipped& a, const Skipped& b) { return a.line < b.line; });
    finish_site();
    const std::size_t all = lines_.size();
    return {site_.name, site::site_text(site_, {{"", remarks_}}), all, all - skipped_.size(), std::move(skipped_)};
  }

 private:
  void settle(const FtrLine& line, const std::string& reason) {
    if (reason != kDone) skipped_.push_back({line.number, line.text, reason});
  }

  // "find_string" and "replace_string" stand in two lines; the first of one belongs to the first of the other.
  void pair_replacements() {
    std::vector<const FtrLine*> finds, withs;
    for (const FtrLine& line : lines_) {
      if (line.name == "find_string") finds.push_back(&line);
      if (line.name == "replace_string" && !line.has_argument) withs.push_back(&line);
    }
    if (finds.size() != withs.size()) return pair_neighbours();
    for (std::size_t i = 0; i < finds.size(); ++i) pair(finds[i], withs[i]);
  }

  void pair_neighbours() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const FtrLine& with = lines_[i + 1];
      if (lines_[i].name == "find_string" && with.name == "replace_string" && !with.has_argument)
        pair(&lines_[i], &with);
    }
  }

  void pair(const FtrLine* find, const FtrLine* with) {
    if (find->value.empty()) return;
    paired_.insert(find), paired_.insert(with);
    replacements_.emplace(find->number, Replacement{find->value, with->value});
  }

  // The reason why the line has no counterpart, or kDone.
  std::string take(const FtrLine& line) {
    if (line.name.empty()) return "it is no rule: a line has a name, a colon and a value";
    if (const auto known = refused().find(line.name); known != refused().end()) return known->second;
    if (line.name == "replace_string" || line.name == "find_string") return replacement(line);
    if (line.name == "test_contains" || line.name == "test_url") return test(line);
    if (line.value.empty()) return "it says nothing";
    static const std::map<std::string, Field, std::less<>> kFields = {
        {"title", Field::title}, {"author", Field::authors},           {"date", Field::published},
        {"body", Field::body},   {"next_page_link", Field::next_page}, {"single_page_link", Field::single_page}};
    if (const auto field = kFields.find(line.name); field != kFields.end()) return place(field->second, line.value);
    if (line.name == "strip" || line.name == "strip_attr" || line.name == "post_strip_attr") return strip(line.value);
    if (line.name == "strip_id_or_class") return strip_id_or_class(without_quotes(line.value));
    if (line.name == "strip_image_src") return strip_image(without_quotes(line.value));
    if (line.name == "http_header") return header(line);
    if (line.name == "if_page_contains") return condition(line);
    return option(line);
  }

  std::string option(const FtrLine& line) {
    const bool yes = says_yes(line.value), no = says_no(line.value);
    // Pages are always read as the HTML standard says, which mends what tidy would.
    if (line.name == "tidy") return yes || no ? std::string(kDone) : "it must be yes or no";
    if (line.name == "parser" && line.value != "libxml") return std::string(kDone);
    if (line.name == "parser") return "pages are always read as the HTML standard says, which libxml does not";
    if (line.name == "prune") {
      if (!yes && !no) return "it must be yes or no";
      if (no) prune_ = &line;
      return std::string(kDone);
    }
    if (line.name == "convert_double_br_tags" && yes) return std::string(kDone);  // a line of its own is a paragraph
    if (line.name == "convert_double_br_tags") return "two line breaks always make a paragraph";
    if (line.name == "autodetect_on_failure" && yes) return std::string(kDone);
    if (line.name == "autodetect_on_failure")
      return "the automatic extractor always takes over where a rule finds nothing";
    if (line.name == "autodetect_next_page" && yes) return std::string(kDone);
    if (line.name == "autodetect_next_page") return "further parts are always looked for";
    return "'" + line.name + "' is not known here";
  }

  std::string place(Field field, const std::string& xpath) {
    auto place = to_place(xpath);
    if (!place) return place.error();
    const bool texts = place->css.find("::text") != std::string::npos;
    if (field == Field::body && (texts || !place->attr.empty() || !place->match.empty() || !place->value.empty()))
      return "a body is elements, not an attribute or a part of a text";
    if (field == Field::next_page || field == Field::single_page) {
      if (!place->value.empty()) return "it must be a link, not a text";
      if (place->attr == "href") place->attr.clear();  // which is taken without saying so
    }
    set_.fields[field].places.push_back(std::move(*place));
    return std::string(kDone);
  }

  // Says when the link in the line above it is to be followed.
  std::string condition(const FtrLine& line) {
    const auto above = std::find_if(lines_.rbegin(), lines_.rend(), [&](const FtrLine& l) { return &l == &line; }) + 1;
    const bool linked =
        above != lines_.rend() && (above->name == "single_page_link" || above->name == "next_page_link");
    if (!linked) return "there is no link above it that it is a condition of";
    const auto rule = set_.fields.find(above->name == "next_page_link" ? Field::next_page : Field::single_page);
    if (rule == set_.fields.end()) return "the link above it has no counterpart";
    auto place = to_place(line.value);
    if (!place) return place.error();
    const bool elements = place->attr.empty() && place->match.empty() && place->value.empty();
    std::string& link = rule->second.places.back().css;
    const std::string css = "html:has(" + place->css + ") :is(" + link + ")";
    if (!elements || !parse::Selector::parse(css)) return "no selector says this condition";
    link = css;
    return std::string(kDone);
  }

  std::string strip(const std::string& xpath) {
    if (selects_comments(xpath)) return std::string(kDone);  // which nobody reads here
    auto place = to_place(xpath);
    if (!place) return place.error();
    if (!place->value.empty() || !place->match.empty()) return "it is a text, no path to elements";
    set_.remove.push_back({.css = std::move(place->css), .attr = std::move(place->attr)});
    return std::string(kDone);
  }

  std::string remove(std::string css) {
    if (!parse::Selector::parse(css)) return "it is too long for a selector";
    set_.remove.push_back({.css = std::move(css)});
    return std::string(kDone);
  }

  std::string strip_id_or_class(const std::string& part) {
    if (part.empty()) return "it says nothing";
    const std::string quoted = in_quotes(part);
    return remove("[class*=" + quoted + "], [id*=" + quoted + "]");
  }

  std::string strip_image(const std::string& part) {
    if (part.empty()) return "it says nothing";
    return remove("img[src*=" + in_quotes(part) + "]");
  }

  std::string header(const FtrLine& line) {
    const std::string name(ascii::trim(line.argument));
    const bool token = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return ascii::is_alpha(c) || ascii::is_digit(c) ||
             std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
    if (!line.has_argument || !token) return "it must be as http_header(name): value";
    if (line.value.find_first_of("\r\n") != std::string_view::npos) return "a header's value is one line (RFC 9110, 5.5)";
    if (ascii::lower(name) == "user-agent") {
      if (!site_.manners.user_agent.empty()) return "a request has one User-Agent, and an earlier line says it";
      site_.manners.user_agent = line.value;
      return std::string(kDone);
    }
    for (const auto& [known, value] : site_.manners.headers) {
      if (ascii::lower(known) == ascii::lower(name)) return "an earlier line says this header";
    }
    site_.manners.headers.emplace_back(name, line.value);
    return std::string(kDone);
  }

  std::string replacement(const FtrLine& line) {
    if (!line.has_argument)
      return line.name == "find_string" ? "it has no replace_string of its own" : "it has no find_string of its own";
    if (line.name == "find_string") return "'find_string' takes no argument";
    if (line.argument.empty()) return "it says nothing that is to be found";
    replacements_.emplace(line.number, Replacement{line.argument, line.value});
    return std::string(kDone);
  }

  std::string test(const FtrLine& line) {
    if (line.name == "test_url") {
      const auto url = Url::parse(line.value);
      if (!url || !url->is_http()) return "it is no web address";
      site_.tests.push_back({.url = line.value});
      return std::string(kDone);
    }
    if (line.value.empty()) return "it says nothing";
    if (site_.tests.empty()) return "it has no test_url above it";
    site_.tests.back().has.push_back(line.value);
    return std::string(kDone);
  }

  // Whether the body is pruned is said with the body.
  void settle_prune() {
    if (prune_ == nullptr) return;
    if (const auto body = set_.fields.find(Field::body); body != set_.fields.end()) {
      body->second.prune = false;
      return;
    }
    for (const FtrLine& line : lines_) {
      if (line.name == "prune") settle(line, "no rule chooses the body, and the automatic extractor always prunes");
    }
  }

  void finish_site() {
    for (auto& [line, replacement] : replacements_) site_.options.replace.push_back(std::move(replacement));
    const bool host = host_.find('.') != host_.npos;
    site_.home = "https://" + (host ? host_ : host_ + ".invalid") + "/";
    if (!Url::parse(site_.home)) site_.home = "https://" + site_.name + "/";
    site_.enabled = false;
    if (!set_.fields.empty() || !set_.remove.empty()) {
      set_.name = "imported";
      site_.options.rules.push_back(std::move(set_));
    }
    remarks_ = {std::string(kImportedMark) +
                         " from full-text-RSS, and not verified. Save the pages under 'tests', look at what",
                     "`winnow clean --site` makes of them, then leave out 'enabled: false' and these lines."};
    if (!host) remarks_.emplace_back("The home page is not known: 'home' must be changed.");
    if (!skipped_.empty()) remarks_.emplace_back("What has no counterpart:");
    for (const Skipped& one : skipped_)
      remarks_.push_back("  line " + std::to_string(one.line) + ", " + utf8::shorten(one.text, 120) + ": " +
                              one.reason);
  }

  std::vector<FtrLine> lines_;
  std::string host_;
  site::Site site_;
  RuleSet set_;
  std::vector<std::string> remarks_;
  std::set<const FtrLine*> paired_;
  std::map<int, Replacement> replacements_;  // by line: they take effect in the file's order
  const FtrLine* prune_ = nullptr;
  std::vector<Skipped> skipped_;
};

}  // namespace

Imported import_ftr(std::string_view text, std::string_view file) { return Conversion(text, file).run(); }

}  // namespace winnow::importing
