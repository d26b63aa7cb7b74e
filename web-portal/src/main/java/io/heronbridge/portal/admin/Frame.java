package io.heronbridge.portal.admin;

import io.heronbridge.portal.page.Flash;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds every page of the admin portal.
 *
 * @param section the navigation entry that is current
 * @param ribbon a warning about the environment, over all pages it concerns
 */
public record Frame(
    String section, Person person, String csrf, Optional<String> ribbon, Optional<Flash> flash) {

  private static final List<Section> SECTIONS =
      List.of(
          new Section("overview", "Overview", "/admin"),
          new Section("links", "Links", "/admin/links"),
          new Section("items", "Items", "/admin/items"),
          new Section("imports", "Imports", "/admin/imports"),
          new Section("drift", "Drift", "/admin/drift"),
          new Section("webhooks", "Webhooks", "/admin/webhooks"),
          new Section("end-users", "End users", "/admin/end-users"),
          new Section("integrations", "Integrations", "/admin/integrations"),
          new Section("audit", "Audit", "/admin/audit"));

  /**
   * Who is signed in.
   *
   * @param operator whether the person may resend, pause and create links
   * @param admin whether the person may change integrations
   */
  public record Person(String name, String role, boolean operator, boolean admin) {}

  public boolean isOperator() {
    return person.operator();
  }

  public boolean isAdmin() {
    return person.admin();
  }

  /** The entries of the navigation. */
  public List<Section> sections() {
    return SECTIONS;
  }

  /** One entry of the navigation. */
  public record Section(String key, String label, String address) {}
}
