// What the values that travel consist of. Each is taken apart by a structured binding, so that a field that is added to
// one of them and forgotten here does not compile. Internal to worker/.
#pragma once

#include "crawl/cleaner.h"
#include "winnow/winnow.h"
#include "worker/codec.h"
#include "worker/limits.h"

namespace winnow::worker {

template <>
inline constexpr Script kLast<Script> = Script::traditional;
template <>
inline constexpr Mode kLast<Mode> = Mode::on;
template <>
inline constexpr Field kLast<Field> = Field::single_page;
template <>
inline constexpr Input kLast<Input> = Input::text;
template <>
inline constexpr BlockType kLast<BlockType> = BlockType::embed;
template <>
inline constexpr RemovedKind kLast<RemovedKind> = RemovedKind::rule;
template <>
inline constexpr Seat kLast<Seat> = Seat::fixed;

template <>
struct Fields<Millis> {
  static void of(Encoder& archive, const Millis& value) { archive(std::int64_t{value.count()}); }
  static void of(Decoder& archive, Millis& value) {
    std::int64_t count = 0;
    archive(count);
    value = Millis(count);
  }
};
template <>
struct Fields<Limits> {
  static void of(auto& archive, auto& value) {
    auto& [memory, cpu, wall, start, pages] = value;
    archive(memory, cpu, wall, start, pages);
  }
};

template <>
struct Fields<Place> {
  static void of(auto& archive, auto& value) {
    auto& [css, fixed, attr, cut_before, cut_after, match, split, join] = value;
    archive(css, fixed, attr, cut_before, cut_after, match, split, join);
  }
};
template <>
struct Fields<FieldRule> {
  static void of(auto& archive, auto& value) {
    auto& [places, require_chars, max, prune] = value;
    archive(places, require_chars, max, prune);
  }
};
template <>
struct Fields<Replacement> {
  static void of(auto& archive, auto& value) {
    auto& [find, with] = value;
    archive(find, with);
  }
};
template <>
struct Fields<RemoveRule> {
  static void of(auto& archive, auto& value) {
    auto& [css, text, attr] = value;
    archive(css, text, attr);
  }
};
template <>
struct Fields<RuleSet> {
  static void of(auto& archive, auto& value) {
    auto& [name, when_exists, fields, remove] = value;
    archive(name, when_exists, fields, remove);
  }
};
template <>
struct Fields<CleanOptions> {
  static void of(auto& archive, auto& value) {
    auto& [spam_headers, share, notices, learn, script] = value;
    archive(spam_headers, share, notices, learn, script);
  }
};
template <>
struct Fields<RepairOptions> {
  static void of(auto& archive, auto& value) {
    auto& [mojibake, mirror, punctuation] = value;
    archive(mojibake, mirror, punctuation);
  }
};
template <>
struct Fields<Options> {
  static void of(auto& archive, auto& value) {
    auto& [site, language, zone, encoding, replace, rules, clean, repair, prefilter, trace, mark] = value;
    archive(site, language, zone, encoding, replace, rules, clean, repair, prefilter, trace, mark);
  }
};

template <>
struct Fields<crawl::PartPage> {
  static void of(auto& archive, auto& value) {
    auto& [bytes, url, content_type, fetched_at] = value;
    archive(bytes, url, content_type, fetched_at);
  }
};

template <>
inline constexpr crawl::Source::Kind kLast<crawl::Source::Kind> = crawl::Source::Kind::home;
template <>
struct Fields<site::Urls> {
  static void of(auto& archive, auto& value) {
    auto& [accept, refuse, drop_query, host_aliases] = value;
    archive(accept, refuse, drop_query, host_aliases);
  }
};
template <>
struct Fields<crawl::UrlRules> {
  static void of(auto& archive, auto& value) {
    auto& [home, urls, sources] = value;
    archive(home, urls, sources);
  }
};
template <>
struct Fields<site::ListSource> {
  static void of(auto& archive, auto& value) {
    auto& [url, links, next, max_pages] = value;
    archive(url, links, next, max_pages);
  }
};
template <>
struct Fields<crawl::Source> {
  static void of(auto& archive, auto& value) {
    auto& [kind, url, list, page, depth] = value;
    archive(kind, url, list, page, depth);
  }
};
template <>
struct Fields<store::Found> {
  static void of(auto& archive, auto& value) {
    auto& [key, url, published, modified] = value;
    archive(key, url, published, modified);
  }
};
template <>
struct Fields<ElementSeen> {
  static void of(auto& archive, auto& value) {
    auto& [name, marks, around] = value;
    archive(name, marks, around);
  }
};
template <>
struct Fields<crawl::SourceFinds> {
  static void of(auto& archive, auto& value) {
    auto& [urls, further, fault, links_at] = value;
    archive(urls, further, fault, links_at);
  }
};

template <>
struct Fields<Link> {
  static void of(auto& archive, auto& value) {
    auto& [start, end, url, item, cell] = value;
    archive(start, end, url, item, cell);
  }
};
template <>
struct Fields<Block> {
  static void of(auto& archive, auto& value) {
    auto& [type, text, level, ordered, items, depths, numbers, rows, header, src, alt, caption, language, links] =
        value;
    archive(type, text, level, ordered, items, depths, numbers, rows, header, src, alt, caption, language, links);
  }
};
template <>
struct Fields<Removed> {
  static void of(auto& archive, auto& value) {
    auto& [kind, text, why] = value;
    archive(kind, text, why);
  }
};
template <>
struct Fields<Repair::Place> {
  static void of(auto& archive, auto& value) {
    auto& [start, end] = value;
    archive(start, end);
  }
};
template <>
struct Fields<Repair> {
  static void of(auto& archive, auto& value) {
    auto& [kind, count, confidence, places] = value;
    archive(kind, count, confidence, places);
  }
};
template <>
struct Fields<Article> {
  static void of(auto& archive, auto& value) {
    auto& [id, url, canonical_url, site, title, subtitle, summary, authors, editors, source, published_at, modified_at,
           language, section, breadcrumb, tags, body, text, images, links, removed, repairs, encoding, fetched_at,
           content_hash, near_hash, extractor] = value;
    archive(id, url, canonical_url, site, title, subtitle, summary, authors, editors, source, published_at, modified_at,
            language, section, breadcrumb, tags, body, text, images, links, removed, repairs, encoding, fetched_at,
            content_hash, near_hash, extractor);
  }
};
template <>
struct Fields<TraceStep> {
  static void of(auto& archive, auto& value) {
    auto& [stage, action, what, why] = value;
    archive(stage, action, what, why);
  }
};
template <>
struct Fields<SeenLine> {
  static void of(auto& archive, auto& value) {
    auto& [key, masked, weight, seat, left_out] = value;
    archive(key, masked, weight, seat, left_out);
  }
};
template <>
struct Fields<SeenPage> {
  static void of(auto& archive, auto& value) {
    auto& [id, title, lines] = value;
    archive(id, title, lines);
  }
};
template <>
struct Fields<FieldSeen> {
  static void of(auto& archive, auto& value) {
    auto& [field, named, by_rule, filled] = value;
    archive(field, named, by_rule, filled);
  }
};
template <>
struct Fields<Observation> {
  static void of(auto& archive, auto& value) {
    auto& [page, ruled, rule_set, fields, characters, removed, paragraphs, links, images, parts, exactness, title_at,
           body_at, time_at, told, layout, title, text] = value;
    archive(page, ruled, rule_set, fields, characters, removed, paragraphs, links, images, parts, exactness, title_at,
            body_at, time_at, told, layout, title, text);
  }
};
template <>
struct Fields<Reading> {
  static void of(auto& archive, auto& value) {
    auto& [article, refused, next_page, trace, marked_html, learned, observation, seen, refetch] = value;
    archive(article, refused, next_page, trace, marked_html, learned, observation, seen, refetch);
  }
};

}  // namespace winnow::worker
