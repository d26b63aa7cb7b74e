package io.heronbridge.benchmarks.node;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** When something first happened to each job, by the machine's clock, in microseconds. */
final class Journal {
  static final int MOST_JOBS = 1_000_000;

  private final AtomicLongArray times = new AtomicLongArray(MOST_JOBS + 1);
  private final AtomicInteger count = new AtomicInteger();

  /** The warming up is job 0, and not noted. */
  void note(int job) {
    if (job == 0) {
      return;
    }
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    if (times.compareAndSet(job, 0, now)) {
      count.incrementAndGet();
    }
  }

  /** How many different jobs were noted. */
  int count() {
    return count.get();
  }

  /** One line for each job: its number and its time. */
  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int job = 1; job <= MOST_JOBS; job++) {
        long time = times.get(job);
        if (time != 0) {
          out.write(job + " " + time);
          out.newLine();
        }
      }
    }
  }
}
