/** What came out, as tables and charts, with what a reader needs to judge them. */
package io.heronbridge.benchmarks.report;
