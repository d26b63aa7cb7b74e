-- The audit trail is asked who did something, what was done, to what, and when.
CREATE INDEX audit_entry_by_at ON audit_entry (at);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, id);
CREATE INDEX audit_entry_by_action ON audit_entry (action, id);

-- A subject is told as kind:id; people know the id.
CREATE INDEX audit_entry_by_subject_id
    ON audit_entry (substr(subject, strpos(subject, ':') + 1), id);
