/**
 * What takes part: anything that can be given jobs in a transaction and does them later. A new
 * contender implements {@link io.heronbridge.benchmarks.contender.Contender} and is named in {@link
 * io.heronbridge.benchmarks.contender.Contenders}.
 */
package io.heronbridge.benchmarks.contender;
