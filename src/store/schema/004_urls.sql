-- Known URLs in millions: a row costs what is known of it. The site is a number, what is absent is NULL (which takes no
-- room), and no index holds addresses: which row has one is found by its hash, in memory (url_table.h).
CREATE TABLE site_numbers (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE
);
INSERT INTO site_numbers (name) SELECT DISTINCT site FROM urls;

ALTER TABLE urls RENAME TO urls_before;
DROP INDEX urls_due;
CREATE TABLE urls (
  number        INTEGER PRIMARY KEY,  -- in the order in which they were found
  site          INTEGER NOT NULL,     -- of site_numbers
  status        INTEGER NOT NULL,     -- 0 pending, 1 stored, 2 duplicate, 3 refused, 4 failed, 5 gone
  found_at      INTEGER NOT NULL,     -- times are seconds since 1970-01-01 UTC
  next_try      INTEGER NOT NULL,
  key           TEXT NOT NULL,        -- canonical URL; unique within the site, which url_table.cc sees to
  url           TEXT,                 -- NULL: as the key
  tries         INTEGER,
  fetched_at    INTEGER,
  published     TEXT,
  modified      INTEGER,
  etag          TEXT,
  last_modified TEXT,
  article_id    TEXT,
  note          TEXT
);
INSERT INTO urls
  SELECT u.number, s.number, u.status, u.found_at, u.next_try, u.key, nullif(u.url, u.key), nullif(u.tries, 0),
         nullif(u.fetched_at, 0), nullif(u.published, ''), nullif(u.modified, 0), nullif(u.etag, ''),
         nullif(u.last_modified, ''), nullif(u.article_id, ''), nullif(u.note, '')
  FROM urls_before AS u JOIN site_numbers AS s ON s.name = u.site ORDER BY u.number;
DROP TABLE urls_before;
CREATE INDEX urls_due ON urls (site, next_try) WHERE status = 0;

-- The hashes of all rows of urls, so that they need not be read to know them: row N's 8 bytes stand in chunk
-- (N - 1) / 500. Chunk -1 is the seed, which nobody outside knows: else a site could name millions of addresses of one
-- hash. Derived: what is missing is made anew from urls.
CREATE TABLE url_hashes (
  chunk  INTEGER PRIMARY KEY,
  hashes BLOB NOT NULL
);
INSERT INTO url_hashes VALUES (-1, randomblob(8));

-- Near copies: five rows an article, one for each of five parts of near_hash (near_bands.h). Those of articles before this
-- step are gone: their hashes were made otherwise.
CREATE TABLE near_hashes (
  site    INTEGER NOT NULL,  -- of site_numbers
  band    INTEGER NOT NULL,  -- which part, and its value
  near    INTEGER NOT NULL,  -- the whole hash
  article INTEGER NOT NULL,  -- articles.number
  PRIMARY KEY (site, band, near, article)
) WITHOUT ROWID;
DROP INDEX articles_band0;
DROP INDEX articles_band1;
DROP INDEX articles_band2;
DROP INDEX articles_band3;
ALTER TABLE articles DROP COLUMN band0;
ALTER TABLE articles DROP COLUMN band1;
ALTER TABLE articles DROP COLUMN band2;
ALTER TABLE articles DROP COLUMN band3;
