package io.heronbridge.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The program behind {@code ./run}. */
public final class Main {
  private static final int CANNOT_START = 1;
  private static final int USAGE = 2;

  /** We say ourselves what is wrong with a database's URL, or with a node. */
  private static final List<Logger> LIBRARIES =
      Stream.of("org.postgresql", "io.undertow", "org.xnio", "org.jboss.threads")
          .map(Logger::getLogger)
          .toList();

  private Main() {}

  public static void main(String[] words) {
    LIBRARIES.forEach(log -> log.setLevel(Level.OFF));
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::stopAll, "shutdown"));
    int code = run(List.of(words), out, err, shutdown);
    System.exit(code);
  }

  private static int run(List<String> words, PrintStream out, PrintStream err, Shutdown shutdown) {
    if (words.contains("--help")) {
      out.print(Arguments.USAGE);
      return 0;
    }
    try {
      Arguments arguments = Arguments.parse(words);
      Installation installation =
          Installation.at(Path.of(System.getProperty("heronbridge.home", "")));
      return new Launch(arguments, installation, System.getenv(), out, shutdown).run();
    } catch (UsageException e) {
      err.println(e.getMessage());
      err.print(Arguments.USAGE);
      return USAGE;
    } catch (CannotStartException e) {
      tell(e.getMessage(), err, shutdown);
      return CANNOT_START;
    } catch (Exception e) {
      tell("Something unforeseen happened: " + e, err, shutdown);
      return CANNOT_START;
    }
  }

  /** One sentence, after everything else has been said; nothing when we were told to stop. */
  private static void tell(String sentence, PrintStream err, Shutdown shutdown) {
    if (!shutdown.isStopping()) {
      shutdown.stopAll();
      err.println("Heron Bridge cannot run: " + sentence);
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
