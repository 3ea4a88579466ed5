-- What cleaning has learned of a host from its pages (the table of a spam mirror). Not derived: a lost table is learned
-- again from further pages.
CREATE TABLE hosts (
  host  TEXT PRIMARY KEY,
  known TEXT NOT NULL  -- opaque to the store
) WITHOUT ROWID;
