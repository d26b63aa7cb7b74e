-- What a secret was entered for, and what a callback was signed with.

-- The origin of Heron that may be told the Plaid secret: the one that was there when it was entered.
ALTER TABLE integration ADD COLUMN plaid_secret_for_heron text;
UPDATE integration SET plaid_secret_for_heron = substring(heron_link_url FROM '^[^:/]+://[^/?#]+');

-- One signature fits many spellings of a body, so it is the signature that makes a callback the same.
-- Null for callbacks that came before this was kept.
ALTER TABLE heron_callback ADD COLUMN signature_sha256 bytea;
DROP INDEX heron_callback_by_body;
CREATE INDEX heron_callback_by_signature ON heron_callback (integration, signature_sha256, received_at);
