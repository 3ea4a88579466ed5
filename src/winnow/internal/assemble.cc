#include "winnow/internal/assemble.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/han.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/fingerprint.h"
#include "clean/site_boilerplate.h"
#include "extract/fields.h"
#include "winnow/format.h"
#include "winnow/internal/decisions.h"
#include "winnow/internal/identity.h"
#include "winnow/internal/lead.h"
#include "winnow/internal/mark.h"
#include "winnow/internal/observe.h"
#include "winnow/internal/script.h"
#include "winnow/internal/told.h"

namespace winnow::internal {
namespace {

constexpr std::size_t kTracedCharacters = 120;
constexpr std::size_t kJudgedCharacters = 200;  // of what stood around the body: it is a kind's from the beginning on
constexpr std::size_t kRepeatedCharacters = 8;  // a shorter block may stand in two parts by right
constexpr std::size_t kRepeatedParagraph = 40;  // the same of parts behind the first, where headings recur

std::string one_line(std::string_view text) { return utf8::shorten(unicode::collapse(text), kTracedCharacters); }

std::string words_of(const Block& block) { return unicode::collapse(plain_text({block})); }

void trace_blocks(JudgedPart& judged) {
  for (Decision& decision : decisions_on(judged)) {
    judged.part.trace.push_back({decision.kept ? "extract" : "clean", decision.kept ? "kept" : "removed",
                                 one_line(decision.text), decision.kind + ": " + decision.why});
  }
}

// Blocks that a `remove: {text: …}` rule names go first.
std::vector<extract::DraftBlock> without_ruled_out(std::vector<extract::DraftBlock> blocks,
                                                   const extract::CompiledRules& rules, const std::string& rule_set,
                                                   std::vector<extract::DraftRemoved>& removed) {
  std::erase_if(blocks, [&](const extract::DraftBlock& block) {
    const std::string words = words_of(block.block);
    if (words.empty() || !rules.removes_text(rule_set, words)) return false;
    removed.push_back({{RemovedKind::rule, words}, block.node, "a rule of " + rule_set + " on its text", block.first});
    return true;
  });
  return blocks;
}

// What opens every part (lead, title) belongs to the first one only: the others' blocks that repeat a block of it go.
// A paragraph of any earlier part goes too: some servers give the last part again for a number that is too high.
void drop_repeats(std::vector<JudgedPart>& parts, std::string_view title) {
  std::set<std::string> first{unicode::collapse(title)}, earlier;
  for (const auto& block : parts.front().kept) first.insert(words_of(block.block));
  for (std::size_t i = 1; i < parts.size(); ++i) {
    std::erase_if(parts[i].kept, [&](const extract::DraftBlock& block) {
      const std::string words = words_of(block.block);
      const std::size_t size = utf8::length(words);
      return (size >= kRepeatedCharacters && first.contains(words)) ||
             (size >= kRepeatedParagraph && earlier.contains(words));
    });
    for (const auto& block : parts[i].kept) earlier.insert(words_of(block.block));
  }
}

void take(JudgedPart& part, cleaning::Judged judged) {
  part.kept = std::move(judged.kept);
  part.removed.insert(part.removed.end(), std::make_move_iterator(judged.removed.begin()),
                      std::make_move_iterator(judged.removed.end()));
}

// What the site repeats goes from what the words have left; where other lines stand at the edges then, their words are
// judged anew.
// `by_extraction` of what was removed stood around the body.
void take_repeats(JudgedPart& part, std::size_t by_extraction, const cleaning::SiteMemory& memory,
                  const cleaning::Context& context, const CleanOptions& options) {
  const std::string url = part.part.url ? part.part.url->href() : std::string();
  for (const extract::DraftRemoved& removed : std::span(part.removed).subspan(by_extraction)) {
    SeenLine line = cleaning::line_of(removed.removed.text, url);
    line.weight = 0;  // it is no text of the article
    if (line.key != 0) part.seen.push_back(line);
  }
  cleaning::WithoutRepeats rest =
      cleaning::take_repeats(std::move(part.kept), {.memory = memory, .title = context.title, .url = url}, options);
  part.seen.insert(part.seen.end(), rest.seen.begin(), rest.seen.end());
  take(part, {std::move(rest.kept), std::move(rest.removed)});
  if (rest.edges_moved) take(part, cleaning::judge(std::move(part.kept), context, options));
}

// Takes the blocks out of the parts: a page may have a million, and need not hold them twice.
std::vector<Block> join_bodies(std::vector<JudgedPart>& parts) {
  std::size_t count = 0;
  for (const JudgedPart& part : parts) count += part.kept.size();
  std::vector<Block> body;
  body.reserve(count);
  for (JudgedPart& part : parts) {
    for (extract::DraftBlock& kept : part.kept) body.push_back(std::move(kept.block));
    part.kept = {};
  }
  return body;
}

void add_once(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& text : from) {
    if (!text.empty() && std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
  }
}

std::vector<std::string> links_in(const std::vector<Block>& body) {
  std::vector<std::string> links;
  std::set<std::string_view> seen;
  for (const Block& block : body) {
    for (const Link& link : block.links) {
      if (seen.insert(link.url).second) links.push_back(link.url);
    }
  }
  return links;
}

void fill_fields(Article& a, const JudgedPart& first) {
  const extract::Fields& f = first.part.fields;
  a.canonical_url = f.canonical_url;
  a.subtitle = f.subtitle;
  a.summary = f.summary;
  a.authors = f.authors;
  a.editors = f.editors;
  a.source = f.source;
  a.section = f.section;
  a.breadcrumb = f.breadcrumb;
  a.tags = f.tags;
  a.title = cleaning::clean_title(f.title, f.site_name, first.kept);
}

void fill_from_parts(Article& a, const std::vector<JudgedPart>& parts) {
  for (const JudgedPart& part : parts) {
    add_once(a.images, part.part.body.images);
    tell_removed(a, part.removed);
  }
  add_once(a.images, parts.front().part.fields.images);
}

// A line that the site repeats may have been taken for the lead.
bool is_learned(const std::vector<Removed>& removed, const std::string& subtitle) {
  return std::any_of(removed.begin(), removed.end(), [&subtitle](const Removed& one) {
    return one.kind == RemovedKind::learned && one.text == unicode::collapse(subtitle);
  });
}

// "zh" and its regions become the script that the text is in.
std::string exact_language(const std::string& stated, const std::string& text) {
  const std::string language = stated.empty() ? extract::guess_language(text) : stated;
  if (!language.starts_with("zh") || language.starts_with("zh-Han")) return language;
  const std::string_view script = han::script_of(text);
  return script.empty() ? language : std::string(script);
}

void fill_times(Article& a, const extract::Fields& f, const Options& options, Trace& trace) {
  const auto settle = [&](const std::string& stated) {
    return stated.empty() ? "" : extract::with_offset(stated, options.zone, a.language);
  };
  a.published_at = settle(f.published_at);
  a.modified_at = settle(f.modified_at);
  if (a.published_at != f.published_at) {
    trace.push_back({"extract", "published", a.published_at,
                     "the page states no offset: " + (options.zone.empty() ? "that of " + a.language : options.zone)});
  }
}

// Where a guess stands in the article's text: what surrounded it is sought there.
std::vector<Repair::Place> place_in(const std::u32string& text, const Guess& guess) {
  const std::size_t at = text.find(guess.around);
  if (at == std::u32string::npos) return {};
  const std::size_t start = at + guess.at;
  return {{start, start + (guess.change.end - guess.change.start)}};
}

// One entry a kind for what is sure, one a guess for the rest.
std::vector<Repair> list_repairs(const std::vector<JudgedPart>& parts, const std::string& text) {
  repair::Log all;
  for (const JudgedPart& part : parts) all.add(part.part.repairs.log);
  std::vector<Repair> out = all.certain();
  const std::u32string whole = utf8::decode(text);
  for (const JudgedPart& part : parts) {
    for (const Guess& guess : part.part.repairs.guesses)
      out.push_back({std::string(guess.change.kind), 1, guess.change.confidence, place_in(whole, guess)});
  }
  return out;
}

void fill_provenance(Article& a, const Part& first, const Page& page, const Options& options) {
  a.url = page.url;
  a.site = options.site;
  a.encoding = first.encoding;
  a.fetched_at = page.fetched_at;
  const cleaning::Fingerprint print = cleaning::fingerprint(a.text);
  a.content_hash = print.content;
  a.near_hash = hex64(print.near);
  const std::string rules = first.finds.rule_set.empty() ? "auto" : first.finds.rule_set;
  a.extractor = "winnow " + std::string(kVersion) + " rules=" + rules;
  a.id = article_id(first.url, a.canonical_url);
}

// Whether the second part is the page that has the whole article.
bool leads_to_whole(const Part& first) {
  return !first.fields.single_page.empty() && (!first.url || first.url->href() != first.fields.single_page);
}

std::size_t size_of(const JudgedPart& part) {
  std::size_t size = 0;
  for (const extract::DraftBlock& block : part.kept) size += plain_text({block.block}).size();
  return size;
}

// Of the first part and the page that has all, one body counts. A wall or a notice in place of the whole is shorter
// than what the first part shows.
void settle_whole(std::vector<JudgedPart>& parts) {
  if (parts.size() < 2 || !leads_to_whole(parts.front().part)) return;
  const bool whole = size_of(parts[1]) >= size_of(parts[0]);
  JudgedPart& other = parts[whole ? 0 : 1];
  other.kept.clear();
  other.removed.clear();
  other.seen.clear();
  other.part.body.images.clear();
  parts[0].part.trace.push_back({"extract", "body", parts[0].part.fields.single_page,
                                 whole ? "the page that has the whole article" : "has less of the article; left out"});
}

// What to ask for next. A chain of parts ends, whatever the pages say; that of a whole article has one page.
std::string next_of(const std::vector<JudgedPart>& parts) {
  const Part& first = parts.front().part;
  if (leads_to_whole(first)) return parts.size() == 1 ? first.fields.single_page : std::string();
  return parts.size() < first.finds.max_parts ? parts.back().part.fields.next_page : std::string();
}

Trace join_traces(std::vector<JudgedPart>& parts) {
  Trace trace;
  for (JudgedPart& part : parts) {
    trace.insert(trace.end(), std::make_move_iterator(part.part.trace.begin()),
                 std::make_move_iterator(part.part.trace.end()));
  }
  return trace;
}

}  // namespace

JudgedPart judge_part(Part part, const Options& options, const extract::CompiledRules& rules,
                      const extract::Fields& article_fields, const std::optional<cleaning::SiteMemory>& memory) {
  JudgedPart out{std::move(part), {}, {}, {}};
  out.removed = std::move(out.part.body.removed);
  for (extract::DraftRemoved& removed : out.removed) {
    const std::string beginning = utf8::shorten(removed.removed.text, kJudgedCharacters);
    removed.removed.kind = cleaning::kind_by_words(beginning).value_or(removed.removed.kind);
  }
  const std::size_t by_extraction = out.removed.size();
  std::vector<extract::DraftBlock> blocks =
      without_ruled_out(std::move(out.part.body.blocks), rules, out.part.finds.rule_set, out.removed);
  const cleaning::Context context{.title = article_fields.title,
                                  .subtitle = article_fields.subtitle,
                                  .summary = article_fields.summary,
                                  .language = article_fields.language,
                                  .site_name = article_fields.site_name};
  cleaning::Judged judged = cleaning::judge(std::move(blocks), context, options.clean);
  take(out, std::move(judged));
  if (memory) take_repeats(out, by_extraction, *memory, context, options.clean);
  if (options.trace) trace_blocks(out);
  return out;
}

Reading assemble(std::vector<JudgedPart> parts, const Page& page, const Options& options) {
  Reading reading;
  Article& a = reading.article;
  const extract::Fields& fields = parts.front().part.fields;
  fill_fields(a, parts.front());
  settle_whole(parts);
  drop_repeats(parts, a.title);
  fill_from_parts(a, parts);
  if (is_learned(a.removed, a.subtitle)) a.subtitle.clear();
  if (options.mark) reading.marked_html = marked_html(parts.front(), a.title);
  reading.observation = observe_page(parts.front(), a.title, options);
  a.body = join_bodies(parts);
  settle_lead(a, a.body, options.clean);
  a.links = links_in(a.body);
  a.text = plain_text(a.body);
  untell_kept(a);
  a.language = exact_language(fields.language, a.text);
  fill_times(a, fields, options, parts.front().part.trace);
  convert_script(a, options.clean.script);
  a.text = plain_text(a.body);
  a.repairs = list_repairs(parts, a.text);
  fill_provenance(a, parts.front().part, page, options);
  reading.next_page = next_of(parts);
  for (JudgedPart& part : parts) {
    TextRepairs& repairs = part.part.repairs;
    if (!repairs.learned.empty()) reading.learned = std::move(repairs.learned);
    reading.refetch = reading.refetch || repairs.log.refetch();
    reading.seen.lines.insert(reading.seen.lines.end(), part.seen.begin(), part.seen.end());
  }
  if (!reading.seen.lines.empty()) {
    reading.seen.id = number_of(a.id);
    reading.seen.title = cleaning::title_bits(a.title);
  }
  if (options.trace) reading.trace = join_traces(parts);
  if (unicode::trim(a.text).empty()) reading.refused = "no article: the page has no text that could be one";
  observe_article(parts, reading);
  return reading;
}

}  // namespace winnow::internal
