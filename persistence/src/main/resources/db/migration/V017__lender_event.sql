-- Where a lender's backend wants to hear of links and items. Null columns: it was never set up.
ALTER TABLE integration
  ADD COLUMN events_url                  text,
  -- The types that are sent, separated by commas.
  ADD COLUMN events_types                text,
  ADD COLUMN events_secret               bytea,
  ADD COLUMN events_secret_hint          text,
  -- The secret before the last rotation, which signs too until then.
  ADD COLUMN events_secret_before        bytea,
  ADD COLUMN events_secret_before_until  timestamptz,
  -- Why nothing is sent any more; null while events are on.
  ADD COLUMN events_off_reason           text;

CREATE TABLE lender_event (
  id               uuid        PRIMARY KEY,
  integration      uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  type             text        NOT NULL,
  item_id          text,
  end_user         uuid,
  -- Sent as it stands here, in every attempt.
  body             text        NOT NULL,
  status           text        NOT NULL CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED', 'CANCELLED')),
  reason           text,
  attempts         integer     NOT NULL,
  next_attempt_at  timestamptz,
  created_at       timestamptz NOT NULL,
  finished_at      timestamptz,
  -- Its end user was erased: it goes as soon as it has been sent.
  erased           boolean     NOT NULL DEFAULT false
);
CREATE INDEX lender_event_newest ON lender_event (created_at DESC, id DESC);
CREATE INDEX lender_event_by_item ON lender_event (item_id, created_at DESC);
CREATE INDEX lender_event_by_end_user ON lender_event (end_user) WHERE end_user IS NOT NULL;
CREATE INDEX lender_event_undelivered ON lender_event (status, created_at DESC) WHERE status <> 'DELIVERED';
CREATE INDEX lender_event_finished ON lender_event (finished_at);
