-- Links of removed items are not read any more.
UPDATE integration_link l SET read_due_at = NULL
  FROM item i WHERE i.id = l.item AND i.status = 'REMOVED' AND l.read_due_at IS NOT NULL;

-- What is looked up when an item is erased.
CREATE INDEX link_exit_by_item ON link_exit (item) WHERE item IS NOT NULL;
CREATE INDEX public_token_claim_by_replaced ON public_token_claim (replaces) WHERE replaces IS NOT NULL;
