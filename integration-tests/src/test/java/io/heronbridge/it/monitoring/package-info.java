/** The files that operators load into their monitoring tell of what a node really measures. */
package io.heronbridge.it.monitoring;
