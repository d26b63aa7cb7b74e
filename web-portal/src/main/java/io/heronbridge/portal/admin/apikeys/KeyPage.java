package io.heronbridge.portal.admin.apikeys;

import io.heronbridge.integration.access.KeyBoard;
import io.heronbridge.integration.access.KeyDesk;
import io.heronbridge.integration.access.KeyView;
import io.heronbridge.integration.access.Tokens;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.setup.IntegrationSetup;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.admin.AdminPage;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.Confirmation;
import io.heronbridge.portal.admin.Confirmation.Field;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One API key: what it may do, and the ways to replace and to revoke it. */
@WebServlet("/admin/api-keys/*")
@ServletSecurity(@HttpConstraint(rolesAllowed = Role.Names.ADMIN))
public class KeyPage extends AdminPage {
  private static final long serialVersionUID = 1L;

  @Inject transient KeyBoard board;
  @Inject transient KeyDesk desk;
  @Inject transient IntegrationSetup setup;

  public KeyPage() {
    super("api-keys");
  }

  static String address(UUID id) {
    return KeysPage.LIST + "/" + id;
  }

  @Override
  protected View show(Visit visit) {
    KeyView key = board.key(visit.tailId("API key"));
    Choices choices = new Choices(setup.list(caller(visit)));
    return framed(
        visit,
        "admin/apikeys/detail",
        Map.of("row", KeyRow.of(key, choices), "action", address(key.id())));
  }

  @Override
  protected View act(Visit visit) {
    KeyView key = board.key(visit.tailId("API key"));
    try {
      return switch (visit.text("change").orElse("")) {
        case "rotate" -> rotate(visit, key);
        case "revoke" -> revoke(visit, key);
        default -> View.moved(address(key.id()));
      };
    } catch (ConflictException e) {
      return View.moved(address(key.id()), Flash.problem(e.getMessage()));
    }
  }

  private View rotate(Visit visit, KeyView key) {
    long days = overlap(visit.text("overlap").orElse("0"));
    Secret value = desk.rotate(key.id(), Duration.ofDays(days), caller(visit));
    String fate =
        days == 0
            ? "The old key does not work any more."
            : "The old key works for %s more.".formatted(days == 1 ? "a day" : days + " days");
    return framed(
        visit,
        201,
        "admin/apikeys/issued",
        Map.of(
            "name", key.name(),
            "page", address(key.id()),
            "key", Tokens.reveal(value),
            "overlap", Optional.of(fate)));
  }

  private static long overlap(String text) {
    if (!text.matches("[0-9]{1,2}")) {
      throw new InvalidInputException("overlap", "must be 0 to 7 days");
    }
    return Long.parseLong(text);
  }

  private View revoke(Visit visit, KeyView key) {
    if (!visit.has("confirmed")) {
      return framed(visit, "admin/confirm", Map.of("question", question(key)));
    }
    desk.revoke(key.id(), caller(visit));
    return View.moved(KeysPage.LIST, Flash.done(key.name() + " is revoked."));
  }

  private static Confirmation question(KeyView key) {
    String address = address(key.id());
    return new Confirmation(
        "Revoke " + key.name() + "?",
        List.of(
            "Calls with it are answered with 401 from now on. That cannot be undone.",
            key.times().lastUsedAt().isPresent()
                ? "It is in use: rotate it instead, and the old one works until the new one is in place."
                : "It was never used.",
            "What was begun with it goes on."),
        new Confirmation.Target(address, "Revoke " + key.name(), true),
        address,
        List.of(new Field("change", "revoke"), new Field("confirmed", "yes")));
  }
}
