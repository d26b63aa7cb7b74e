package io.heronbridge.persistence.access;

/** What kind of address somebody signed in from, as the node sees it: a proxy's hides theirs. */
public enum Origin {
  THIS_MACHINE,
  PRIVATE_NETWORK,
  INTERNET
}
