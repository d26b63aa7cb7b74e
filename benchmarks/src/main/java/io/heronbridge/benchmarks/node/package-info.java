/**
 * A contender in a process of its own. {@link io.heronbridge.benchmarks.node.NodeMain} is that
 * process, {@link io.heronbridge.benchmarks.node.NodeProcess} the handle the measuring process
 * holds. They exchange one line of JSON for an order and one for its answer; the node ends when its
 * input does.
 */
package io.heronbridge.benchmarks.node;
