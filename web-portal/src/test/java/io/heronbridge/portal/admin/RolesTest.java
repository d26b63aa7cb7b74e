package io.heronbridge.portal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.apikeys.KeyPage;
import io.heronbridge.portal.admin.apikeys.KeysPage;
import io.heronbridge.portal.admin.apikeys.NewKeyPage;
import io.heronbridge.portal.admin.audit.AuditPage;
import io.heronbridge.portal.admin.drift.DriftPage;
import io.heronbridge.portal.admin.drift.ReadAction;
import io.heronbridge.portal.admin.drift.RepairAction;
import io.heronbridge.portal.admin.endusers.CreateHostedLinkAction;
import io.heronbridge.portal.admin.endusers.EndUserDetailPage;
import io.heronbridge.portal.admin.endusers.EndUsersPage;
import io.heronbridge.portal.admin.endusers.RevokeHostedLinkAction;
import io.heronbridge.portal.admin.exchanges.LostExchangesPage;
import io.heronbridge.portal.admin.imports.ImportPage;
import io.heronbridge.portal.admin.imports.ImportsPage;
import io.heronbridge.portal.admin.integrations.CheckIntegrationAction;
import io.heronbridge.portal.admin.integrations.ChooseHeronPage;
import io.heronbridge.portal.admin.integrations.DeleteIntegrationAction;
import io.heronbridge.portal.admin.integrations.IntegrationPage;
import io.heronbridge.portal.admin.integrations.IntegrationsPage;
import io.heronbridge.portal.admin.integrations.NewIntegrationPage;
import io.heronbridge.portal.admin.integrations.PauseIntegrationAction;
import io.heronbridge.portal.admin.items.ItemPage;
import io.heronbridge.portal.admin.items.ItemsPage;
import io.heronbridge.portal.admin.items.RemoveItemAction;
import io.heronbridge.portal.admin.links.CancelLinkAction;
import io.heronbridge.portal.admin.links.LinkPage;
import io.heronbridge.portal.admin.links.LinksPage;
import io.heronbridge.portal.admin.links.ResendJobPage;
import io.heronbridge.portal.admin.links.ResendJobsPage;
import io.heronbridge.portal.admin.links.ResendLinksAction;
import io.heronbridge.portal.admin.outbox.OutboxPage;
import io.heronbridge.portal.admin.overview.OverviewPage;
import io.heronbridge.portal.admin.search.SearchPage;
import io.heronbridge.portal.admin.users.NewUserPage;
import io.heronbridge.portal.admin.users.UserPage;
import io.heronbridge.portal.admin.users.UsersPage;
import io.heronbridge.portal.admin.webhooks.CallbackPage;
import io.heronbridge.portal.admin.webhooks.ResendWebhookAction;
import io.heronbridge.portal.admin.webhooks.WebhookPage;
import io.heronbridge.portal.admin.webhooks.WebhooksPage;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: the container enforces the annotations, so they are what is tested. */
class RolesTest {

  static Stream<Class<?>> forReading() {
    return Stream.of(
        OverviewPage.class,
        OutboxPage.class,
        LinksPage.class,
        LinkPage.class,
        ItemsPage.class,
        ItemPage.class,
        WebhooksPage.class,
        WebhookPage.class,
        CallbackPage.class,
        EndUsersPage.class,
        EndUserDetailPage.class,
        ImportsPage.class,
        ImportPage.class,
        IntegrationsPage.class,
        IntegrationPage.class,
        AuditPage.class,
        DriftPage.class,
        LostExchangesPage.class,
        ResendJobsPage.class,
        ResendJobPage.class,
        SearchPage.class);
  }

  static Stream<Class<?>> forOperating() {
    return Stream.of(
        CancelLinkAction.class,
        ResendLinksAction.class,
        ResendJobPage.class,
        ResendWebhookAction.class,
        CreateHostedLinkAction.class,
        EndUsersPage.class,
        EndUserDetailPage.class,
        ImportsPage.class,
        ImportPage.class,
        CheckIntegrationAction.class,
        PauseIntegrationAction.class,
        ReadAction.class,
        RepairAction.class,
        RevokeHostedLinkAction.class);
  }

  static Stream<Class<?>> forAdministrators() {
    return Stream.of(
        ChooseHeronPage.class,
        NewIntegrationPage.class,
        IntegrationPage.class,
        DeleteIntegrationAction.class,
        RemoveItemAction.class,
        UsersPage.class,
        NewUserPage.class,
        UserPage.class,
        KeysPage.class,
        NewKeyPage.class,
        KeyPage.class);
  }

  private static List<String> roles(Class<?> servlet, String method) {
    ServletSecurity security = servlet.getAnnotation(ServletSecurity.class);
    return Arrays.stream(security.httpMethodConstraints())
        .filter(constraint -> constraint.value().equals(method))
        .map(HttpMethodConstraint::rolesAllowed)
        .findFirst()
        .map(List::of)
        .orElseGet(() -> List.of(security.value().rolesAllowed()));
  }

  @ParameterizedTest
  @MethodSource("forReading")
  void everybodyWhoIsSignedInMayRead(Class<?> servlet) {
    assertThat(roles(servlet, "GET")).containsExactly(Role.Names.VIEWER);
  }

  @ParameterizedTest
  @MethodSource("forOperating")
  void operatorsMayAct(Class<?> servlet) {
    assertThat(roles(servlet, "POST")).containsExactly(Role.Names.OPERATOR);
  }

  @ParameterizedTest
  @MethodSource("forAdministrators")
  void administratorsMayChangeIntegrations(Class<?> servlet) {
    assertThat(roles(servlet, "POST")).containsExactly(Role.Names.ADMIN);
  }
}
