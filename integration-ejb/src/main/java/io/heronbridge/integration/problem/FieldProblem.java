package io.heronbridge.integration.problem;

/** One field and what is wrong with it, in words for the person or program that sent it. */
public record FieldProblem(String field, String message) {}
