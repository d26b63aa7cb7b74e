package io.heronbridge.benchmarks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Contenders;
import io.heronbridge.benchmarks.product.Product;
import io.heronbridge.benchmarks.workload.Size;
import io.heronbridge.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadsTest {

  @ParameterizedTest
  @EnumSource
  void casesAreDistinctAndSomebodyTakesPartInEach(Size size) {
    List<Contender> contenders = new ArrayList<>(Contenders.all());
    contenders.add(new Product());
    List<Workload> workloads = Workloads.all(size);

    assertThat(workloads.stream().map(Workload::id)).doesNotHaveDuplicates();
    for (Workload workload : workloads) {
      assertThat(workload.cases().stream().map(Workload.Case::title)).doesNotHaveDuplicates();
      assertThat(workload.cases())
          .allSatisfy(
              one -> assertThat(contenders).anyMatch(contender -> one.cannot(contender).isEmpty()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoCannotTakePartSaysWhyInPlaceOfANumber(Size size) {
    Contender jobRunr = Contenders.named("jobrunr-best").orElseThrow();

    assertThat(cases("W5", size))
        .allSatisfy(one -> assertThat(one.cannot(jobRunr)).hasValue("cannot"));
  }

  private static List<Workload.Case> cases(String id, Size size) {
    return Workloads.all(size).stream()
        .filter(workload -> workload.id().equals(id))
        .flatMap(workload -> workload.cases().stream())
        .toList();
  }
}
