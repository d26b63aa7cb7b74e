package io.heronbridge.integration.itemimport;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.itemimport.ImportFormat;
import io.heronbridge.persistence.itemimport.ImportOrder;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Receives an upload: cut into lines, sealed and stored chunk by chunk while it comes in. Nothing
 * is worked off before all of it is stored, and nothing of it is kept when it breaks off.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
public class ImportIntake {
  /** Lines in one import. */
  public static final long MOST_LINES = 1_000_000;

  private static final System.Logger LOG = System.getLogger(ImportIntake.class.getName());
  private static final long MOST_BYTES = 1024L * 1024 * 1024;
  private static final String BROKE_OFF = "The upload broke off; nothing of it was kept.";

  @Inject ImportDesk desk;
  @Inject Clock clock;

  /**
   * An upload.
   *
   * @param length as announced; empty when it was not
   */
  public record Upload(InputStream body, Optional<Long> length) {}

  /**
   * Stores the whole upload; when this has returned, it is durable and will be worked off.
   *
   * @throws InvalidInputException when it cannot be an import, or broke off; then nothing is kept
   */
  public UUID receive(ImportRequest request, Upload upload, Caller caller) {
    desk.requireIntegration(request.integrationId(), caller);
    CountedInput counted = new CountedInput(upload.body(), MOST_BYTES, clock);
    LineReader lines = new LineReader(counted);
    ImportOrder order = order(request, lines, caller);
    UUID id = desk.open(request.integrationId(), order, caller);
    counted.checkWhileReading(() -> desk.requireReceiving(id));
    try {
      long surplus = store(id, lines);
      if (upload.length().filter(length -> length != counted.count()).isPresent()) {
        throw new InvalidInputException("body", "broke off; nothing of it was kept");
      }
      desk.complete(id, surplus, caller);
      return id;
    } catch (CountedInput.TooLargeException e) {
      giveUp(id, "The upload was larger than 1 GiB; nothing of it was kept.");
      throw new InvalidInputException("body", "must be at most 1 GiB");
    } catch (LineReader.UnclosedQuotesException e) {
      giveUp(id, "More than 100 quotes are never closed; nothing of it was kept.");
      throw new InvalidInputException("body", "has more than 100 quotes that are never closed");
    } catch (IOException e) {
      giveUp(id, BROKE_OFF);
      throw new InvalidInputException("body", "broke off; nothing of it was kept");
    } catch (RuntimeException e) {
      giveUp(id, BROKE_OFF);
      throw e;
    }
  }

  private static ImportOrder order(ImportRequest request, LineReader lines, Caller caller) {
    try {
      int first = lines.firstByte();
      ImportFormat format =
          request.format().orElse(first == '{' ? ImportFormat.NDJSON : ImportFormat.CSV);
      List<String> columns = List.of();
      if (format == ImportFormat.CSV) {
        lines.heedQuotes();
        columns = Columns.read(lines.next());
      }
      return new ImportOrder(
          format, columns, request.fileName(), request.movesWebhooks(), caller.name());
    } catch (IOException e) {
      throw new InvalidInputException("body", "broke off; nothing of it was kept");
    }
  }

  /** Tells how many lines came after the last one that an import may have. */
  private long store(UUID id, LineReader lines) throws IOException {
    LineChunk chunk = new LineChunk();
    int number = 0;
    long kept = 0;
    Optional<SourceLine> line = lines.next();
    while (line.isPresent() && kept < MOST_LINES) {
      chunk.add(line.get());
      kept++;
      if (chunk.isFull()) {
        desk.append(id, number++, chunk);
        chunk = new LineChunk();
      }
      line = lines.next();
    }
    if (chunk.lines() > 0) {
      desk.append(id, number, chunk);
    }
    long surplus = 0;
    if (line.isPresent()) {
      desk.noteSurplus(id, line.get().number());
    }
    lines.disregardQuotes();
    while (line.isPresent()) {
      surplus++;
      line = lines.next();
    }
    return surplus;
  }

  /** Should even this fail, the upload is given up when it has shown no life for a while. */
  private void giveUp(UUID id, String why) {
    try {
      desk.breakOff(id, why);
    } catch (RuntimeException e) {
      LOG.log(WARNING, () -> "broken upload not marked yet import=%s: %s".formatted(id, e));
    }
  }
}
