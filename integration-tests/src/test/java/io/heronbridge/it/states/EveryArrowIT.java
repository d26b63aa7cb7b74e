package io.heronbridge.it.states;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.ArrowRecorder;
import io.heronbridge.it.support.StateMachine;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs at the end of a whole run, when every journey has been made; after a part of them it would
 * only say that the others are missing.
 */
@Order(Integer.MAX_VALUE - 1)
@DisabledIfSystemProperty(named = "it.test", matches = ".+", disabledReason = "not the whole run")
class EveryArrowIT {

  static List<StateMachine> machines() {
    return StateMachine.ALL;
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everyDeclaredArrowWasTaken(StateMachine machine) {
    Set<String> missed = new TreeSet<>(machine.declared());
    missed.removeAll(ArrowRecorder.taken(machine));

    assertThat(missed).as("arrows of the %s that no journey takes", machine.name()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void noOtherArrowWasTaken(StateMachine machine) {
    Set<String> undeclared = new TreeSet<>(ArrowRecorder.taken(machine));
    undeclared.removeAll(machine.declared());

    assertThat(undeclared).as("steps of the %s that no arrow declares", machine.name()).isEmpty();
  }
}
