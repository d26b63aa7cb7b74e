-- The request that promised the work, after W3C Trace Context; null when it was none. Without an index, so that
-- updates of the row stay in its page.
ALTER TABLE outbox_message ADD COLUMN traceparent text;
