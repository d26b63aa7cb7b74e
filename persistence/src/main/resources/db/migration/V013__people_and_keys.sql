-- People who come and go, and the browsers in which they are signed in.

ALTER TABLE admin_user
  ADD COLUMN deactivated_at   timestamptz,
  ADD COLUMN last_sign_in_at  timestamptz,
  -- Until when a password that was made for the person lets them in; null once they chose their own.
  ADD COLUMN one_time_until   timestamptz;
-- The audit trail names people: ana and Ana would be one to whoever reads it.
CREATE UNIQUE INDEX admin_user_name ON admin_user (lower(username));

ALTER TABLE admin_session
  -- To the minute: a look at a page is rarely a write.
  ADD COLUMN last_seen_at  timestamptz NOT NULL DEFAULT now(),
  -- What kind of address it began from; the address itself is not kept.
  ADD COLUMN origin        text;
CREATE INDEX admin_session_by_user ON admin_session (admin_user);

-- Keys that end by themselves, and keys that are replaced while the old ones still work for a while.
ALTER TABLE api_key
  ADD COLUMN expires_at      timestamptz,
  -- To the minute: a call is rarely a write.
  ADD COLUMN last_used_at    timestamptz,
  -- The key before the last rotation, and until when it works too.
  ADD COLUMN previous_hash   bytea UNIQUE,
  ADD COLUMN previous_until  timestamptz;
