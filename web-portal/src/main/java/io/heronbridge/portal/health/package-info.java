/** Answers for load balancers and monitoring, on the application's own port. */
package io.heronbridge.portal.health;
