package io.heronbridge.portal.admin;

import io.heronbridge.integration.access.SessionView;
import java.util.List;

/**
 * A browser as a row of a table.
 *
 * @param from what kind of address it signed in from; empty when that is not known
 */
public record SessionRow(SessionView session, String from) {

  /** The rows for sessions, in the order given. */
  public static List<SessionRow> all(List<SessionView> sessions) {
    return sessions.stream()
        .map(
            each ->
                new SessionRow(
                    each, each.origin().map(origin -> Words.sentence(origin.name())).orElse("")))
        .toList();
  }
}
