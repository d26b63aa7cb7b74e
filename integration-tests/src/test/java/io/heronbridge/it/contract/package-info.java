/** What the application's own collections promise, tried against a real database. */
package io.heronbridge.it.contract;
