/** The one place that asks the machine for the time. */
package io.heronbridge.integration.time;
