package io.heronbridge.persistence.webhook;

/** One header line as it was received; a name may come several times. */
public record Header(String name, String value) {}
