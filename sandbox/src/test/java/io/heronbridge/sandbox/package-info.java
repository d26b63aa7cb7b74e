/** Tests of the sandbox as a whole, over HTTP. */
package io.heronbridge.sandbox;
