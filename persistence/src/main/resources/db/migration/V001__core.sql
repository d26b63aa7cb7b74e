-- The things a lender's bank connections are made of, and the promises we keep about them.
-- Secrets are ciphertext (bytea) sealed to their purpose and row; tokens that only need to be
-- recognised are kept as SHA-256.

CREATE TABLE sealed_canary (
  id          smallint    PRIMARY KEY CHECK (id = 1),
  ciphertext  bytea       NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE integration (
  id                         uuid        PRIMARY KEY,
  name                       text        NOT NULL,
  status                     text        NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED')),
  paused_reason              text,
  plaid_environment          text        NOT NULL,
  plaid_base_url             text,
  plaid_client_id            text        NOT NULL,
  plaid_secret               bytea       NOT NULL,
  plaid_secret_hint          text        NOT NULL,
  heron_api_key              bytea       NOT NULL,
  heron_api_key_hint         text        NOT NULL,
  heron_key_fingerprint      text        NOT NULL,
  heron_link_url             text        NOT NULL,
  heron_webhook_url          text        NOT NULL,
  heron_requests_per_minute  integer     NOT NULL,
  heron_webhook_secret       bytea,
  heron_webhook_secret_hint  text,
  client_name                text        NOT NULL,
  products                   text        NOT NULL,
  country_codes              text        NOT NULL,
  language                   text        NOT NULL,
  days_requested             integer     NOT NULL,
  redirect_uri               text,
  webhook_delivery           text        NOT NULL,
  relay_link_webhooks        boolean     NOT NULL,
  return_hosts               text        NOT NULL,
  version                    integer     NOT NULL,
  created_at                 timestamptz NOT NULL,
  updated_at                 timestamptz NOT NULL
);

CREATE TABLE end_user (
  id           uuid        PRIMARY KEY,
  end_user_id  text        NOT NULL UNIQUE,
  name         text,
  created_at   timestamptz NOT NULL
);

CREATE TABLE item (
  id                uuid        PRIMARY KEY,
  item_id           text        NOT NULL UNIQUE,
  integration       uuid        NOT NULL REFERENCES integration,
  end_user          uuid        NOT NULL REFERENCES end_user,
  access_token      bytea,
  institution_id    text,
  institution_name  text,
  accounts          text        NOT NULL,
  status            text        NOT NULL,
  error_code        text,
  error_message     text,
  created_at        timestamptz NOT NULL,
  removed_at        timestamptz
);
CREATE INDEX item_by_end_user ON item (end_user, created_at);
CREATE INDEX item_by_age ON item (created_at, id);

CREATE TABLE integration_link (
  id                    uuid        PRIMARY KEY,
  item                  uuid        NOT NULL UNIQUE REFERENCES item,
  integration           uuid        NOT NULL REFERENCES integration,
  status                text        NOT NULL,
  attempts              integer     NOT NULL,
  next_attempt_at       timestamptz,
  error_kind            text,
  error_http_status     integer,
  error_message         text,
  error_at              timestamptz,
  heron_status          text,
  status_message        text,
  last_successful_sync  timestamptz,
  data_source_heron_id  text,
  linked_at             timestamptz,
  created_at            timestamptz NOT NULL
);
CREATE INDEX integration_link_by_status ON integration_link (status, created_at, id);
CREATE INDEX integration_link_by_age ON integration_link (created_at, id);

-- One row per public token ever handed to us: written before Plaid is asked, so that no answer is orphaned.
CREATE TABLE public_token_claim (
  id                 uuid        PRIMARY KEY,
  public_token_hash  bytea       NOT NULL UNIQUE,
  public_token       bytea,
  integration        uuid        NOT NULL REFERENCES integration,
  end_user           uuid        NOT NULL REFERENCES end_user,
  institution_id     text,
  institution_name   text,
  accounts           text        NOT NULL,
  plaid_session_id   text,
  state              text        NOT NULL CHECK (state IN ('STARTED', 'EXCHANGED', 'REFUSED', 'LOST')),
  calls              integer     NOT NULL,
  claim_number       integer     NOT NULL,
  lease_owner        text,
  lease_until        timestamptz NOT NULL,
  requested_by       text        NOT NULL,
  item               uuid        REFERENCES item,
  error_code         text,
  request_id         text,
  created_at         timestamptz NOT NULL
);
CREATE INDEX public_token_claim_open ON public_token_claim (lease_until) WHERE state = 'STARTED';
CREATE INDEX public_token_claim_lost ON public_token_claim (created_at) WHERE state = 'LOST';

CREATE TABLE link_session (
  id           uuid        PRIMARY KEY,
  token_hash   bytea       NOT NULL UNIQUE,
  cookie_hash  bytea       UNIQUE,
  integration  uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  end_user     uuid        NOT NULL REFERENCES end_user,
  return_url   text,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  opened_at    timestamptz,
  revoked_at   timestamptz
);

CREATE TABLE received_webhook (
  id            uuid        PRIMARY KEY,
  integration   uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  item_id       text,
  webhook_type  text,
  webhook_code  text,
  body          bytea       NOT NULL,
  body_sealed   boolean     NOT NULL,
  body_sha256   bytea       NOT NULL,
  headers       text        NOT NULL,
  signed_at     timestamptz NOT NULL,
  received_at   timestamptz NOT NULL,
  status        text        NOT NULL,
  reason        text,
  attempts      integer     NOT NULL,
  delivered_at  timestamptz
);
CREATE INDEX received_webhook_by_age ON received_webhook (received_at, id);
CREATE INDEX received_webhook_by_item ON received_webhook (item_id, received_at);

CREATE TABLE refused_webhook (
  integration  uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  reason       text        NOT NULL,
  day          date        NOT NULL,
  refused      bigint      NOT NULL,
  last_at      timestamptz NOT NULL,
  PRIMARY KEY (integration, reason, day)
);

CREATE TABLE outbox_message (
  id             uuid        PRIMARY KEY,
  sequence       bigint      GENERATED ALWAYS AS IDENTITY,
  kind           text        NOT NULL,
  subject        uuid        NOT NULL,
  integration    uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  -- First attempts within a lane keep their order; null means no order is wanted.
  lane           text,
  state          text        NOT NULL CHECK (state IN ('PENDING', 'LEASED', 'DELIVERED', 'DEAD', 'CANCELLED')),
  -- A leased message is due again when its lease ends: one index serves claiming and recovery.
  due_at         timestamptz NOT NULL,
  claim_number   integer     NOT NULL DEFAULT 0,
  lease_owner    text,
  attempts       integer     NOT NULL DEFAULT 0,
  abandoned      integer     NOT NULL DEFAULT 0,
  -- The last call may have taken effect without our knowing: look before repeating it.
  uncertain      boolean     NOT NULL DEFAULT false,
  -- Why a pending message waits, for people; null means its turn is simply not yet.
  waiting_for    text,
  expires_at     timestamptz,
  created_at     timestamptz NOT NULL,
  finished_at    timestamptz
);
CREATE UNIQUE INDEX outbox_message_subject ON outbox_message (kind, subject);
-- Webhooks are claimed before everything else: their five minutes run.
CREATE INDEX outbox_message_claim ON outbox_message ((kind = 'RELAY_WEBHOOK'), due_at)
  WHERE state IN ('PENDING', 'LEASED');
CREATE INDEX outbox_message_first_in_lane ON outbox_message (lane, sequence)
  WHERE state IN ('PENDING', 'LEASED') AND attempts = 0 AND lane IS NOT NULL;
-- Messages come and go quickly here; vacuum by number of dead rows rather than by share of the table.
ALTER TABLE outbox_message SET (
  fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000);

CREATE TABLE attempt (
  id            uuid        PRIMARY KEY,
  message       uuid        NOT NULL REFERENCES outbox_message ON DELETE CASCADE,
  subject       uuid        NOT NULL,
  number        integer     NOT NULL,
  claim_number  integer     NOT NULL,
  node          text        NOT NULL,
  started_at    timestamptz NOT NULL,
  duration_ms   bigint      NOT NULL,
  outcome       text        NOT NULL,
  http_status   integer,
  detail        text,
  next_step     text
);
CREATE INDEX attempt_by_subject ON attempt (subject, started_at);

-- Heron's budget belongs to the account behind the key: every node and integration takes permits from one row.
CREATE TABLE heron_budget (
  name             text             PRIMARY KEY,
  permits          double precision NOT NULL,
  refilled_at      timestamptz      NOT NULL,
  blocked_until    timestamptz
);

CREATE TABLE admin_user (
  id             uuid        PRIMARY KEY,
  username       text        NOT NULL UNIQUE,
  password_hash  text        NOT NULL,
  role           text        NOT NULL,
  created_at     timestamptz NOT NULL
);

CREATE TABLE admin_session (
  id          uuid        PRIMARY KEY,
  token_hash  bytea       NOT NULL UNIQUE,
  admin_user  uuid        NOT NULL REFERENCES admin_user ON DELETE CASCADE,
  csrf_token  text        NOT NULL,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL
);

CREATE TABLE api_key (
  id            uuid        PRIMARY KEY,
  name          text        NOT NULL,
  key_hash      bytea       NOT NULL UNIQUE,
  hint          text        NOT NULL,
  read_only     boolean     NOT NULL,
  integrations  text        NOT NULL,
  created_at    timestamptz NOT NULL,
  revoked_at    timestamptz
);

CREATE TABLE audit_entry (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  actor    text        NOT NULL,
  action   text        NOT NULL,
  subject  text        NOT NULL,
  detail   text
);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, id);
