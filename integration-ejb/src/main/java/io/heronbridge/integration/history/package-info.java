/** How deliveries went over the last hour, day and week: entered once a minute, shown as charts. */
package io.heronbridge.integration.history;
