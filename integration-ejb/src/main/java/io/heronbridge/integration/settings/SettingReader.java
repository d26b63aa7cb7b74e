package io.heronbridge.integration.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Reads one setting at a time, and says in one sentence what is wrong with it. */
final class SettingReader {
  private static final Pattern SHARE = Pattern.compile("0(\\.\\d{1,9})?|1(\\.0{1,9})?");

  private final Config config;

  SettingReader(Config config) {
    this.config = config;
  }

  /**
   * A misspelt setting would be ignored silently; it is refused instead. Names are compared in
   * their environment form: WildFly lists a variable as a property too, with a dot for every
   * underscore.
   */
  void refuseUnknown(String prefix, Set<String> known) {
    Set<String> variables =
        known.stream().map(SettingReader::variable).collect(java.util.stream.Collectors.toSet());
    for (String name : config.getPropertyNames()) {
      boolean ours = name.startsWith(prefix) || name.startsWith(variable(prefix));
      if (ours && !variables.contains(variable(name))) {
        throw new UnusableSettingException(
            "There is no setting " + name + "; docs/configuration.md lists those there are.");
      }
    }
  }

  Optional<String> text(String name) {
    return config
        .getOptionalValue(name, String.class)
        .map(String::trim)
        .filter(text -> !text.isEmpty());
  }

  private String required(String name, String expected) {
    return text(name).orElseThrow(() -> unusable(name, expected));
  }

  String url(String name) {
    String expected = "an http or https URL without query or fragment";
    String text = required(name, expected);
    try {
      URI uri = URI.create(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
        throw unusable(name, expected);
      }
    } catch (IllegalArgumentException e) {
      throw unusable(name, expected);
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  Path path(String name) {
    try {
      return Path.of(required(name, "a path")).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw unusable(name, "a path");
    }
  }

  boolean flag(String name) {
    String text = required(name, "true or false");
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unusable(name, "true or false");
    };
  }

  Duration duration(String name, Duration least, Duration most) {
    String expected = "an ISO-8601 duration from " + least + " to " + most + ", such as PT30S";
    try {
      Duration duration = Duration.parse(required(name, expected));
      if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
        throw unusable(name, expected);
      }
      return duration;
    } catch (DateTimeParseException e) {
      throw unusable(name, expected);
    }
  }

  long number(String name, long least, long most) {
    String expected = "a whole number from " + least + " to " + most;
    try {
      long number = Long.parseLong(required(name, expected));
      if (number < least || number > most) {
        throw unusable(name, expected);
      }
      return number;
    } catch (NumberFormatException e) {
      throw unusable(name, expected);
    }
  }

  double share(String name) {
    String expected = "a number from 0 to 1, such as 0.1";
    String text = required(name, expected);
    if (!SHARE.matcher(text).matches()) {
      throw unusable(name, expected);
    }
    return Double.parseDouble(text);
  }

  String oneOf(String name, String... words) {
    String expected = String.join(" or ", words);
    String text = required(name, expected);
    if (!List.of(words).contains(text)) {
      throw unusable(name, expected);
    }
    return text;
  }

  RetrySchedule schedule(String name) {
    String expected = "ISO-8601 durations separated by commas, such as PT1S,PT5S,PT30S,PT2M";
    try {
      return RetrySchedule.parse(required(name, expected));
    } catch (IllegalArgumentException e) {
      throw unusable(name, expected);
    }
  }

  /** Never quotes the value: it may be a secret in the wrong place. */
  private static UnusableSettingException unusable(String name, String expected) {
    return new UnusableSettingException(
        "%s (%s) must be %s.".formatted(name, variable(name), expected));
  }

  private static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
