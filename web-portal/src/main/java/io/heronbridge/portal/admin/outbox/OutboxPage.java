package io.heronbridge.portal.admin.outbox;

import io.heronbridge.integration.outbox.QueueBoard;
import io.heronbridge.integration.outbox.SelfCheck;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.Map;

/** Every queue with what it waits for, and the self-check with its advice. */
@WebServlet("/admin/outbox")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.VIEWER))
public class OutboxPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient QueueBoard queues;
  @Inject transient SelfCheck selfCheck;
  @Inject transient IntegrationSetup setup;

  public OutboxPage() {
    super("overview");
  }

  @Override
  protected View show(Visit visit) {
    Map<String, Object> model = new HashMap<>();
    model.put("queues", queues.queues(caller(visit)).stream().map(QueueRow::of).toList());
    model.put("findings", selfCheck.findings().stream().map(FindingRow::of).toList());
    model.put("ribbon", new Choices(setup.list(caller(visit))).ribbon());
    return framed(visit, "admin/outbox", model);
  }
}
