package io.heronbridge.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.BridgeServer;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.persistence.access.Role;
import jakarta.servlet.annotation.WebServlet;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks all pages and actions of the portal as each role. What is new here is refused to all. */
class RolesIT {
  private static final String NO_PAGE = "00000000-0000-4000-8000-000000000000";
  private static final Set<String> OPEN = Set.of("/admin/login", "/admin/logout");

  /** Pages that only administrators see. */
  private static final Set<String> FOR_ADMINISTRATORS =
      Set.of(
          "/admin/users",
          "/admin/users/new",
          "/admin/users/*",
          "/admin/api-keys",
          "/admin/api-keys/new",
          "/admin/api-keys/*",
          "/admin/integrations/new",
          "/admin/integrations/heron",
          "/admin/end-user-erasures",
          "/admin/integration-brands",
          "/admin/integration-removals",
          "/admin/item-removals");

  /** What only changes something: its address alone leads elsewhere, and viewers nowhere. */
  private static final Set<String> ACTIONS =
      Set.of(
          "/admin/link-resends",
          "/admin/link-cancels",
          "/admin/webhook-resends",
          "/admin/event-resends",
          "/admin/event-tests",
          "/admin/hosted-links",
          "/admin/hosted-link-revocations",
          "/admin/integration-checks",
          "/admin/integration-pauses",
          "/admin/readings",
          "/admin/repairs",
          "/admin/test-connections");

  /** What operators may post to besides. */
  private static final Set<String> OPERATED =
      Set.of(
          "/admin/end-users",
          "/admin/end-users/*",
          "/admin/imports",
          "/admin/imports/*",
          "/admin/resend-jobs/*");

  /** Everybody sees them; only administrators change them. */
  private static final Set<String> SET_UP =
      Set.of("/admin/integrations/*", "/admin/integration-events/*");

  private BridgeServer server;
  private Visitors visitors;
  private Set<String> all;

  @BeforeEach
  void findPages() {
    server = TestRun.current().payaraMicro();
    visitors = new Visitors(server.database());
    all =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.heronbridge.portal.admin")
                .stream()
                .map(JavaClass::reflect)
                .filter(each -> each.isAnnotationPresent(WebServlet.class))
                .flatMap(each -> Arrays.stream(each.getAnnotation(WebServlet.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> allowed(Role role, boolean post) {
    ApiClient visitor = server.anyone().withCookie(visitors.cookieOf(role));
    return all.stream()
        .filter(
            path -> {
              String address = path.replace("*", NO_PAGE);
              Answer answer = post ? visitor.post(address) : visitor.get(address);
              return !answer.body().contains("Your role does not allow this");
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> without(Set<String> closed) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(closed);
    return rest;
  }

  @Test
  void strangersAreLedToTheSignInPage() {
    for (String path : without(OPEN)) {
      Answer answer = server.anyone().get(path.replace("*", NO_PAGE));

      assertThat(answer.status()).as(path).isEqualTo(302);
      assertThat(answer.header("Location")).as(path).contains("/admin/login");
    }
  }

  @Test
  void viewersSeeAllButAdministrationAndDoNothing() {
    assertThat(allowed(Role.VIEWER, false)).isEqualTo(without(both(FOR_ADMINISTRATORS, ACTIONS)));
    assertThat(allowed(Role.VIEWER, true)).isEqualTo(without(changing()));
  }

  private static Set<String> changing() {
    return both(both(FOR_ADMINISTRATORS, ACTIONS), both(OPERATED, SET_UP));
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  @Test
  void operatorsDoWhatConcernsLinksAndNothingElse() {
    assertThat(allowed(Role.OPERATOR, false)).isEqualTo(without(FOR_ADMINISTRATORS));
    assertThat(allowed(Role.OPERATOR, true)).isEqualTo(without(both(FOR_ADMINISTRATORS, SET_UP)));
  }

  @Test
  void administratorsDoEverything() {
    assertThat(allowed(Role.ADMIN, false)).isEqualTo(all);
    assertThat(allowed(Role.ADMIN, true)).isEqualTo(all);
  }

  @Test
  void readOnlyKeysChangeNothing() {
    ApiClient reader = server.anyone().withKey(visitors.readOnlyKey());

    for (String path :
        Set.of(
            "integrations",
            "integrations/" + NO_PAGE + "/pause",
            "integrations/" + NO_PAGE + "/check",
            "end-users",
            "link-sessions",
            "link-tokens",
            "items",
            "items/exchange",
            "integration-links/resend",
            "integration-links/" + NO_PAGE + "/resend",
            "resend-jobs",
            "webhooks/" + NO_PAGE + "/resend",
            "events/" + NO_PAGE + "/resend",
            "integrations/" + NO_PAGE + "/events/rotate",
            "integrations/" + NO_PAGE + "/events/test")) {
      assertThat(reader.post("/api/v1/" + path).status()).as(path).isEqualTo(403);
    }
    assertThat(reader.delete("/api/v1/items/none").status()).isEqualTo(403);
    assertThat(reader.delete("/api/v1/end-users/none").status()).isEqualTo(403);
    assertThat(reader.delete("/api/v1/integrations/" + NO_PAGE + "/brand").status()).isEqualTo(403);
  }

  @Test
  void keysForSomeIntegrationsCreateNone() {
    ApiClient limited = server.anyone().withKey(visitors.keyFor(NO_PAGE));

    assertThat(limited.post("/api/v1/integrations", Map.of()).status()).isEqualTo(403);
  }
}
