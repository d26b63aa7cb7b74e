/** The physical limit: the same database work or the same calls, with no queue around them. */
package io.heronbridge.benchmarks.limit;
