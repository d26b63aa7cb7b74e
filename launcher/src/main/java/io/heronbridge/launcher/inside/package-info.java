/**
 * What runs inside the application's JVM, beside Payara Micro: short log lines, and an end when the
 * launcher ends. Uses the JDK only; nothing else of the launcher is on that class path.
 */
package io.heronbridge.launcher.inside;
