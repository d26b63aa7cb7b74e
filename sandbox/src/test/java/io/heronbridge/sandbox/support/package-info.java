/** What the tests of the sandbox share: a caller, a listener, a way to wait. */
package io.heronbridge.sandbox.support;
