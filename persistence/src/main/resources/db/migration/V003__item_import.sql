-- Bringing in items that were connected elsewhere, many at once.

-- Bulk work waits behind what people wait for: it is claimed last.
ALTER TABLE outbox_message ADD COLUMN bulk boolean NOT NULL DEFAULT false;
DROP INDEX outbox_message_claim;
CREATE INDEX outbox_message_claim ON outbox_message ((kind = 'RELAY_WEBHOOK'), bulk, due_at)
  WHERE state IN ('PENDING', 'LEASED');

CREATE TABLE item_import (
  id            uuid        PRIMARY KEY,
  integration   uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  format        text        NOT NULL CHECK (format IN ('NDJSON', 'CSV')),
  -- The names in the first line of a CSV file; empty for NDJSON.
  columns       text        NOT NULL,
  file_name     text,
  move_webhooks boolean     NOT NULL,
  requested_by  text        NOT NULL,
  status        text        NOT NULL
    CHECK (status IN ('RECEIVING', 'RUNNING', 'DONE', 'CANCELLED', 'BROKEN_OFF', 'FAILED')),
  reason        text,
  lines         bigint      NOT NULL,
  processed     bigint      NOT NULL,
  accepted      bigint      NOT NULL,
  known         bigint      NOT NULL,
  rejected      bigint      NOT NULL,
  created_at    timestamptz NOT NULL,
  -- The last sign of life: a chunk was stored, or worked off.
  touched_at    timestamptz NOT NULL,
  received_at   timestamptz,
  finished_at   timestamptz
);
CREATE INDEX item_import_by_age ON item_import (created_at, id);
CREATE INDEX item_import_open ON item_import (touched_at) WHERE status IN ('RECEIVING', 'RUNNING');

-- What was uploaded, sealed; each chunk is deleted in the transaction that works it off.
CREATE TABLE item_import_chunk (
  id           uuid    PRIMARY KEY,
  item_import  uuid    NOT NULL REFERENCES item_import ON DELETE CASCADE,
  number       integer NOT NULL,
  body         bytea   NOT NULL,
  UNIQUE (item_import, number)
);

CREATE TABLE item_import_rejection (
  item_import  uuid   NOT NULL REFERENCES item_import ON DELETE CASCADE,
  line         bigint NOT NULL,
  reason       text   NOT NULL,
  PRIMARY KEY (item_import, line)
);

-- Which links an import brought in or found.
CREATE TABLE imported_link (
  id           uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  item_import  uuid NOT NULL REFERENCES item_import ON DELETE CASCADE,
  link         uuid NOT NULL REFERENCES integration_link ON DELETE CASCADE,
  UNIQUE (item_import, link)
);
CREATE INDEX imported_link_by_link ON imported_link (link);

-- Items whose webhook at Plaid is moved to where we want it.
CREATE TABLE webhook_move (
  item        uuid        PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  status      text        NOT NULL CHECK (status IN ('PENDING', 'MOVED', 'FAILED')),
  detail      text,
  changed_at  timestamptz NOT NULL
);
