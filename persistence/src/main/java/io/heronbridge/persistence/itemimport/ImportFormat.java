package io.heronbridge.persistence.itemimport;

/** How the lines of an import are written. */
public enum ImportFormat {
  /** One JSON object a line. */
  NDJSON,
  /** Comma-separated after RFC 4180, with the names of the columns in the first line. */
  CSV
}
