-- Heron's own webhooks. They are hints: what they changed here is only which links are read soon.
CREATE TABLE heron_callback (
  id            uuid        PRIMARY KEY,
  integration   uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  topic         text,
  item_id       text,
  end_user_id   text,
  body          bytea       NOT NULL,
  body_sha256   bytea       NOT NULL,
  received_at   timestamptz NOT NULL,
  links_marked  integer     NOT NULL
);
CREATE INDEX heron_callback_by_age ON heron_callback (received_at, id);
CREATE INDEX heron_callback_by_body ON heron_callback (integration, body_sha256, received_at);
CREATE INDEX heron_callback_by_item ON heron_callback (item_id);
CREATE INDEX heron_callback_by_end_user ON heron_callback (end_user_id);

-- Heron may be told to send Plaid's webhooks back to us. The very same signature is the very same
-- webhook; a retry of Plaid's is signed anew. Null for webhooks that came before this was kept.
ALTER TABLE received_webhook ADD COLUMN signature_sha256 bytea;
CREATE UNIQUE INDEX received_webhook_by_signature ON received_webhook (integration, signature_sha256);
