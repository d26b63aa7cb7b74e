/** Our own outbox, in a plain JVM: the engine of the application with transactions of its own. */
package io.heronbridge.benchmarks.ours;
