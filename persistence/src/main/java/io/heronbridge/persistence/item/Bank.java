package io.heronbridge.persistence.item;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;

/** The institution and the accounts an end user chose in Link, as Link told the browser. */
@Embeddable
public class Bank {
  @Column(name = "institution_id")
  private String institutionId;

  @Column(name = "institution_name")
  private String institutionName;

  @Convert(converter = AccountList.class)
  private List<Account> accounts;

  protected Bank() {}

  public Bank(String institutionId, String institutionName, List<Account> accounts) {
    this.institutionId = institutionId;
    this.institutionName = institutionName;
    this.accounts = List.copyOf(accounts);
  }

  /** A bank of which nothing is known. */
  public static Bank unknown() {
    return new Bank(null, null, List.of());
  }

  /** The same institution with other accounts. */
  Bank with(List<Account> chosen) {
    return new Bank(institutionId, institutionName, chosen);
  }

  /** Whether both are the same institution with an account of the same name and mask. */
  public boolean overlaps(Bank other) {
    return institutionId != null
        && institutionId.equals(other.institutionId)
        && accounts.stream().anyMatch(other.accounts::contains);
  }

  public Optional<String> institutionId() {
    return Optional.ofNullable(institutionId);
  }

  public Optional<String> institutionName() {
    return Optional.ofNullable(institutionName);
  }

  public List<Account> accounts() {
    return accounts;
  }
}
