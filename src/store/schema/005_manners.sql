-- Manners towards a host that outlive a process (schedule::HostGate). Not derived: a lost table costs one delay a host.
CREATE TABLE host_manners (
  host       TEXT PRIMARY KEY,
  asked_at   INTEGER NOT NULL,  -- 0: not known
  asked_tick INTEGER NOT NULL,  -- the same in milliseconds of the clock that nobody sets (since the machine started)
  delay_ms   INTEGER NOT NULL,  -- that was promised to it
  held_until INTEGER NOT NULL,  -- 0: not held
  failures   INTEGER NOT NULL   -- in a row
) WITHOUT ROWID;

-- When a site publishes (schedule::Rhythm). Not derived: it is learnt again.
ALTER TABLE sites ADD COLUMN rhythm TEXT NOT NULL DEFAULT '';  -- opaque to the store
