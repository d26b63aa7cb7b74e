-- The page that tells an item's whole story begins with the exchange it came from.
CREATE INDEX public_token_claim_by_item ON public_token_claim (item) WHERE item IS NOT NULL;
