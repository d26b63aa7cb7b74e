-- Resending many failed links at once: a job that outlives the node and the request that began it.

CREATE TABLE resend_job (
  id             uuid        PRIMARY KEY,
  -- Which failed links are meant; null does not narrow. A job tells what was asked for, whatever
  -- became of it, so nothing here refers to other rows.
  integration    uuid,
  end_user_id    text,
  error_kind     text,
  failed_before  timestamptz,
  item_import    uuid,
  earlier_job    uuid,
  -- The integrations the job is confined to; empty means none in particular.
  integrations   text        NOT NULL,
  requested_by   text        NOT NULL,
  status         text        NOT NULL
    CHECK (status IN ('PLANNED', 'RUNNING', 'PAUSED', 'DONE', 'CANCELLED')),
  -- Why it was paused, when no person did it.
  reason         text,
  matched        bigint      NOT NULL,
  resent         bigint      NOT NULL,
  skipped        bigint      NOT NULL,
  created_at     timestamptz NOT NULL,
  -- When it was last worked on: the one that has waited longest comes first.
  touched_at     timestamptz NOT NULL,
  started_at     timestamptz,
  finished_at    timestamptz
);
CREATE INDEX resend_job_by_age ON resend_job (created_at, id);
CREATE INDEX resend_job_open ON resend_job (status, touched_at) WHERE status IN ('PLANNED', 'RUNNING');

-- The links of a job as they were when it was started. A link is worked off once.
CREATE TABLE resend_job_link (
  id          uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  resend_job  uuid NOT NULL REFERENCES resend_job ON DELETE CASCADE,
  link        uuid NOT NULL REFERENCES integration_link ON DELETE CASCADE,
  -- The failure that is answered: a link that has failed once more since is left alone.
  failed_at   timestamptz,
  outcome     text CHECK (outcome IN ('RESENT', 'SKIPPED')),
  UNIQUE (resend_job, link)
);
CREATE INDEX resend_job_link_open ON resend_job_link (resend_job, failed_at, link) WHERE outcome IS NULL;
CREATE INDEX resend_job_link_by_link ON resend_job_link (link);

-- How many links a minute were made lately.
CREATE INDEX integration_link_by_linked ON integration_link (integration, linked_at) WHERE linked_at IS NOT NULL;
