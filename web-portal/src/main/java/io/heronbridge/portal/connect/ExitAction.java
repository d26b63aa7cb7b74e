package io.heronbridge.portal.connect;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.link.ExitDesk;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.session.ExitReport;
import io.heronbridge.portal.page.Texts;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;

/** Keeps how Plaid Link was left, and says it in plain words. */
@WebServlet("/connect/exits")
public class ExitAction extends ScriptAction {
  private static final long serialVersionUID = 1L;

  @Inject transient ExitDesk desk;

  @Override
  protected View act(Visit visit) {
    ConnectSession session = required(visit);
    JsonObject body = body(visit);
    ExitReport report = LinkReport.in(body);
    Texts texts = texts(visit);
    Optional<BankLine> updated = bankIn(session, body).map(bank -> BankLine.of(bank, texts));
    desk.note(session.id(), updated.map(bank -> new ItemId(bank.id())), report);
    ExitWords words = ExitWords.of(report, updated.map(bank -> bank.name().bank()), texts);
    return View.json(
        200,
        JSON.createObjectBuilder()
            .add("outcome", words.calm() ? "left" : "failed")
            .add("message", words.text())
            .build());
  }
}
