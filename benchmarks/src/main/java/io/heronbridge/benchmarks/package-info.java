/**
 * The program behind {@code ./bench}: the same work for us and for others, one contender after
 * another on one real PostgreSQL, and files that say what came out.
 */
package io.heronbridge.benchmarks;
