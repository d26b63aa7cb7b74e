/**
 * The small HTTP vocabulary of the sandbox.
 *
 * <p>A handler turns a request into an answer and never touches the socket; the exchange writes the
 * answer, or breaks the connection when a fault asks for it.
 */
package io.heronbridge.sandbox.http;
