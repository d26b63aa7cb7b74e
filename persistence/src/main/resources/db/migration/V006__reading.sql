-- Asking Heron and Plaid what they have, and noting in what they disagree with us.

ALTER TABLE integration_link
  -- The next reading asks Plaid too, however lately it was asked.
  ADD COLUMN read_plaid     boolean NOT NULL DEFAULT false,
  -- Since when Heron's list does not show the link; null while it does.
  ADD COLUMN missing_since  timestamptz;

-- What was connected before there were readings is read within a day.
UPDATE integration_link SET read_due_at = now() + random() * interval '1 day'
 WHERE read_due_at IS NULL AND status <> 'CANCELLED';

-- Links that Heron has for our end users although we have no such item.
CREATE TABLE unknown_link (
  id             uuid        PRIMARY KEY,
  integration    uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  end_user       uuid        NOT NULL REFERENCES end_user ON DELETE CASCADE,
  item_id        text        NOT NULL,
  heron_status   text,
  first_seen_at  timestamptz NOT NULL,
  last_seen_at   timestamptz NOT NULL,
  UNIQUE (end_user, item_id)
);
CREATE INDEX unknown_link_by_age ON unknown_link (first_seen_at, id);
