package io.heronbridge.benchmarks;

import io.heronbridge.launcher.CannotStartException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The program behind {@code ./bench}. */
public final class Main {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Main() {}

  public static void main(String[] words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(words), out));
  }

  private static int run(List<String> words, PrintStream out) {
    if (words.contains("--help")) {
      out.print(Arguments.USAGE);
      return 0;
    }
    try {
      Path home = Path.of(System.getProperty("heronbridge.home", "")).toAbsolutePath().normalize();
      new Benchmark(Arguments.parse(words), home, out).run();
      return 0;
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.err.print(Arguments.USAGE);
      return USAGE;
    } catch (CannotStartException e) {
      System.err.println("Nothing can be measured: " + e.getMessage());
      return FAILED;
    } catch (Exception e) {
      System.err.println("Something unforeseen happened: " + e);
      return FAILED;
    }
  }
}
