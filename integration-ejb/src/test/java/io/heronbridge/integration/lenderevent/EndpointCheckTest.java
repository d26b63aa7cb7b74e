package io.heronbridge.integration.lenderevent;

import static io.heronbridge.persistence.lenderevent.LenderEventType.CHOOSABLE;
import static io.heronbridge.persistence.lenderevent.LenderEventType.ITEM_REMOVED;
import static io.heronbridge.persistence.lenderevent.LenderEventType.LINK_FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.problem.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointCheckTest {

  @Test
  void noTypeMeansAllAndOthersAreTakenAsChosen() {
    assertThat(EndpointCheck.types(List.of())).isEqualTo(CHOOSABLE);
    assertThat(EndpointCheck.types(List.of("item.removed", "link.failed")))
        .containsExactly(LINK_FAILED, ITEM_REMOVED);
  }

  @Test
  void unknownTypesAndTestsCannotBeChosen() {
    for (String word : List.of("link.lost", "test", "")) {
      assertThatThrownBy(() -> EndpointCheck.types(List.of(word)))
          .isInstanceOf(InvalidInputException.class);
    }
  }
}
