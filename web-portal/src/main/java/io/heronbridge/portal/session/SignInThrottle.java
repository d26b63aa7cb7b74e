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
 * with many names, so that nobody can lock a colleague out from elsewhere. Long addresses count by
 * their network, since whoever has one has them all.
 */
@ApplicationScoped
public class SignInThrottle {
  static final int PER_PERSON = 5;
  static final int PER_ADDRESS = 30;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int LONGEST_NAME = 100;

  /** In the place of a network; no address looks like it. */
  private static final String SIGNED_IN = "signed in";

  private final Map<String, Failures> remembered = new LinkedHashMap<>();

  private record Failures(int count, Instant until) {}

  /**
   * Counts an attempt for a minute, before the password is compared: of many made at once no more
   * pass than of many made in turn.
   *
   * @return whether the attempt may be made
   */
  public synchronized boolean admits(String username, String address, Instant now) {
    String network = Origins.network(address);
    String person = person(username, network);
    if (count(person, now) >= PER_PERSON || count(network, now) >= PER_ADDRESS) {
      return false;
    }
    add(person, now);
    add(network, now);
    return true;
  }

  /**
   * Counts an attempt of somebody who is signed in and tells their password again. It counts by the
   * person alone: colleagues behind one proxy share an address, and whoever holds a session is
   * known without it.
   *
   * @return whether the attempt may be made
   */
  public synchronized boolean admitsSignedIn(String username, Instant now) {
    String person = person(username, SIGNED_IN);
    if (count(person, now) >= PER_PERSON) {
      return false;
    }
    add(person, now);
    return true;
  }

  /** Forgets the mistakes of somebody who is signed in and told their password rightly. */
  public synchronized void forgetSignedIn(String username) {
    remembered.remove(person(username, SIGNED_IN));
  }

  /** Forgets the mistakes of somebody who got in, or whose password was not compared after all. */
  public synchronized void forget(String username, String address) {
    String network = Origins.network(address);
    remembered.remove(person(username, network));
    remembered.computeIfPresent(
        network, (same, failures) -> new Failures(failures.count() - 1, failures.until()));
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

  private static String person(String username, String network) {
    String name = username.length() > LONGEST_NAME ? "too long" : username;
    return network + " " + name.toLowerCase(Locale.ROOT);
  }
}
