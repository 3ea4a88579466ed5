-- How the pages of a site were read of late (health/health.h). Not derived: a lost table is learned again from further
-- pages.
CREATE TABLE health (
  site    TEXT PRIMARY KEY,
  figures TEXT NOT NULL  -- opaque to the store
) WITHOUT ROWID;
