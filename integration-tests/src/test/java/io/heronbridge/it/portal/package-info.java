/** The pages, in a real browser. */
package io.heronbridge.it.portal;
