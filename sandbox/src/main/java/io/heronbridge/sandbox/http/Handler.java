package io.heronbridge.sandbox.http;

/** Turns a request into an answer. */
@FunctionalInterface
public interface Handler {
  Answer handle(Request request);
}
