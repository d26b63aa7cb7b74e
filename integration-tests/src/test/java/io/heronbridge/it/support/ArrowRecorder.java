package io.heronbridge.it.support;

import java.util.Set;
import java.util.TreeSet;

/**
 * Has a database write down every step that a server takes from state to state. What a rolled back
 * transaction did is not written; neither is what tests do by themselves, except that a test may
 * move the clock of a link session by moving its end.
 */
public final class ArrowRecorder {
  private static final String SINK =
      """
      CREATE SCHEMA recorded;
      CREATE TABLE recorded.arrow (machine text NOT NULL, arrow text NOT NULL);
      CREATE TABLE recorded.left_behind (id uuid PRIMARY KEY, state text NOT NULL)""";

  private static final String TRIGGER =
      """
      CREATE FUNCTION recorded.note_%1$s() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE
        earlier text := '*';
        later text;
      BEGIN
        %8$s
        IF current_setting('application_name') = '%6$s' AND '%1$s' <> 'session' THEN
          RETURN NULL;
        END IF;
        later := %3$s;
        IF TG_OP = 'INSERT' THEN
          %7$s
        END IF;
        IF TG_OP = 'UPDATE' THEN
          earlier := %4$s;
          IF earlier = later AND NOT coalesce(%5$s, false) THEN
            RETURN NULL;
          END IF;
        END IF;
        INSERT INTO recorded.arrow VALUES ('%1$s', earlier || ' -> ' || later);
        RETURN NULL;
      END $body$;
      %2$s""";

  private static final String ATTACH =
      """
      CREATE TRIGGER recorded AFTER INSERT OR UPDATE%3$s ON %2$s
        FOR EACH ROW EXECUTE FUNCTION recorded.note_%1$s();
      """;

  /** A row that moves is first written here and then deleted there, or both at once. */
  private static final String CAME_FROM =
      """
      EXECUTE format('SELECT state FROM %%I WHERE id = $1',
          CASE TG_TABLE_NAME WHEN '%1$s' THEN '%2$s' ELSE '%1$s' END) INTO earlier USING NEW.id;
          IF earlier IS NULL THEN
            SELECT state INTO earlier FROM recorded.left_behind WHERE id = NEW.id;
          END IF;
          earlier := coalesce(earlier, '*');""";

  private static final String LEAVES =
      """
      IF TG_OP = 'DELETE' THEN
          INSERT INTO recorded.left_behind VALUES (OLD.id, OLD.state)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state;
          RETURN NULL;
        END IF;""";

  private ArrowRecorder() {}

  /** Begins to write, unless it has begun; the tables must be there. */
  static synchronized void install(Database database) {
    if (isInstalled(database)) {
      return;
    }
    StringBuilder script = new StringBuilder(SINK);
    for (StateMachine machine : StateMachine.ALL) {
      script
          .append(";\n")
          .append(
              TRIGGER.formatted(
                  machine.name(),
                  attached(machine),
                  machine.place().stateOf("NEW"),
                  machine.place().stateOf("OLD"),
                  machine.stays(),
                  Database.APPLICATION,
                  cameFrom(machine.place()),
                  leaves(machine.place())));
    }
    database.run(script.toString());
  }

  private static String attached(StateMachine machine) {
    StateMachine.Place place = machine.place();
    if (place.other().isEmpty()) {
      return ATTACH.formatted(machine.name(), place.table(), "");
    }
    return ATTACH.formatted(machine.name(), place.table(), " OR DELETE")
        + ATTACH.formatted(machine.name(), place.other(), " OR DELETE");
  }

  private static String leaves(StateMachine.Place place) {
    return place.other().isEmpty() ? "" : LEAVES;
  }

  private static String cameFrom(StateMachine.Place place) {
    return place.other().isEmpty() ? "NULL;" : CAME_FROM.formatted(place.table(), place.other());
  }

  private static boolean isInstalled(Database database) {
    return database.number("SELECT count(*) FROM pg_namespace WHERE nspname = 'recorded'") > 0;
  }

  /** The steps taken in all databases of the run, as {@code FROM -> TO}. */
  public static Set<String> taken(StateMachine machine) {
    Set<String> taken = new TreeSet<>();
    TestRun.current().databases().stream()
        .filter(ArrowRecorder::isInstalled)
        .forEach(
            database ->
                taken.addAll(
                    database.column(
                        "SELECT DISTINCT arrow FROM recorded.arrow WHERE machine = ?",
                        machine.name())));
    return taken;
  }
}
