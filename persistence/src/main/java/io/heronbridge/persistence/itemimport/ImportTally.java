package io.heronbridge.persistence.itemimport;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Lines of an import, counted by what became of them. */
@Embeddable
public class ImportTally {
  @Column(name = "processed")
  private long processed;

  @Column(name = "accepted")
  private long accepted;

  /** Of the accepted ones, those whose item was here already. */
  @Column(name = "known")
  private long known;

  @Column(name = "rejected")
  private long rejected;

  protected ImportTally() {}

  /** Nothing counted yet. */
  public static ImportTally zero() {
    return new ImportTally();
  }

  /** With so many more lines: new ones, known ones, rejected ones. */
  public ImportTally plus(long newLines, long knownLines, long rejectedLines) {
    ImportTally sum = new ImportTally();
    sum.processed = processed + newLines + knownLines + rejectedLines;
    sum.accepted = accepted + newLines + knownLines;
    sum.known = known + knownLines;
    sum.rejected = rejected + rejectedLines;
    return sum;
  }

  public long processed() {
    return processed;
  }

  public long accepted() {
    return accepted;
  }

  public long known() {
    return known;
  }

  public long rejected() {
    return rejected;
  }
}
