package io.heronbridge.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Class data sharing: the first run notes which classes the server loads, a process of its own then
 * archives them, and later starts map the archive instead of parsing thousands of classes. Nothing
 * here may spoil a start; a JVM that does not like the archive goes on without it.
 */
final class ClassArchive {
  private static final System.Logger LOG = System.getLogger(ClassArchive.class.getName());
  private static final Pattern LOADED =
      Pattern.compile("(?:\\[[^\\]]*\\])*\\s*(\\S+) source: (.*)");
  private static final Pattern GENERATED =
      Pattern.compile(".*(/0x|\\$\\$Lambda|LambdaForm|\\$Proxy|\\+0x).*");

  private final PayaraRuntime runtime;
  private final Path notes;
  private final List<String> memoryFlags;
  private Process archiving;

  ClassArchive(PayaraRuntime runtime, Path notes, List<String> memoryFlags) {
    this.runtime = runtime;
    this.notes = notes;
    this.memoryFlags = memoryFlags;
  }

  private boolean exists() {
    return Files.exists(runtime.classArchive());
  }

  /** Flags to use the archive, or to note what is to go into it. */
  List<String> flags() {
    return exists()
        ? List.of("-XX:SharedArchiveFile=" + runtime.classArchive(), "-Xlog:cds*=off")
        : List.of("-Xlog:class+load:file=" + notes + ":none");
  }

  /** Makes the archive in the background, when there is none, at the lowest priority. */
  synchronized void makeInBackground() {
    if (exists() || archiving != null) {
      return;
    }
    try {
      Path names = notes.resolveSibling("classes.list");
      Files.write(names, classNames(Files.readAllLines(notes)));
      Path draft = notes.resolveSibling("classes.jsa");
      Files.deleteIfExists(draft);
      archiving =
          new ProcessBuilder(command(names, draft))
              .redirectErrorStream(true)
              .redirectOutput(notes.resolveSibling("classes.log").toFile())
              .start();
      archiving.onExit().thenAccept(process -> keep(process, draft));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "no class archive", e);
    }
  }

  /** The names in a list that the JVM takes: of classes it can find again, each once. */
  List<String> classNames(List<String> lines) {
    TreeSet<String> names = new TreeSet<>();
    for (String line : lines) {
      Matcher match = LOADED.matcher(line);
      if (match.matches() && isArchivable(match.group(1), match.group(2))) {
        names.add(match.group(1).replace('.', '/'));
      }
    }
    return List.copyOf(names);
  }

  private boolean isArchivable(String name, String source) {
    boolean known = source.startsWith("shared objects file") || runtime.isOwnSource(source);
    return known && !GENERATED.matcher(name).matches();
  }

  private List<String> command(Path names, Path draft) throws IOException {
    List<String> words = new ArrayList<>(List.of("nice", "-n", "19", Jvm.java()));
    words.addAll(memoryFlags);
    words.add("-Xlog:cds*=off");
    words.add("-Xshare:dump");
    words.add("-XX:SharedClassListFile=" + names);
    words.add("-XX:SharedArchiveFile=" + draft);
    words.addAll(runtime.openings());
    words.addAll(List.of("-cp", runtime.classPath()));
    return words;
  }

  private void keep(Process process, Path draft) {
    try {
      if (process.exitValue() == 0 && Files.exists(draft)) {
        Files.move(draft, runtime.classArchive());
      }
      Files.deleteIfExists(notes);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the class archive could not be kept", e);
    }
  }

  /** Gives up what is not finished; the next run begins again. */
  synchronized void stop() {
    if (archiving != null) {
      archiving.destroyForcibly();
    }
  }
}
