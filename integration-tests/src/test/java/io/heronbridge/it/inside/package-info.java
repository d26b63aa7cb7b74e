/**
 * Tests that run within the server, in the application's own class loader and transactions: once in
 * Payara Micro and once in WildFly.
 */
package io.heronbridge.it.inside;
