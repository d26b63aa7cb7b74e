package io.heronbridge.persistence.item;

/** One account at a bank: its name and the last digits of its number; either may be empty. */
public record Account(String name, String mask) {
  public Account {
    name = name == null ? "" : name;
    mask = mask == null ? "" : mask;
  }
}
