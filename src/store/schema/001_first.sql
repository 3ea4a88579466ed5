-- The first schema of state.db. A file here is a step from the version before it; a step that has been released
-- is never edited, changes come as a further step (docs/store.md).

-- What the crawl knows of each URL. Not derived: a lost table costs fetches.
CREATE TABLE urls (
  number        INTEGER PRIMARY KEY,  -- in the order in which they were found
  site          TEXT NOT NULL,
  key           TEXT NOT NULL,        -- canonical URL
  url           TEXT NOT NULL,
  status        INTEGER NOT NULL,     -- 0 pending, 1 stored, 2 duplicate, 3 refused, 4 failed, 5 gone
  tries         INTEGER NOT NULL,
  found_at      INTEGER NOT NULL,     -- times are seconds since 1970-01-01 UTC
  next_try      INTEGER NOT NULL,
  fetched_at    INTEGER NOT NULL,
  published     TEXT NOT NULL,
  modified      INTEGER NOT NULL,
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  article_id    TEXT NOT NULL,
  note          TEXT NOT NULL,
  UNIQUE (site, key)
);
CREATE INDEX urls_due ON urls (site, next_try, found_at, number) WHERE status = 0;

CREATE TABLE sources (
  site          TEXT NOT NULL,
  url           TEXT NOT NULL,
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  checked_at    INTEGER NOT NULL,
  changed_at    INTEGER NOT NULL,
  failures      INTEGER NOT NULL,
  note          TEXT NOT NULL,
  named         TEXT NOT NULL,        -- further sources, a line each
  PRIMARY KEY (site, url)
) WITHOUT ROWID;

CREATE TABLE sites (
  site         TEXT PRIMARY KEY,
  last_run     INTEGER,               -- NULL: never
  next_run     INTEGER,
  interval_ms  INTEGER NOT NULL,
  stored_total INTEGER NOT NULL,
  stored_last  INTEGER NOT NULL,
  failed_last  INTEGER NOT NULL,
  fetched_last INTEGER NOT NULL,
  note         TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE robots (
  origin        TEXT PRIMARY KEY,
  status        INTEGER NOT NULL,
  body          TEXT NOT NULL,
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  fetched_at    INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL
) WITHOUT ROWID;

-- The index of the article files. Derived: made anew from the files whenever it is lost.
CREATE TABLE articles (
  number        INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: words has no way to forget a row
  site          TEXT NOT NULL,
  id            TEXT NOT NULL,
  path          TEXT NOT NULL,
  url           TEXT NOT NULL,
  canonical_url TEXT NOT NULL,
  title         TEXT NOT NULL,
  published_at  TEXT NOT NULL,
  fetched_at    TEXT NOT NULL,
  day           TEXT NOT NULL,        -- YYYY-MM-DD, that of the path
  moment        INTEGER NOT NULL,     -- of the publication, else of the fetch
  content_hash  TEXT NOT NULL,
  near_hash     TEXT NOT NULL,        -- 16 hex digits or empty
  band0         INTEGER,              -- its four 16-bit parts: of two hashes that differ in at most
  band1         INTEGER,              -- three bits, one part is equal
  band2         INTEGER,
  band3         INTEGER,
  UNIQUE (site, id)
);
CREATE INDEX articles_id ON articles (id);
CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_canonical ON articles (canonical_url);
CREATE INDEX articles_moment ON articles (moment);
CREATE INDEX articles_site_moment ON articles (site, moment);
CREATE INDEX articles_content ON articles (site, content_hash);
CREATE INDEX articles_band0 ON articles (site, band0);
CREATE INDEX articles_band1 ON articles (site, band1);
CREATE INDEX articles_band2 ON articles (site, band2);
CREATE INDEX articles_band3 ON articles (site, band3);

-- Full text without the text: rowid is articles.number. A row whose article has gone, or has a newer version,
-- joins nothing.
CREATE VIRTUAL TABLE words USING fts5 (
  title, body, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
