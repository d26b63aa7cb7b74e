/** Several nodes behind the launcher's balancer, one of which dies. */
package io.heronbridge.it.cluster;
