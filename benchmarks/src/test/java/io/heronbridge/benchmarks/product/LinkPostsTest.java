package io.heronbridge.benchmarks.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkPostsTest {
  private final AtomicLong clock = new AtomicLong();
  private final LinkPosts posts = new LinkPosts(clock::get);

  @BeforeEach
  void threePostsOfTwoItems() {
    noteAt(10, "one");
    noteAt(20, "two");
    noteAt(50, "one");
  }

  private void noteAt(long moment, String item) {
    clock.set(moment);
    posts.note(item);
  }

  @Test
  void secondPostOfAnItemIsARepetition() {
    assertThat(posts.items()).containsExactlyInAnyOrder("one", "two");
    assertThat(posts.repeated()).isEqualTo(1);
  }

  @Test
  void postsAreCountedFromAMomentUntilBeforeAnother() {
    assertThat(posts.between(10, 50)).isEqualTo(2);
    assertThat(posts.firstAfter(21)).hasValue(50);
    assertThat(posts.firstAfter(51)).isEmpty();
  }

  @Test
  void pausesAtBothEndsCount() {
    assertThat(posts.longestPause(10, 50)).isEqualTo(30);
    assertThat(posts.longestPause(0, 100)).isEqualTo(50);
    assertThat(posts.longestPause(60, 70)).isEqualTo(10);
  }
}
