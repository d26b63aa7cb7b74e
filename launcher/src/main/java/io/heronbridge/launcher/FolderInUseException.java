package io.heronbridge.launcher;

/** Another ./run has the folder. */
final class FolderInUseException extends CannotStartException {
  private static final long serialVersionUID = 1L;

  FolderInUseException(String sentence) {
    super(sentence);
  }
}
