-- How a lender looks on the page that their customers meet.
CREATE TABLE brand (
  integration  uuid     PRIMARY KEY REFERENCES integration ON DELETE CASCADE,
  -- #rrggbb, in lower case.
  colour       text     CHECK (colour ~ '^#[0-9a-f]{6}$'),
  -- As we drew it anew from what was uploaded.
  logo         bytea    CHECK (octet_length(logo) <= 65536),
  logo_type    text     CHECK (logo_type IN ('png', 'jpeg')),
  -- SHA-256 of the logo in hexadecimal digits: its address.
  logo_hash    text,
  version      integer  NOT NULL,
  CHECK ((logo IS NULL) = (logo_type IS NULL) AND (logo IS NULL) = (logo_hash IS NULL))
);
CREATE INDEX brand_by_logo ON brand (logo_hash) WHERE logo_hash IS NOT NULL;
