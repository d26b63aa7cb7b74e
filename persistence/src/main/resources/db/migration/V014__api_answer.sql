-- Calls of the API that came with an Idempotency-Key, so that each is done once and answered alike.
CREATE TABLE api_answer (
  -- SHA-256 of the API key, the path and the Idempotency-Key.
  scope         bytea       PRIMARY KEY,
  -- Who is at it: whoever takes over after a crash puts a new one here, and the late one is ignored.
  attempt       uuid        NOT NULL,
  -- SHA-256 of query and body; null while a long body is still arriving.
  fingerprint   bytea,
  leased_until  timestamptz NOT NULL,
  -- Sealed: answers hold link tokens and hosted links. Null until there is one.
  answer        bytea,
  created_at    timestamptz NOT NULL
);
CREATE INDEX api_answer_by_age ON api_answer (created_at);
