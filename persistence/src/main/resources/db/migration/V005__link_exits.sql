-- What became of hosted links: how Link was left, which bank a link brought, and what it was to replace.

-- The session's id stays although unused sessions are tidied away: it is for finding log lines.
CREATE TABLE link_exit (
  id                uuid        PRIMARY KEY,
  integration       uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  end_user          uuid        NOT NULL REFERENCES end_user,
  link_session      uuid        NOT NULL,
  -- The item in update mode; null when a new bank was to be connected.
  item              uuid        REFERENCES item ON DELETE CASCADE,
  institution_id    text,
  institution_name  text,
  error_type        text,
  error_code        text,
  error_message     text,
  display_message   text,
  status            text,
  request_id        text,
  plaid_session_id  text,
  at                timestamptz NOT NULL
);
CREATE INDEX link_exit_by_end_user ON link_exit (end_user, at);
CREATE INDEX link_exit_by_session ON link_exit (link_session);
CREATE INDEX link_exit_by_age ON link_exit (at);

ALTER TABLE public_token_claim
  -- The item that is removed once this claim has brought its own.
  ADD COLUMN replaces      uuid REFERENCES item ON DELETE SET NULL,
  -- The hosted link through which the public token came; null when the lender's backend handed it in.
  ADD COLUMN link_session  uuid REFERENCES link_session ON DELETE SET NULL;
CREATE INDEX public_token_claim_by_session ON public_token_claim (link_session) WHERE link_session IS NOT NULL;

-- When a bank was first connected or mended through it. One that never served is tidied away.
ALTER TABLE link_session ADD COLUMN served_at timestamptz;
CREATE INDEX link_session_unserved ON link_session (expires_at) WHERE served_at IS NULL;
CREATE INDEX link_session_by_end_user ON link_session (end_user, created_at);
