package io.heronbridge.portal.connect;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.link.ConnectSession;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.Problem;
import io.heronbridge.portal.page.View;
import io.heronbridge.portal.page.Visit;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An action that the connect page's script calls: JSON both ways. {@code outcome} tells the script
 * what to do, {@code message} is for the person.
 */
abstract class ScriptAction extends ConnectPage {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 64 * 1024;

  static JsonObject body(Visit visit) {
    try (InputStream input = visit.request().getInputStream()) {
      byte[] bytes = input.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InvalidInputException("body", "is too large");
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return object(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (RuntimeException | StackOverflowError notReadable) {
      // Parsers answer some hostile input, such as deep nesting, with more than their own
      // exceptions.
      throw new InvalidInputException("body", "is not a JSON object");
    }
  }

  /** A member's text; empty when there is none. */
  static String text(JsonObject body, String name) {
    return body.get(name) instanceof JsonString found ? found.getString() : "";
  }

  /** The bank that a script names, if it names one. */
  static Optional<ItemView> bankIn(ConnectSession session, JsonObject body) {
    return Optional.of(text(body, "bank")).filter(id -> !id.isEmpty()).map(id -> bank(session, id));
  }

  static View outcome(int status, String outcome, String message) {
    return View.json(status, answer(outcome, message));
  }

  static View outcome(String outcome, Flash next) {
    return View.json(200, answer(outcome, next.text()), next);
  }

  static JsonObject answer(String outcome, String message) {
    return JSON.createObjectBuilder().add("outcome", outcome).add("message", message).build();
  }

  @Override
  protected View problem(Visit visit, Problem problem) {
    return switch (problem.status()) {
      case 403 -> outcome(403, "closed", texts(visit).say("problem.page-closed"));
      case 400, 404, 409 -> outcome(problem.status(), "failed", texts(visit).say("problem.reload"));
      default -> outcome(problem.status(), "failed", texts(visit).say("problem.later"));
    };
  }
}
