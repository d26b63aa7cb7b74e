/** Tests of the fault plan. */
package io.heronbridge.sandbox.fault;
