/** Which workloads there are, and in which sizes. */
package io.heronbridge.benchmarks.catalogue;
