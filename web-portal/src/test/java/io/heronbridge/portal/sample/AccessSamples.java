package io.heronbridge.portal.sample;

import static io.heronbridge.portal.page.SampleEngine.NOW;

import io.heronbridge.integration.access.KeyView;
import io.heronbridge.integration.access.PersonView;
import io.heronbridge.integration.access.SessionView;
import io.heronbridge.integration.problem.FieldProblem;
import io.heronbridge.persistence.access.Origin;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.SessionRow;
import io.heronbridge.portal.admin.TypedForm;
import io.heronbridge.portal.admin.apikeys.KeyRow;
import io.heronbridge.portal.admin.users.UserRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Pages about who may come in. */
final class AccessSamples {
  private final SampleSheet sheet;

  AccessSamples(SampleSheet sheet) {
    this.sheet = sheet;
  }

  void draw() {
    users();
    user("user", person("ben", Role.OPERATOR, "active"), false);
    user("user-self", person("ana", Role.ADMIN, "active"), true);
    user("user-new", person("cleo", Role.VIEWER, "newcomer"), false);
    user("user-late", person("dan", Role.VIEWER, "expired"), false);
    user("user-gone", person("eva", Role.VIEWER, "deactivated"), false);
    keys();
    account("account", false);
    account("account-new", true);
  }

  private static PersonView person(String name, Role role, String state) {
    boolean known = state.equals("active");
    return new PersonView(
        UUID.nameUUIDFromBytes(name.getBytes()),
        name,
        role,
        state,
        new PersonView.Times(
            NOW.minus(Duration.ofDays(40)),
            known ? Optional.of(NOW.minus(Duration.ofHours(3))) : Optional.empty(),
            known ? Optional.empty() : Optional.of(NOW.plus(Duration.ofDays(3)))),
        known ? 2 : 0);
  }

  private void users() {
    List<UserRow> rows =
        List.of(
            UserRow.of(person("ana", Role.ADMIN, "active")),
            UserRow.of(person("ben", Role.OPERATOR, "active")),
            UserRow.of(person("cleo", Role.VIEWER, "newcomer")),
            UserRow.of(person("dan", Role.VIEWER, "expired")),
            UserRow.of(person("eva", Role.VIEWER, "deactivated")));
    framed("users", "admin/users/list", Map.of("rows", rows, "lead", UserRow.lead(rows)));
    TypedForm wrong =
        new TypedForm(Map.of("username", "b n", "role", "operator"), Map.of())
            .with(
                List.of(
                    new FieldProblem("username", "is taken"),
                    new FieldProblem("role", "is missing: choose one"),
                    new FieldProblem("password", "must have 12 to 200 characters")));
    framed("user-add", "admin/users/new", Map.of("form", TypedForm.empty()));
    framed("user-add-wrong", "admin/users/new", Map.of("form", wrong));
    framed(
        "user-password",
        "admin/users/password",
        Map.of("name", "ben", "page", "/admin/users/x", "password", "abcde-fghjk-mnpqr-stuvw"));
  }

  private void user(String name, PersonView person, boolean self) {
    Map<String, Object> model = new HashMap<>();
    model.put("row", UserRow.of(person));
    model.put("self", self);
    model.put("form", TypedForm.empty());
    model.put("sessions", person.sessions() == 0 ? List.of() : sessions());
    model.put("action", "/admin/users/x");
    framed(name, "admin/users/detail", model);
  }

  private void account(String name, boolean newcomer) {
    TypedForm wrong =
        TypedForm.empty()
            .with(
                List.of(
                    new FieldProblem("old_password", "is not your password"),
                    new FieldProblem("password", "must have 12 to 200 characters"),
                    new FieldProblem("password_again", "is not the same as above")));
    Map<String, Object> model = new HashMap<>();
    model.put("name", "ana");
    model.put("newcomer", newcomer);
    model.put("form", newcomer ? TypedForm.empty() : wrong);
    model.put("sessions", sessions());
    model.put("action", "/admin/account");
    framed(name, "admin/account", model);
  }

  private static List<SessionRow> sessions() {
    return SessionRow.all(
        List.of(
            session(Optional.of(Origin.PRIVATE_NETWORK), true),
            session(Optional.of(Origin.INTERNET), false),
            session(Optional.empty(), false)));
  }

  private static SessionView session(Optional<Origin> from, boolean current) {
    return new SessionView(
        UUID.randomUUID(),
        NOW.minus(Duration.ofHours(5)),
        NOW.minus(Duration.ofMinutes(2)),
        from,
        current);
  }

  private void keys() {
    Choices choices = new Choices(Samples.integrations());
    List<KeyRow> rows =
        List.of(
            KeyRow.of(key("Loan desk", "active"), choices),
            KeyRow.of(key("Reports", "expired"), choices),
            KeyRow.of(key("Old portal", "revoked"), choices));
    framed(
        "keys",
        "admin/apikeys/list",
        Map.of("rows", rows, "lead", KeyRow.lead(rows), "bootstrap", true));
    framed(
        "keys-none",
        "admin/apikeys/list",
        Map.of("rows", List.of(), "lead", KeyRow.lead(List.of()), "bootstrap", false));
    rows.forEach(
        row ->
            framed(
                "key-" + row.key().state(),
                "admin/apikeys/detail",
                Map.of("row", row, "action", "/admin/api-keys/x")));
    framed(
        "key-issued",
        "admin/apikeys/issued",
        Map.of(
            "name", "Loan desk",
            "page", "/admin/api-keys/x",
            "key", "hb_sample",
            "overlap", Optional.of("The old key works for 2 days more.")));
    TypedForm wrong =
        new TypedForm(Map.of("name", "Loan desk", "scope", "chosen"), Map.of())
            .with(
                List.of(
                    new FieldProblem("name", "is taken"),
                    new FieldProblem("days", "must be a number of days"),
                    new FieldProblem("integrations", "are missing: tick one at least")));
    keyForm("key-add", TypedForm.empty(), choices);
    keyForm("key-add-wrong", wrong, choices);
  }

  private void keyForm(String name, TypedForm form, Choices choices) {
    framed(
        name,
        "admin/apikeys/new",
        Map.of(
            "form", form, "integrations", choices.integrations(), "ticked", Set.of(Samples.ACME)));
  }

  private static KeyView key(String name, String state) {
    boolean active = state.equals("active");
    Optional<Instant> ago = Optional.of(NOW.minus(Duration.ofHours(2)));
    return new KeyView(
        UUID.nameUUIDFromBytes(name.getBytes()),
        new KeyView.Label(name, "…4f2a"),
        !active,
        active ? List.of(Samples.ACME) : List.of(),
        state,
        new KeyView.Times(
            NOW.minus(Duration.ofDays(40)),
            active ? ago : Optional.empty(),
            state.equals("expired") ? ago : Optional.empty(),
            active ? Optional.of(NOW.plus(Duration.ofDays(1))) : Optional.empty(),
            state.equals("revoked") ? ago : Optional.empty()));
  }

  private void framed(String name, String template, Map<String, Object> model) {
    sheet.framed(name, "users", template, Optional.empty(), model);
  }
}
