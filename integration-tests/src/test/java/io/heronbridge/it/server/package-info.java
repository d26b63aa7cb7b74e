/** What must hold on each of the three servers alike, seen from outside. */
package io.heronbridge.it.server;
