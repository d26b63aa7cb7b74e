/** The control interface under {@code /control} and the page that shows what has happened. */
package io.heronbridge.sandbox.control;
