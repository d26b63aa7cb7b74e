package io.heronbridge.persistence.brand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** One integration's logo and colour. */
@Entity
@Table(name = "brand")
public class Brand {
  /** The integration it belongs to. */
  @Id private UUID integration;

  /** {@code #rrggbb}, in lower case. */
  private String colour;

  private byte[] logo;

  @Column(name = "logo_type")
  private String logoType;

  /** SHA-256 of the logo, in hexadecimal digits. */
  @Column(name = "logo_hash")
  private String logoHash;

  /** Counted by the verbs; the integration's lock makes changes take turns. */
  private int version;

  protected Brand() {}

  public Brand(UUID integration) {
    this.integration = integration;
  }

  /**
   * @param newColour null for none
   */
  public void paint(String newColour) {
    this.colour = newColour;
    this.version++;
  }

  /** Shows another logo. */
  public void show(BrandLogo newLogo) {
    this.logo = newLogo.bytes();
    this.logoType = newLogo.type();
    this.logoHash = newLogo.hash();
    this.version++;
  }

  /** Forgets logo and colour; the version goes on, so that an old one never comes again. */
  public void clear() {
    this.colour = null;
    this.logo = null;
    this.logoType = null;
    this.logoHash = null;
    this.version++;
  }

  public Optional<String> colour() {
    return Optional.ofNullable(colour);
  }

  public Optional<BrandLogo> logo() {
    return Optional.ofNullable(logo).map(bytes -> new BrandLogo(bytes, logoType, logoHash));
  }

  public int version() {
    return version;
  }
}
