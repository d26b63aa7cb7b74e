-- Since when the lender's backend answers 410; null while it does not, or where a person switched off.
ALTER TABLE integration ADD COLUMN events_gone_since timestamptz;

UPDATE integration SET events_gone_since = updated_at
 WHERE events_off_reason LIKE 'The backend answered 410%';
