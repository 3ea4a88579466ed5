-- What the pages of a site repeat (winnow/site_lines.h). Not derived: a lost table is made anew from the articles.
CREATE TABLE site_lines (
  site   TEXT PRIMARY KEY,
  memory TEXT NOT NULL  -- opaque to the store
) WITHOUT ROWID;
