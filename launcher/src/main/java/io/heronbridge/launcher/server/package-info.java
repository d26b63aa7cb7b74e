/** The application as a child process: its server unpacked once, its start, its lines, its end. */
package io.heronbridge.launcher.server;
