package io.heronbridge.integration.itemimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.itemimport.SourceLine.Flaw;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.itemimport.ImportFormat;
import io.heronbridge.persistence.itemimport.ImportOrder;
import io.heronbridge.persistence.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {
  private static final List<String> COLUMNS =
      List.of("access_token", "end_user_id", "end_user_name", "item_id");

  private static SourceLine line(String text) {
    return new SourceLine(5, text.getBytes(UTF_8), Flaw.NONE);
  }

  private static LineParser parser(ImportFormat format, List<String> columns) {
    return new LineParser(
        new ImportOrder(format, columns, Optional.empty(), false, "key:test"),
        PlaidEnvironment.SANDBOX);
  }

  private static Candidate json(String text) {
    return parser(ImportFormat.NDJSON, List.of()).parse(line(text));
  }

  private static Candidate csv(String text) {
    return parser(ImportFormat.CSV, COLUMNS).parse(line(text));
  }

  @Test
  void jsonObjectIsRead() {
    Candidate read =
        json(
            "{\"end_user_id\":\"cust_1\",\"end_user_name\":\"Ada\",\"item_id\":\"it\","
                + "\"access_token\":\"access-sandbox-1\"}");

    assertThat(read)
        .isEqualTo(
            new Candidate(
                5,
                new EndUserId("cust_1"),
                Optional.of("Ada"),
                new ItemId("it"),
                new Secret("access-sandbox-1")));
  }

  @Test
  void csvRecordIsReadByItsColumns() {
    Candidate read = csv("access-sandbox-1,cust_1,\"Lovelace, \"\"Ada\"\"\nKing\",it");

    assertThat(read.endUserName()).hasValue("Lovelace, \"Ada\"\nKing");
    assertThat(read.itemId()).isEqualTo(new ItemId("it"));
  }

  @Test
  void emptyNameIsNoName() {
    assertThat(csv("t,cust_1,,it").endUserName()).isEmpty();
    assertThat(
            json("{\"end_user_id\":\"c\",\"end_user_name\":null,\"item_id\":\"it\","
                    + "\"access_token\":\"t\"}")
                .endUserName())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"end_user_id\":\"c\",|is not valid JSON",
        "{} {}|is not valid JSON",
        "nonsense|is not valid JSON",
        "[1]|must be a JSON object",
        "\"text\"|must be a JSON object",
        "{}|access_token is missing",
        "{\"access_token\":\" \"}|access_token is missing",
        "{\"access_token\":7}|access_token must be a string",
        "{\"access_token\":{\"a\":[]}}|access_token must be a string",
        "{\"acces_token\":\"t\"}|acces_token is not a field of a line",
        "{\"access-sandbox-1234\":\"t\"}|has a field that is not known",
        "{\"access_token\":\"t\",\"item_id\":\"i\"}|end_user_id is missing",
        "{\"access_token\":\"t\",\"end_user_id\":\"c\"}|item_id is missing",
        "{\"access_token\":\"t\",\"item_id\":\"i\",\"end_user_id\":\"eus_1\"}"
            + "|end_user_id must not start with eus_, Heron's own prefix",
        "{\"access_token\":\"t\",\"item_id\":\"i i\",\"end_user_id\":\"c\"}"
            + "|item_id must be 1 to 200 visible ASCII characters",
        "{\"access_token\":\"t\",\"end_user_name\":\"a\\u0000\"}"
            + "|end_user_name must not contain null characters",
        "{\"access_token\":\"t\",\"end_user_name\":\"\\ud800\"}|end_user_name holds half a character",
        "{\"access_token\":\"access-production-1\"}"
            + "|access_token is of Plaid's production environment, but the integration is of sandbox",
      })
  void jsonThatCannotBeTakenSaysWhy(String text, String reason) {
    assertThatThrownBy(() -> json(text))
        .isInstanceOf(UnusableLineException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a,b|has 2 values, but there are 4 columns",
        "t,c,n,i,|has 5 values, but there are 4 columns",
        "t,c\"d,n,i|a quote stands inside a field that is not quoted",
        "t,\"c\"d,n,i|text follows a closing quote",
        "t,c,n,\"i|a quote is not closed",
        ",c,n,i|access_token is missing",
      })
  void csvThatCannotBeTakenSaysWhy(String text, String reason) {
    assertThatThrownBy(() -> csv(text))
        .isInstanceOf(UnusableLineException.class)
        .hasMessage(reason);
  }

  @Test
  void flawedLinesAndForeignBytesAreRefused() {
    LineParser parser = parser(ImportFormat.NDJSON, List.of());

    assertThatThrownBy(() -> parser.parse(SourceLine.flawed(1, Flaw.TOO_LONG)))
        .hasMessage("is longer than 16384 bytes");
    assertThatThrownBy(() -> parser.parse(SourceLine.flawed(1, Flaw.UNCLOSED_QUOTE)))
        .hasMessage("a quote is not closed");
    assertThatThrownBy(
            () -> parser.parse(new SourceLine(1, new byte[] {'{', (byte) 0xC3, '}'}, Flaw.NONE)))
        .hasMessage("is not UTF-8");
  }

  @Test
  void deepNestingIsRefusedWithoutBeingFollowed() {
    String deep = "{\"access_token\":" + "[".repeat(16_000);

    assertThatThrownBy(() -> json(deep)).isInstanceOf(UnusableLineException.class);
  }

  @Test
  void columnsMayStandInAnyOrder() {
    assertThat(Columns.read(Optional.of(line("item_id, end_user_id ,\"access_token\""))))
        .containsExactly("item_id", "end_user_id", "access_token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "item_id,end_user_id",
        "item_id,end_user_id,access_token,item_id",
        "item_id,end_user_id,access_token,bank",
        "it,cust_1,access-sandbox-1234",
        "\"item_id"
      })
  void firstLineThatNamesNoColumnsIsRefusedAndNotQuoted(String first) {
    assertThatThrownBy(() -> Columns.read(Optional.of(line(first))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("invalid input: [body]");
  }
}
