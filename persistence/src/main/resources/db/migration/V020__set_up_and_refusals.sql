-- What is known of how far an integration is set up, for the guide that leads through it.
CREATE TABLE integration_set_up (
  integration    uuid        PRIMARY KEY REFERENCES integration ON DELETE CASCADE,
  -- Since when keys, addresses and Link settings are what they are: what was proven before counts no more.
  settled_at     timestamptz NOT NULL,
  -- The last check of these settings; null when there was none.
  checked_at     timestamptz,
  plaid_ok       boolean,
  plaid_detail   text,
  plaid_remarks  text,
  heron_ok       boolean,
  heron_detail   text,
  heron_remarks  text,
  -- The hosted link of the last test connection.
  test_session   uuid        REFERENCES link_session ON DELETE SET NULL
);

INSERT INTO integration_set_up (integration, settled_at)
SELECT id, updated_at FROM integration;

-- Refused sign-ins by the hour: however many there are, few rows, and few entries in the audit trail.
CREATE TABLE sign_in_refusal (
  -- Empty for all names together that nobody has: people type passwords there.
  username  text        NOT NULL,
  action    text        NOT NULL,
  origin    text        NOT NULL,
  hour      timestamptz NOT NULL,
  refused   bigint      NOT NULL,
  PRIMARY KEY (username, action, origin, hour)
);
