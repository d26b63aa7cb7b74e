package io.heronbridge.sandbox.plaid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The webhook signing keys, old ones included; the newest signs. */
public final class SigningKeys {
  private final List<SigningKey> keys = new CopyOnWriteArrayList<>(List.of(new SigningKey()));

  public SigningKey current() {
    return keys.get(keys.size() - 1);
  }

  public Optional<SigningKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** Signs with a new key from now on; the former one stays valid. */
  public SigningKey rotate() {
    SigningKey fresh = new SigningKey();
    keys.add(fresh);
    return fresh;
  }

  /** Publishes the key as expired from now on; it is still used if it is the newest. */
  public boolean expire(String id) {
    Optional<SigningKey> found = find(id);
    found.ifPresent(SigningKey::expire);
    return found.isPresent();
  }

  public List<SigningKey> all() {
    return List.copyOf(keys);
  }
}
