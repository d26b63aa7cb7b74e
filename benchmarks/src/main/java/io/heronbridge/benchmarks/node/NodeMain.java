package io.heronbridge.benchmarks.node;

import com.google.gson.JsonObject;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Contenders;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process of one node. Arguments: contender, JDBC URL, user, connections; the password is in
 * the environment.
 */
public final class NodeMain {
  static final String PASSWORD = "BENCH_DATABASE_PASSWORD";

  private NodeMain() {}

  public static void main(String[] words) throws Exception {
    // Standard output carries the answers; whatever a library prints goes elsewhere.
    PrintStream answers = System.out;
    System.setOut(System.err);
    Contender contender = Contenders.named(words[0]).orElseThrow();
    try (HikariDataSource database = connect(words);
        Bench bench = new Bench(contender, database)) {
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        answers.println(answer(bench, Order.parse(line)));
        answers.flush();
      }
    }
    System.exit(0); // Libraries may leave threads behind.
  }

  private static HikariDataSource connect(String[] words) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(words[1]);
    config.setUsername(words[2]);
    config.setPassword(System.getenv(PASSWORD));
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.setMaximumPoolSize(Integer.parseInt(words[3]));
    return new HikariDataSource(config);
  }

  private static JsonObject answer(Bench bench, Order order) {
    try {
      return bench.follow(order);
    } catch (Exception e) {
      e.printStackTrace();
      JsonObject failure = new JsonObject();
      failure.addProperty("failure", order.verb() + ": " + e);
      return failure;
    }
  }
}
