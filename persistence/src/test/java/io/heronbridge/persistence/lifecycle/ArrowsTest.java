package io.heronbridge.persistence.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.item.ItemStatus;
import io.heronbridge.persistence.outbox.MessageState;
import io.heronbridge.persistence.webhook.WebhookStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArrowsTest {

  static List<Arrows<?>> diagrams() {
    return List.of(
        MessageState.ARROWS, IntegrationLinkStatus.ARROWS, WebhookStatus.ARROWS, ItemStatus.ARROWS);
  }

  @Test
  void declaredArrowIsFollowed() {
    assertThat(
            IntegrationLinkStatus.ARROWS.follow(
                IntegrationLinkStatus.FAILED, IntegrationLinkStatus.PENDING, "resend", "link 7"))
        .isEqualTo(IntegrationLinkStatus.PENDING);
  }

  @Test
  void whereNoArrowLeadsNobodyGoes() {
    assertThatThrownBy(
            () ->
                IntegrationLinkStatus.ARROWS.follow(
                    IntegrationLinkStatus.LINKED, IntegrationLinkStatus.FAILED, "fail", "link 7"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot fail link 7: it is LINKED");
  }

  @Test
  void removedItemStaysRemoved() {
    assertThat(ItemStatus.ARROWS.all())
        .noneMatch(arrow -> arrow.from().filter(ItemStatus.REMOVED::equals).isPresent());
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void noArrowIsDeclaredTwice(Arrows<?> diagram) {
    assertThat(diagram.all()).doesNotHaveDuplicates();
  }
}
