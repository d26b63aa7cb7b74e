package io.heronbridge.integration.brand;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.problem.ChangedMeanwhileException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.brand.Brand;
import io.heronbridge.persistence.brand.BrandLogo;
import io.heronbridge.persistence.brand.Brands;
import io.heronbridge.persistence.integration.Integrations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;

/** Reading and changing how a lender looks. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class BrandSetup {
  private static final String CHANGE = "integration.brand";

  @Inject Brands brands;
  @Inject Integrations integrations;
  @Inject AuditTrail audit;

  /**
   * @throws NotFoundException when there is no such integration for this caller
   */
  public BrandView get(UUID integration, Caller caller) {
    caller.ownIntegration(integrations.find(integration), integration);
    return brands.find(integration).map(BrandSetup::view).orElse(BrandView.NONE);
  }

  /**
   * Sets the colour, and the logo when one is given.
   *
   * @param versions those that the caller means
   * @throws NotFoundException when there is no such integration for this caller
   * @throws ChangedMeanwhileException when it has another one
   * @throws InvalidInputException naming what cannot be accepted
   */
  @RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
  public BrandView replace(
      UUID integration, IntPredicate versions, BrandDraft draft, Caller caller) {
    caller.requireOwn(integration);
    Optional<Colour> colour = draft.colour().map(BrandSetup::colour);
    Optional<BrandLogo> logo = draft.logo().map(LogoPicture::of);
    Brand brand = forChange(integration, versions, caller);
    brand.paint(colour.map(Colour::toString).orElse(null));
    logo.ifPresent(brand::show);
    audit.record(caller.name(), CHANGE, "integration:" + integration, told(brand));
    return view(brand);
  }

  private static Colour colour(String text) {
    try {
      return Colour.of(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("colour", e.getMessage());
    }
  }

  private static String told(Brand brand) {
    String logo = brand.logo().map(each -> ", logo " + each.hash().substring(0, 12)).orElse("");
    return "colour " + brand.colour().orElse("as usual") + logo;
  }

  /**
   * Forgets logo and colour.
   *
   * @param versions those that the caller means
   * @throws ChangedMeanwhileException when it has another one
   */
  @RolesAllowed({Role.Names.ADMIN, Role.Names.API_WRITE})
  public void clear(UUID integration, IntPredicate versions, Caller caller) {
    forChange(integration, versions, caller).clear();
    audit.record(caller.name(), CHANGE, "integration:" + integration, "none");
  }

  /** The integration's lock makes those who change its brand take turns, from the first on. */
  private Brand forChange(UUID integration, IntPredicate versions, Caller caller) {
    caller.ownIntegration(integrations.findForChange(integration), integration);
    Optional<Brand> known = brands.find(integration);
    if (!versions.test(known.map(Brand::version).orElse(0))) {
      throw new ChangedMeanwhileException(
          "The brand was changed since it was read. Read it again, then decide.");
    }
    return known.orElseGet(() -> added(integration));
  }

  private Brand added(UUID integration) {
    Brand brand = new Brand(integration);
    brands.add(brand);
    return brand;
  }

  private static BrandView view(Brand brand) {
    return new BrandView(
        brand.colour(),
        brand.logo().map(logo -> BrandAddress.logo(logo.hash(), logo.type())),
        brand.version());
  }
}
