package io.heronbridge.benchmarks.product;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.workload.Workload;
import java.util.Optional;

/** A case that only the product as a whole can be asked. */
interface ProductCase extends Workload.Case {

  @Override
  default Optional<String> cannot(Contender contender) {
    return contender.profile().can(Ability.IS_THE_PRODUCT)
        ? Optional.empty()
        : Optional.of(Workload.NOT_ASKED);
  }
}
