package io.heronbridge.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.problem.NotFoundException;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {

  private static Visit visitTo(String tail) {
    return new Visit(
        Requests.plain().tail(tail).request(), Requests.response(new ArrayList<>()), "", true);
  }

  @Test
  void idIsReadFromTheAddressHoweverItIsWritten() {
    UUID id = UUID.randomUUID();

    assertThat(visitTo("/" + id).tailId("link")).isEqualTo(id);
    assertThat(visitTo("/" + id.toString().toUpperCase()).tailId("link")).isEqualTo(id);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "/", "/new", "/0d6f/", "/00000000-0000-0000-0000-00000000000g"})
  void addressWithoutAnIdNamesNothing(String tail) {
    assertThatThrownBy(() -> visitTo(tail).tailId("link"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("There is no link ");
  }
}
