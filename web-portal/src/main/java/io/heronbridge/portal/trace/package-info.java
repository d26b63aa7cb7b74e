/** Each request's place in a trace, told to whoever asked by the header Request-Id. */
package io.heronbridge.portal.trace;
