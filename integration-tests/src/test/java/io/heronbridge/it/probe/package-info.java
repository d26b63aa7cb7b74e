/**
 * Small beans, pages and resources that tests add to the application's archives, to see from inside
 * what the server makes of callers and transactions.
 */
package io.heronbridge.it.probe;
