/** From a request to its trace and its log lines. */
package io.heronbridge.it.trace;
