package io.heronbridge.portal.admin;

import io.heronbridge.persistence.access.Role;
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
          new Section("events", "Events", "/admin/events"),
          new Section("end-users", "End users", "/admin/end-users"),
          new Section("integrations", "Integrations", "/admin/integrations"),
          new Section("audit", "Audit", "/admin/audit"));

  private static final Section ACCOUNT = new Section("account", "Your account", "/admin/account");

  private static final List<Section> FOR_ADMINISTRATORS =
      List.of(
          new Section("users", "Users", "/admin/users"),
          new Section("api-keys", "API keys", "/admin/api-keys"),
          ACCOUNT);

  /**
   * Who is signed in.
   *
   * @param role empty for somebody who must choose a password first
   */
  public record Person(String name, Optional<Role> role) {

    /** What the person is, in words. */
    public String title() {
      return role.map(
              each ->
                  switch (each) {
                    case ADMIN -> "Administrator";
                    case OPERATOR -> "Operator";
                    case VIEWER -> "Viewer";
                  })
          .orElse("New");
    }
  }

  /** Whether the person may resend, pause and create links. */
  public boolean isOperator() {
    return person.role().filter(role -> role != Role.VIEWER).isPresent();
  }

  /** Whether the person may change integrations, users and API keys. */
  public boolean isAdmin() {
    return person.role().filter(Role.ADMIN::equals).isPresent();
  }

  /** The entries of the navigation. */
  public List<Section> sections() {
    return person.role().isPresent() ? SECTIONS : List.of();
  }

  /** The entries of the person's own menu. */
  public List<Section> ownSections() {
    return isAdmin() ? FOR_ADMINISTRATORS : List.of(ACCOUNT);
  }

  /** One entry of the navigation. */
  public record Section(String key, String label, String address) {}
}
