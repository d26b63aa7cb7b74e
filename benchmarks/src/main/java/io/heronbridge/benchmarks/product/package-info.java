/**
 * Workloads of the whole product: real nodes on Payara Micro between the sandbox's Plaid and Heron.
 * They use what any client may use: the REST API, the webhook endpoint, and the sandbox's own
 * memory for what has arrived.
 */
package io.heronbridge.benchmarks.product;
