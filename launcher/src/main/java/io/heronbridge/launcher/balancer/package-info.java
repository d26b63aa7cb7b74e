/**
 * The door of a cluster on one machine: one address in front of many nodes. Requests go to ready
 * nodes in turn, whoever sent them; bodies pass through without being kept.
 */
package io.heronbridge.launcher.balancer;
