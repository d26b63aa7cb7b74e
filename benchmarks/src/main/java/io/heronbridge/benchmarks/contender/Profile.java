package io.heronbridge.benchmarks.contender;

import java.util.Set;

/**
 * Who a contender is.
 *
 * @param name short, lower case, for {@code --only} and the tables
 * @param version of the library; empty for what is bare SQL or HTTP
 * @param settings what was set, in words
 * @param remark what a reader must know beside every number; may be empty
 */
public record Profile(
    String name, String version, String settings, String remark, Set<Ability> abilities) {

  /** What not everybody can do, or is not meant to. */
  public enum Ability {
    /** Jobs outlive the process and any node takes them: all that is called a queue. */
    QUEUES,
    /** A job can be promised in a transaction of the caller's. */
    JOINS_TRANSACTIONS,
    /** All of the product, in its own server. */
    IS_THE_PRODUCT,
    /** Stands in the column of the physical limit for a backlog of jobs that do nothing. */
    LIMIT_OF_STATEMENTS,
    /** Stands in the column of the physical limit for jobs that call somebody. */
    LIMIT_OF_CALLS,
    /** Stands in the column of the physical limit for a transaction without a promise. */
    LIMIT_OF_TRANSACTIONS
  }

  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }
}
