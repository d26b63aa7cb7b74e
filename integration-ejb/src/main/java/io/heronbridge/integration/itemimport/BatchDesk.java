package io.heronbridge.integration.itemimport;

import io.heronbridge.persistence.itemimport.ImportChunk;
import io.heronbridge.persistence.itemimport.ItemImport;
import io.heronbridge.persistence.itemimport.ItemImports;
import io.heronbridge.persistence.itemimport.RejectedLine;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Works off one chunk: the items, the counts and the end of the chunk are one transaction. A node
 * that dies in it leaves the chunk as it was, to whichever node comes next.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BatchDesk {
  /** Of more rejected lines only the number is kept. */
  public static final int MOST_REJECTED_KEPT = 10_000;

  @Inject ItemImports imports;
  @Inject Batch batch;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /** Imports with work, the one that has waited longest first. */
  public List<UUID> running() {
    return imports.running();
  }

  /** Tells whether there was something to do that no other node is doing. */
  public boolean work(UUID id) {
    Optional<ItemImport> claimed = imports.claim(id);
    if (claimed.isEmpty()) {
      return false;
    }
    Optional<ImportChunk> chunk = imports.nextChunk(claimed.get());
    if (chunk.isEmpty()) {
      claimed.get().finish(clock.instant());
      return true;
    }
    workOff(claimed.get(), chunk.get());
    return true;
  }

  private void workOff(ItemImport running, ImportChunk chunk) {
    LineParser parser =
        new LineParser(running.order(), running.integration().plaid().environment());
    List<Candidate> candidates = new ArrayList<>();
    List<RejectedLine> rejected = new ArrayList<>();
    for (SourceLine line : LineChunk.linesIn(chunk.open(cipher))) {
      try {
        candidates.add(parser.parse(line));
      } catch (UnusableLineException e) {
        rejected.add(new RejectedLine(line.number(), e.getMessage()));
      }
    }
    Batch.Result result = batch.takeIn(running, candidates);
    rejected.addAll(result.rejected());
    long room = MOST_REJECTED_KEPT - running.tally().rejected();
    rejected.stream().limit(Math.max(0, room)).forEach(line -> imports.reject(running, line));
    imports.remove(chunk);
    running.count(
        running.tally().plus(result.taken(), result.known(), rejected.size()), clock.instant());
  }
}
