package io.heronbridge.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing on this node: few failures for one name from one address, more for an address
 * with many names, so that nobody can lock a colleague out from elsewhere.
 */
@ApplicationScoped
public class SignInThrottle {
  static final int PER_PERSON = 5;
  static final int PER_ADDRESS = 30;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, Failures> remembered = new LinkedHashMap<>();

  private record Failures(int count, Instant until) {}

  /** Whether another attempt may be made now. */
  public synchronized boolean allows(String username, String address, Instant now) {
    return count(person(username, address), now) < PER_PERSON && count(address, now) < PER_ADDRESS;
  }

  /** Remembers a failed attempt for a minute. */
  public synchronized void failed(String username, String address, Instant now) {
    add(person(username, address), now);
    add(address, now);
  }

  /** Forgets the failures of somebody who got in. */
  public synchronized void succeeded(String username, String address) {
    remembered.remove(person(username, address));
  }

  private int count(String key, Instant now) {
    Failures failures = remembered.get(key);
    return failures == null || now.isAfter(failures.until()) ? 0 : failures.count();
  }

  private void add(String key, Instant now) {
    int count = count(key, now);
    remembered.remove(key);
    remembered.put(key, new Failures(count + 1, now.plus(WINDOW)));
    Iterator<String> oldest = remembered.keySet().iterator();
    while (remembered.size() > MOST_REMEMBERED && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }

  private static String person(String username, String address) {
    return address + " " + username.toLowerCase(Locale.ROOT);
  }
}
