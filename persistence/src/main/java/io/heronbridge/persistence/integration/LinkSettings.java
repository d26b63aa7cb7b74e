package io.heronbridge.persistence.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;

/** What every link token of an integration carries. */
@Embeddable
public class LinkSettings {
  @Column(name = "client_name")
  private String clientName;

  @Convert(converter = WordList.class)
  @Column(name = "products")
  private List<String> products;

  @Convert(converter = WordList.class)
  @Column(name = "country_codes")
  private List<String> countryCodes;

  @Column(name = "language")
  private String language;

  /** Days of history, 1 to 730; fixed at Plaid once transactions are first asked for. */
  @Column(name = "days_requested")
  private int daysRequested;

  @Column(name = "redirect_uri")
  private String redirectUri;

  protected LinkSettings() {}

  public LinkSettings(
      String clientName, List<String> products, List<String> countryCodes, String language) {
    this.clientName = clientName;
    this.products = List.copyOf(products);
    this.countryCodes = List.copyOf(countryCodes);
    this.language = language;
  }

  /** The same settings with a history window and an OAuth return page (null for none). */
  public LinkSettings withHistoryAndRedirect(int days, String redirect) {
    LinkSettings settings = new LinkSettings(clientName, products, countryCodes, language);
    settings.daysRequested = days;
    settings.redirectUri = redirect;
    return settings;
  }

  public String clientName() {
    return clientName;
  }

  public List<String> products() {
    return products;
  }

  public List<String> countryCodes() {
    return countryCodes;
  }

  public String language() {
    return language;
  }

  public int daysRequested() {
    return daysRequested;
  }

  public String redirectUri() {
    return redirectUri;
  }
}
