package io.heronbridge.integration.itemimport;

import static io.heronbridge.integration.itemimport.Columns.ACCESS_TOKEN;
import static io.heronbridge.integration.itemimport.Columns.END_USER_ID;
import static io.heronbridge.integration.itemimport.Columns.END_USER_NAME;
import static io.heronbridge.integration.itemimport.Columns.ITEM_ID;

import io.heronbridge.integration.plaid.AccessTokens;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.itemimport.ImportFormat;
import io.heronbridge.persistence.itemimport.ImportOrder;
import io.heronbridge.persistence.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns a line into what it asks for, or says why it cannot be taken. */
final class LineParser {
  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_TOKEN = 500;

  private final ImportOrder order;
  private final PlaidEnvironment environment;

  LineParser(ImportOrder order, PlaidEnvironment environment) {
    this.order = order;
    this.environment = environment;
  }

  /**
   * @throws UnusableLineException with the reason, which never quotes the line
   */
  Candidate parse(SourceLine line) {
    String text = text(line);
    Map<String, String> values =
        order.format() == ImportFormat.CSV ? named(CsvRecord.fields(text)) : JsonLine.values(text);
    values.forEach(LineParser::requireCharacters);
    String token = required(values, ACCESS_TOKEN);
    requireLength(ACCESS_TOKEN, token, LONGEST_TOKEN);
    Secret accessToken = new Secret(token);
    AccessTokens.objection(accessToken, environment)
        .ifPresent(
            objection -> {
              throw new UnusableLineException(ACCESS_TOKEN + " " + objection);
            });
    String endUser = required(values, END_USER_ID);
    String item = required(values, ITEM_ID);
    Optional<String> name =
        Optional.ofNullable(values.get(END_USER_NAME)).filter(given -> !given.isBlank());
    name.ifPresent(given -> requireLength(END_USER_NAME, given, LONGEST_NAME));
    return new Candidate(
        line.number(),
        checked(() -> new EndUserId(endUser)),
        name,
        checked(() -> new ItemId(item)),
        accessToken);
  }

  /**
   * @throws UnusableLineException when the line is flawed or not UTF-8
   */
  static String text(SourceLine line) {
    if (line.flaw() == SourceLine.Flaw.TOO_LONG) {
      throw new UnusableLineException("is longer than " + LineReader.LONGEST + " bytes");
    }
    if (line.flaw() == SourceLine.Flaw.UNCLOSED_QUOTE) {
      throw new UnusableLineException("a quote is not closed");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.bytes())).toString();
    } catch (CharacterCodingException e) {
      throw new UnusableLineException("is not UTF-8");
    }
  }

  private Map<String, String> named(List<String> fields) {
    List<String> columns = order.columns();
    if (fields.size() != columns.size()) {
      throw new UnusableLineException(
          "has %d values, but there are %d columns".formatted(fields.size(), columns.size()));
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), fields.get(i));
    }
    return values;
  }

  private static String required(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null || value.isBlank()) {
      throw new UnusableLineException(name + " is missing");
    }
    return value;
  }

  private static void requireLength(String name, String value, int longest) {
    if (value.length() > longest) {
      throw new UnusableLineException(name + " must be at most " + longest + " characters");
    }
  }

  /** What PostgreSQL or UTF-8 cannot hold. */
  private static void requireCharacters(String name, String value) {
    if (value.indexOf(0) >= 0) {
      throw new UnusableLineException(name + " must not contain null characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new UnusableLineException(name + " holds half a character");
    }
  }

  private static <T> T checked(Supplier<T> check) {
    try {
      return check.get();
    } catch (IllegalArgumentException e) {
      throw new UnusableLineException(e.getMessage());
    }
  }
}
