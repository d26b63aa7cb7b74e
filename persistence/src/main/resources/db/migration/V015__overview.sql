-- What the overview counts, and the history behind its charts.

-- Whether a webhook has failed, or came too late and waits for a refresh: few among very many. An index by
-- status would be written with every delivery; this flag does not change for a webhook that is relayed.
ALTER TABLE received_webhook ADD COLUMN missed boolean NOT NULL DEFAULT false;
UPDATE received_webhook SET missed = true WHERE status IN ('FAILED', 'REFRESH_REQUESTED');
CREATE INDEX received_webhook_missed ON received_webhook (received_at, id) WHERE missed;

CREATE INDEX item_needing_user ON item (status, created_at, id)
  WHERE status IN ('LOGIN_REQUIRED', 'PENDING_DISCONNECT', 'REVOKED');
CREATE INDEX integration_link_open ON integration_link (integration, status)
  WHERE status IN ('PENDING', 'FAILED');

-- What was attempted in spans of 1, 15 and 120 minutes, worked out from the attempts by one node each
-- minute. A span that nobody looked at has no row.
CREATE TABLE delivery_history (
  span_minutes  smallint    NOT NULL CHECK (span_minutes IN (1, 15, 120)),
  begins        timestamptz NOT NULL,
  -- How many of the span's minutes were looked at.
  minutes       smallint    NOT NULL,
  delivered     bigint      NOT NULL,
  -- May be tried again.
  failed        bigint      NOT NULL,
  refused       bigint      NOT NULL,
  -- How many answers took how long, by the classes of the class Latencies.
  latencies     bigint[]    NOT NULL,
  -- The most messages that waited at the end of a minute; null when that was not seen.
  backlog       bigint,
  PRIMARY KEY (span_minutes, begins)
);
-- Each minute looks for the latest attempts: their part of the index must not wait for a vacuum.
ALTER INDEX attempt_by_age SET (autosummarize = on);
