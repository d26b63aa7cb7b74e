-- How Plaid's webhooks were answered: Plaid stops sending when over 90 % of a day's were rejected.
CREATE TABLE webhook_answer (
  hour         timestamptz NOT NULL,
  integration  uuid        NOT NULL REFERENCES integration ON DELETE CASCADE,
  accepted     bigint      NOT NULL,
  rejected     bigint      NOT NULL,
  PRIMARY KEY (hour, integration)
);
