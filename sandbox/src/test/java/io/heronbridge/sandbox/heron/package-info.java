/** Tests of the simulated Heron. */
package io.heronbridge.sandbox.heron;
