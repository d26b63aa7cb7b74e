package io.heronbridge.benchmarks.product;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.contender.Work;
import java.util.Set;
import javax.sql.DataSource;

/** The product as a whole, for workloads that no outbox alone could take part in. */
public final class Product implements Contender {

  @Override
  public Profile profile() {
    return new Profile(
        "product",
        "",
        "nodes on Payara Micro as ./run app starts them, settings at their defaults but where the"
            + " title of a table says otherwise",
        "Plaid, Heron and the load share the machine with them",
        Set.of(Ability.IS_THE_PRODUCT));
  }

  @Override
  public void createSchema(DataSource database) {
    // Its migrations run when it starts.
  }

  @Override
  public Engine open(DataSource database, Work work) {
    throw new UnsupportedOperationException("the product runs in a server of its own");
  }

  @Override
  public String remaining() {
    return "SELECT 0";
  }
}
