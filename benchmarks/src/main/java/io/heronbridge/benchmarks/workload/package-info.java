/** The workloads, W1 to W7: each is one or more cases that any contender is put through alike. */
package io.heronbridge.benchmarks.workload;
