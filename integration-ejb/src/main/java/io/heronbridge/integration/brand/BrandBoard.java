package io.heronbridge.integration.brand;

import io.heronbridge.persistence.brand.BrandLogo;
import io.heronbridge.persistence.brand.Brands;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** How lenders look, for pages that anybody may see. */
@Stateless
@PermitAll
public class BrandBoard {
  @Inject Brands brands;

  /** Where the page of an integration's end users finds logo and sheet. */
  public BrandView look(UUID integration) {
    return brands.look(integration).map(BrandBoard::view).orElse(BrandView.NONE);
  }

  private static BrandView view(Brands.Look look) {
    return new BrandView(
        Optional.ofNullable(look.colour()),
        Optional.ofNullable(look.logoHash()).map(hash -> BrandAddress.logo(hash, look.logoType())),
        0);
  }

  /** The logo with a hash, in hexadecimal digits. */
  public Optional<BrandLogo> logo(String hash) {
    return brands.logo(hash);
  }
}
