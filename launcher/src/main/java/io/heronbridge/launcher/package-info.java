/**
 * What {@code ./run} does once everything is built: starts what is needed in order, waits until the
 * application can receive, and stops all of it again.
 *
 * <p>Whatever cannot be started is told in one sentence, with an exit code that is not zero.
 */
package io.heronbridge.launcher;
