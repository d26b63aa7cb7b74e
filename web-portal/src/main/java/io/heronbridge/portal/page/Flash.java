package io.heronbridge.portal.page;

/** One sentence for the next page: what the last action did. */
public record Flash(Kind kind, String text) {

  /** How a sentence is to be taken. */
  public enum Kind {
    DONE,
    PROBLEM,
    /** A bank was connected; the text is its name. */
    CONNECTED
  }

  public static Flash done(String text) {
    return new Flash(Kind.DONE, text);
  }

  public static Flash problem(String text) {
    return new Flash(Kind.PROBLEM, text);
  }

  public boolean isProblem() {
    return kind == Kind.PROBLEM;
  }

  public boolean isConnected() {
    return kind == Kind.CONNECTED;
  }
}
