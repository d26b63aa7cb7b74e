-- The outbox holds what is still to be done, and nothing else: claiming costs the same whatever was done before.

-- What is finished moves here. A dead message can be resent, and work that was done may be wanted again.
CREATE TABLE finished_message (
  id            uuid        PRIMARY KEY,
  kind          text        NOT NULL,
  subject       uuid        NOT NULL,
  integration   uuid        NOT NULL,
  state         text        NOT NULL CHECK (state IN ('DELIVERED', 'DEAD', 'CANCELLED')),
  claim_number  integer     NOT NULL,
  attempts      integer     NOT NULL,
  uncertain     boolean     NOT NULL,
  lane          text,
  expires_at    timestamptz,
  created_at    timestamptz NOT NULL,
  finished_at   timestamptz NOT NULL
);

-- An attempt outlives its message's stay in either table, and says itself what was attempted.
ALTER TABLE attempt DROP CONSTRAINT attempt_message_fkey, ADD COLUMN kind text;
UPDATE attempt a SET kind = m.kind FROM outbox_message m WHERE m.id = a.message;
ALTER TABLE attempt ALTER COLUMN kind SET NOT NULL;

WITH gone AS (
  DELETE FROM outbox_message WHERE state NOT IN ('PENDING', 'LEASED') RETURNING *)
INSERT INTO finished_message
SELECT id, kind, subject, integration, state, claim_number, attempts, uncertain, lane, expires_at,
       created_at, coalesce(finished_at, created_at)
  FROM gone;

CREATE UNIQUE INDEX finished_message_subject ON finished_message (kind, subject);
-- For tidying by age: rows come in the order of time, so a small index is enough.
CREATE INDEX finished_message_by_age ON finished_message USING brin (finished_at);
CREATE INDEX attempt_by_age ON attempt USING brin (started_at);

-- Whose turn it is: the smallest number first, see the enum Priority.
ALTER TABLE outbox_message ADD COLUMN priority smallint;
UPDATE outbox_message SET priority = CASE
  WHEN kind = 'RELAY_WEBHOOK' THEN 0
  WHEN kind IN ('CREATE_LINK', 'DISABLE_LINKS') AND NOT bulk THEN 1
  WHEN kind IN ('REMOVE_ITEM', 'MOVE_WEBHOOK') AND NOT bulk THEN 2
  WHEN kind = 'REFRESH_LINK' THEN 3
  WHEN kind IN ('CREATE_LINK', 'DISABLE_LINKS') THEN 4
  ELSE 5 END;
DROP INDEX outbox_message_claim;
DROP INDEX outbox_message_first_in_lane;
ALTER TABLE outbox_message
  ALTER COLUMN priority SET NOT NULL,
  DROP COLUMN bulk,
  DROP COLUMN finished_at,
  DROP CONSTRAINT outbox_message_state_check,
  ADD CONSTRAINT outbox_message_state_check CHECK (state IN ('PENDING', 'LEASED'));

-- One queue for each priority and integration; within it in the order in which messages become due.
CREATE INDEX outbox_message_queue ON outbox_message (priority, integration, due_at);
CREATE INDEX outbox_message_first_in_lane ON outbox_message (lane, sequence)
  WHERE attempts = 0 AND lane IS NOT NULL;

-- A Heron that fails is left alone, then probed. One row for each integration that fails.
CREATE TABLE heron_breaker (
  integration  uuid        PRIMARY KEY REFERENCES integration ON DELETE CASCADE,
  -- Failures in a row; an answer from Heron deletes the row.
  failures     integer     NOT NULL,
  -- How often it was opened in a row; 0 while it is still closed.
  trips        integer     NOT NULL,
  -- While open, when the next probe may be made; while a probe is under way, when it is given up.
  probe_at     timestamptz,
  probing      boolean     NOT NULL DEFAULT false,
  opened_at    timestamptz,
  reason       text        NOT NULL
);

-- What Heron itself said of the budget, in the headers of its answers.
ALTER TABLE heron_budget
  ADD COLUMN told_limit  integer,
  ADD COLUMN told_until  timestamptz;
