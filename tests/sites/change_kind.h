// The ways in which a site changes its template from one day to the next; see changes.h.
#pragma once

namespace winnow::sites {

enum class ChangeKind {
  renamed_classes,   // every class and id has another name
  moved_body,        // the text stands outside of the article's element, in another element
  widened_body,      // the old body's element now holds boxes and comments too; the text has an element of its own
  paywall,           // all articles show a teaser only
  empty_template,    // the body is filled in by a script
  split_pages,       // articles come in parts
  metadata_dropped,  // no JSON-LD, no meta tags
  date_format,       // another format of the visible date, no machine-readable one
  title_out_of_h1,   // the title in another element, the paper's name in h1
  body_tag,          // the body's element has another tag and no class
  byline_dropped,    // no authors any more, on the page or in its metadata
  consent_wall,      // every page asks for consent, and is nothing else
  lists_changed,     // lists and their paging in other elements; of an article at most the cards below it
  redesign,          // another template altogether
  outer_wrapper,     // harmless: one more element around everything
  added_classes      // harmless: elements have one more class each
};

}  // namespace winnow::sites
