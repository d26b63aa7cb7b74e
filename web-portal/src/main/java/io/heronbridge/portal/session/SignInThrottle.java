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

  /**
   * @param told whether {@link #isNews} has told of them
   */
  private record Failures(int count, Instant until, boolean told) {}

  /**
   * Counts an attempt for a minute, before the password is compared: of many made at once no more
   * pass than of many made in turn.
   *
   * @return whether the attempt may be made
   */
  public synchronized boolean admits(String username, String address, Instant now) {
    String network = Origins.network(address);
    String person = person(username, network);
    if (isFull(person, PER_PERSON, now) || isFull(network, PER_ADDRESS, now)) {
      return false;
    }
    add(person, now);
    add(network, now);
    return true;
  }

  /**
   * Whether an attempt that was not admitted is the first since its person or address must wait, so
   * that it is written down once.
   */
  public synchronized boolean isNews(String username, String address, Instant now) {
    String network = Origins.network(address);
    String person = person(username, network);
    String full = isFull(person, PER_PERSON, now) ? person : network;
    Failures failures = remembered.get(full);
    if (failures == null || failures.told()) {
      return false;
    }
    remembered.put(full, new Failures(failures.count(), failures.until(), true));
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
    if (isFull(person, PER_PERSON, now)) {
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
        network,
        (same, failures) -> new Failures(failures.count() - 1, failures.until(), failures.told()));
  }

  private boolean isFull(String key, int most, Instant now) {
    return count(key, now) >= most;
  }

  private int count(String key, Instant now) {
    Failures failures = remembered.get(key);
    return failures == null || now.isAfter(failures.until()) ? 0 : failures.count();
  }

  private void add(String key, Instant now) {
    int count = count(key, now);
    remembered.remove(key);
    remembered.put(key, new Failures(count + 1, now.plus(WINDOW), false));
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
