package io.heronbridge.benchmarks.report;

import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import io.heronbridge.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All runs of one case. */
public final class CaseResult {
  private final Workload.Case asked;
  private final Map<Profile, List<Outcome>> outcomes = new LinkedHashMap<>();
  private final Map<Profile, String> absent = new LinkedHashMap<>();

  public CaseResult(Workload.Case asked) {
    this.asked = asked;
  }

  /** Makes room for a contender, so that the order is the catalogue's. */
  public void expect(Profile profile) {
    outcomes.put(profile, new ArrayList<>());
  }

  public void add(Profile profile, Outcome outcome) {
    outcomes.get(profile).add(outcome);
  }

  /** Why there is no number. */
  public void absent(Profile profile, String reason) {
    absent.put(profile, reason);
  }

  Workload.Case asked() {
    return asked;
  }

  List<Profile> contenders() {
    return List.copyOf(outcomes.keySet());
  }

  Map<Profile, String> absent() {
    return absent;
  }

  List<Outcome> runs(Profile profile) {
    return outcomes.get(profile);
  }

  Spread spread(Profile profile, Measure measure) {
    return Spread.of(
        runs(profile).stream().mapToDouble(outcome -> outcome.value(measure)).toArray());
  }

  List<String> remarks(Profile profile) {
    TreeSet<String> all = new TreeSet<>();
    runs(profile).forEach(outcome -> outcome.remarks().forEach(all::add));
    return List.copyOf(all);
  }
}
