package io.heronbridge.launcher;

import io.heronbridge.launcher.cluster.Cluster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/** What is kept between runs, held by one launcher at a time. */
public final class RunFolder implements AutoCloseable {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private final Path top;
  private final FileChannel lock;

  private RunFolder(Path top, FileChannel lock) {
    this.top = top;
    this.lock = lock;
  }

  /** Takes the folder for this process, making it when it is not there yet. */
  public static RunFolder take(Path folder) {
    Path top = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(top.resolve("logs"));
      return new RunFolder(top, lock(top));
    } catch (IOException e) {
      throw new CannotStartException(
          ("The folder %s cannot be written to:"
                  + " check who owns it and whether its disk is full.")
              .formatted(top),
          e);
    }
  }

  private static FileChannel lock(Path top) throws IOException {
    Path file = top.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = tryLock(channel);
    if (held == null) {
      channel.close();
      throw new FolderInUseException(
          ("Another ./run (process %s) is using %s already:"
                  + " stop it first, or give --state another folder.")
              .formatted(Files.readString(file).trim(), top));
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    return channel;
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /**
   * Empties the state. The keyset and what waits in the spool are set aside rather than deleted: a
   * database elsewhere may depend on them.
   */
  void empty() throws IOException {
    Path aside = top.resolve("set-aside").resolve(LocalDateTime.now().format(STAMP));
    for (Path precious : List.of(keyset(), spool())) {
      if (Files.exists(precious)) {
        Files.createDirectories(aside);
        Files.move(precious, aside.resolve(precious.getFileName()));
      }
    }
    for (Path own : List.of(postgres(), postgresPassword(), demo(), sandbox(), server())) {
      Folders.delete(own);
    }
    for (int number : furtherNodes()) {
      Path spool = spool(number);
      if (Files.exists(spool)) {
        Files.createDirectories(aside);
        Files.move(spool, aside.resolve("spool-" + number));
      }
      Folders.delete(node(number));
    }
  }

  public Path top() {
    return top;
  }

  public Path keyset() {
    return top.resolve("keyset.json");
  }

  public Path spool() {
    return top.resolve("spool");
  }

  public Path postgres() {
    return top.resolve("postgres");
  }

  public Path postgresPassword() {
    return top.resolve("postgres-password");
  }

  public Path demo() {
    return top.resolve("demo.properties");
  }

  /** What the sandbox knows, so that a demonstration goes on where it was stopped. */
  public Path sandbox() {
    return top.resolve("sandbox.json");
  }

  /** Payara Micro's own files, made anew at every start. */
  public Path server() {
    return top.resolve("server");
  }

  public Path logs() {
    return top.resolve("logs");
  }

  /** Where a further node of a cluster keeps its files; the first keeps them here. */
  public Path node(int number) {
    return top.resolve("nodes").resolve(Integer.toString(number));
  }

  /** Where a further node of a cluster keeps what the database does not have yet. */
  public Path spool(int number) {
    return node(number).resolve(spool().getFileName());
  }

  /** The numbers of the further nodes that ran here once. */
  public List<Integer> furtherNodes() {
    return IntStream.rangeClosed(2, Cluster.MOST_NODES)
        .filter(number -> Files.isDirectory(node(number)))
        .boxed()
        .toList();
  }

  public Path applicationPid() {
    return top.resolve("application.pid");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
