package io.heronbridge.it.support;

import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import java.util.UUID;

/** People and API keys with the rights a test needs, put straight into the database. */
public final class Visitors {
  private final Database database;

  public Visitors(Database database) {
    this.database = database;
  }

  /** Someone who is signed in, as their browser shows it. */
  public record Visitor(UUID id, String cookie, String csrf) {
    public String name() {
      return "visitor-" + id;
    }
  }

  /** The cookie of someone new who is signed in with this role. */
  public String cookieOf(Role role) {
    return signedIn(role).cookie();
  }

  /** Someone new who is signed in with this role. */
  public Visitor signedIn(Role role) {
    UUID user = UUID.randomUUID();
    database.change(
        "INSERT INTO admin_user (id, username, password_hash, role, created_at)"
            + " VALUES (?, ?, 'none', ?, now())",
        user,
        "visitor-" + user,
        role.name());
    return again(user);
  }

  /** The same person in another browser. */
  public Visitor again(UUID user) {
    String token = Secrets.fresh("session");
    database.change(
        "INSERT INTO admin_session (id, token_hash, admin_user, csrf_token, created_at, expires_at)"
            + " VALUES (?, ?, ?, ?, now(), now() + interval '1 hour')",
        UUID.randomUUID(),
        new Secret(token).hash(),
        user,
        "csrf-" + user);
    return new Visitor(user, "heron_bridge_admin=" + token, "csrf-" + user);
  }

  /** A new API key that may read only. */
  public String readOnlyKey() {
    return key(true, "");
  }

  /** A new API key for one integration. */
  public String keyFor(String integration) {
    return key(false, integration);
  }

  /** Rotates an API key; both work for an hour. */
  public String rotated(String key) {
    String fresh = Secrets.fresh("visitors-key");
    database.change(
        "UPDATE api_key SET key_hash = ?, previous_hash = key_hash,"
            + " previous_until = now() + interval '1 hour' WHERE key_hash = ?",
        new Secret(fresh).hash(),
        new Secret(key).hash());
    return fresh;
  }

  private String key(boolean readOnly, String integrations) {
    String key = Secrets.fresh("visitors-key");
    database.change(
        "INSERT INTO api_key (id, name, key_hash, hint, read_only, integrations, created_at)"
            + " VALUES (?, 'visitor', ?, 'none', ?, ?, now())",
        UUID.randomUUID(),
        new Secret(key).hash(),
        readOnly,
        integrations);
    return key;
  }
}
