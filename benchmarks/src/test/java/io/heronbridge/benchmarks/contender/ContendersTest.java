package io.heronbridge.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContendersTest {

  @Test
  void namesAreDistinctAndFindTheirContender() {
    List<String> names = Contenders.all().stream().map(one -> one.profile().name()).toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).allSatisfy(name -> assertThat(Contenders.named(name)).isPresent());
    assertThat(Contenders.named("nobody")).isEmpty();
  }

  @Test
  void ageOfTheOldOneIsSaid() {
    assertThat(Contenders.all())
        .filteredOn(one -> one.profile().name().startsWith("gruelbox"))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.profile().remark()).contains("2022-02-16"));
  }
}
