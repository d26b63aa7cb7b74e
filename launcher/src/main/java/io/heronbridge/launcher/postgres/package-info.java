/**
 * PostgreSQL for one machine: real binaries unpacked once, a durable cluster with a password, and
 * plain sentences about databases that cannot be used.
 */
package io.heronbridge.launcher.postgres;
