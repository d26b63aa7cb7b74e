/**
 * Libraries that do what our outbox does, each with its defaults and with the best settings that
 * its documents name. The number of workers and of connections is the workload's in both.
 */
package io.heronbridge.benchmarks.peer;
