package io.heronbridge.benchmarks;

import io.heronbridge.benchmarks.catalogue.Workloads;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Contenders;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Postgres;
import io.heronbridge.benchmarks.micro.Micro;
import io.heronbridge.benchmarks.node.NodeProcess;
import io.heronbridge.benchmarks.product.Product;
import io.heronbridge.benchmarks.report.CaseResult;
import io.heronbridge.benchmarks.report.Cover;
import io.heronbridge.benchmarks.report.Machine;
import io.heronbridge.benchmarks.report.WorkloadReport;
import io.heronbridge.benchmarks.workload.Size;
import io.heronbridge.benchmarks.workload.Workload;
import io.heronbridge.launcher.Installation;
import io.heronbridge.launcher.Progress;
import io.heronbridge.launcher.RunFolder;
import io.heronbridge.launcher.postgres.PostgresBinaries;
import io.heronbridge.launcher.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.util.DriverInfo;

/** One call of {@code ./bench} from start to end. */
final class Benchmark {
  /** PostgreSQL's own default, where the launcher takes less; and counting of statements. */
  private static final Map<String, String> SETTINGS =
      Map.of("shared_buffers", "128MB", "shared_preload_libraries", "pg_stat_statements");

  private final Arguments arguments;
  private final Path home;
  private final PrintStream out;

  Benchmark(Arguments arguments, Path home, PrintStream out) {
    this.arguments = arguments;
    this.home = home;
    this.out = out;
  }

  void run() throws Exception {
    if (arguments.micro()) {
      Micro.measure(resultsFolder()).forEach(out::println);
      return;
    }
    List<Workload> workloads = chosenWorkloads();
    List<Contender> contenders = chosenContenders();
    Installation installation = Installation.at(home);
    try (RunFolder folder = RunFolder.take(home.resolve(".run/bench"))) {
      PostgresServer server =
          new PostgresServer(
              PostgresBinaries.unpack(installation.servers(), installation.postgres()),
              folder,
              SETTINGS);
      Thread stopping = new Thread(() -> stop(server), "shutdown");
      Runtime.getRuntime().addShutdownHook(stopping);
      server.stopLeftover(new Progress(out));
      Postgres postgres = new Postgres(server, server.start());
      try (Lab lab = new Lab(postgres, folder.logs())) {
        measure(workloads, new Campaign(lab, contenders, arguments.runs(), out), postgres);
      }
    }
  }

  private List<Workload> chosenWorkloads() {
    List<Workload> all = Workloads.all(arguments.size());
    List<String> known = all.stream().map(Workload::id).toList();
    for (String id : arguments.workloads()) {
      if (!known.contains(id)) {
        throw new UsageException("There is no workload %s; there are %s.".formatted(id, known));
      }
    }
    return all.stream()
        .filter(one -> arguments.workloads().isEmpty() || arguments.workloads().contains(one.id()))
        .toList();
  }

  private List<Contender> chosenContenders() {
    List<Contender> all = new ArrayList<>(Contenders.all());
    all.add(new Product());
    List<String> known = all.stream().map(one -> one.profile().name()).toList();
    for (String name : arguments.only()) {
      if (!known.contains(name)) {
        throw new UsageException("There is no contender %s; there are %s.".formatted(name, known));
      }
    }
    return all.stream()
        .filter(
            one -> arguments.only().isEmpty() || arguments.only().contains(one.profile().name()))
        .toList();
  }

  private void measure(List<Workload> workloads, Campaign campaign, Postgres postgres)
      throws Exception {
    Path results = resultsFolder();
    for (Workload workload : workloads) {
      out.printf("%s. %s%n", workload.id(), workload.title());
      String before = Machine.load();
      List<CaseResult> cases = new ArrayList<>();
      for (Workload.Case asked : workload.cases()) {
        out.println(" " + asked.title());
        CaseResult result = campaign.measure(asked);
        cases.add(result);
        out.println(WorkloadReport.table(result));
      }
      String conditions =
          "Measured on %s: %d %s of each, size `%s`; load of the machine %s before and %s after."
              .formatted(
                  LocalDate.now(ZoneOffset.UTC),
                  arguments.runs(),
                  arguments.runs() == 1 ? "run" : "runs",
                  arguments.size().name().toLowerCase(Locale.ROOT),
                  before,
                  Machine.load());
      new WorkloadReport(workload, conditions, cases).write(results);
    }
    List<String> machine = new ArrayList<>(Machine.lines());
    machine.add("flags of every node: `%s`".formatted(String.join(" ", NodeProcess.FLAGS)));
    machine.add("driver: PostgreSQL JDBC " + DriverInfo.DRIVER_VERSION);
    machine.add("contenders: " + versions());
    machine.add("date: " + LocalDate.now(ZoneOffset.UTC));
    Cover.write(results, machine, postgres.settings());
    out.println("results: " + results);
  }

  private static String versions() {
    return Contenders.all().stream()
        .map(Contender::profile)
        .filter(profile -> !profile.version().isEmpty())
        .map(profile -> profile.name() + " " + profile.version())
        .collect(Collectors.joining(", "));
  }

  /** Quick runs prove that it works and nothing else; they do not replace results. */
  private Path resultsFolder() throws IOException {
    String name =
        arguments.size() == Size.QUICK ? "benchmarks/target/quick-results" : "benchmarks/results";
    return Files.createDirectories(home.resolve(name));
  }

  private static void stop(PostgresServer server) {
    try {
      server.stop();
    } catch (IOException | RuntimeException e) {
      System.err.println("PostgreSQL could not be stopped: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
