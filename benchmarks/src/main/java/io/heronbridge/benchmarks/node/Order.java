package io.heronbridge.benchmarks.node;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** What a node is told to do: a verb and what it needs to know. */
public final class Order {
  private static final Gson GSON = new Gson();
  private final JsonObject words;

  private Order(JsonObject words) {
    this.words = words;
  }

  /** What a node can do. */
  public enum Verb {
    /** Make the tables. */
    CREATE_SCHEMA,
    /** Promise {@code jobs} jobs from {@code first} on, {@code batch} to a transaction. */
    LOAD,
    /** Make some hundred calls to {@code url}, so that the client that calls is not cold. */
    WARM,
    /** Start as a node with {@code workers}; jobs call as in WARM, or do nothing. */
    OPEN,
    /** Take jobs, after OPEN. */
    BEGIN,
    /**
     * Promise {@code rate} jobs each second for {@code seconds}, {@code batch} to a transaction.
     */
    PRODUCE,
    /** Run the caller's own transaction on {@code threads} threads for {@code seconds}. */
    TRANSACT,
    /** Tell how many different jobs this node has begun. */
    COUNT,
    /** Write when jobs were promised to {@code promised} and when they began to {@code begun}. */
    TELL_TIMES,
    /** Leave, and close all connections. */
    CLOSE
  }

  public static Order of(Verb verb) {
    JsonObject words = new JsonObject();
    words.addProperty("verb", verb.name());
    return new Order(words);
  }

  static Order parse(String line) {
    return new Order(GSON.fromJson(line, JsonObject.class));
  }

  public Order with(String word, Number value) {
    words.addProperty(word, value);
    return this;
  }

  public Order with(String word, String value) {
    words.addProperty(word, value);
    return this;
  }

  Verb verb() {
    return Verb.valueOf(text("verb"));
  }

  int number(String word) {
    return words.get(word).getAsInt();
  }

  String text(String word) {
    return words.get(word).getAsString();
  }

  String line() {
    return words.toString();
  }
}
